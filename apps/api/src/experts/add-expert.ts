import { areaNumber, decideAddExpert, isRefusal, maskName, recordedExpert, refuse, type ExpertSkill, type Refusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { isInPool, storeExpert } from "./expert-store.ts";
import { ExpertSkillEnum, ExpertTieInput } from "./expert-type.ts";
import { checkTies, expertAnswer, ExpertPayload, tiesProblem } from "./expert-verb.ts";
import { perform, type Act } from "../cases/act.ts";
import { areaExists } from "../councils/council-store.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { DateTime } from "../http/date-time.ts";
import { peopleExist } from "../people/standing.ts";

const LONGEST_NAME = 40;

@InputType({ description: "Input of addExpert: somebody the program knows, or a name." })
export class AddExpertInput {
  @Field(() => ID, { nullable: true, description: "Somebody the program knows; absent for somebody new." })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: "Full name of somebody new, at most 40 characters." })
  name?: string | null;

  @Field(() => ID, { description: "The community or district whose pool it is." })
  areaCode!: string;

  @Field(() => String, { description: "Where he works." })
  org!: string;

  @Field(() => [ExpertSkillEnum], { description: "What he can be called for, at least one." })
  skills!: ExpertSkill[];

  @Field(() => Boolean, { defaultValue: true, description: "Whether he can come at present." })
  available!: boolean;

  @Field(() => [ExpertTieInput], { nullable: true, description: "Whom he is tied to, 50 at most." })
  ties?: ExpertTieInput[] | null;

  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;

  @Field(() => DateTime, { nullable: true, description: "When he said that he stands ready, if that was earlier; never later than now." })
  at?: string | null;
}

@ObjectType({ description: "Answer of addExpert: the entry, or the refusal." })
export class AddExpertPayload extends ExpertPayload {}

/** The id of who is meant: somebody known, or of a new person, who is stored only after the rules have decided. */
async function personWanted(act: Act, { personId, name }: AddExpertInput): Promise<{ id: string; newName: string | null } | Refusal> {
  if (personId != null) return (await peopleExist(act.client, act.facts.viewer, [personId])) ? { id: personId, newName: null } : refuse("UNKNOWN_PERSON", {}, "personId");
  const newName = name?.trim() ?? "";
  if (newName === "") return refuse("TEXT_REQUIRED", { field: "name" }, "name");
  return [...newName].length > LONGEST_NAME ? refuse("TEXT_TOO_LONG", { field: "name", limit: LONGEST_NAME }, "name") : { id: uuidv7(), newName };
}

@Resolver()
export class AddExpert {
  @Mutation(() => AddExpertPayload, { description: "Takes somebody into the talent pool, who has just said that he stands ready." })
  async addExpert(@Arg("input", () => AddExpertInput, { description: "Who, and for what." }) input: AddExpertInput, @Ctx() ctx: Context): Promise<AddExpertPayload> {
    const ties = checkTies(input.ties);
    const done = await perform(ctx, { verb: "addExpert", input, on: [], about: "EXPERT" }, async (act) => {
      const { client, facts } = act;
      const who = await personWanted(act, input);
      if (isRefusal(who)) return act.refuse(who);
      const { areaCode: area, org, skills, available } = input;
      const known = await areaExists(client, area);
      const decision = decideAddExpert({ personId: who.id, area: known ? area : "", org, skills, available, isInPool: who.newName === null && (await isInPool(client, who.id, area)) }, facts);
      const id = uuidv7();
      const recorded = recordedExpert(null, id, decision, { actorId: facts.viewer.personId, now: facts.now });
      if (isRefusal(recorded)) return act.refuse(recorded);
      const unknown = ties && (await tiesProblem(act, ties));
      if (unknown) return act.refuse(unknown);
      if (who.newName !== null) {
        await run(client, "insert into person (id, display_name, surname_mask, area_no) values ($1, $2, $3, $4)", [who.id, who.newName, maskName(who.newName), areaNumber(area)]);
      }
      await storeExpert(client, recorded.expert, recorded.event, ties);
      return id;
    });
    return expertAnswer(ctx, done);
  }
}
