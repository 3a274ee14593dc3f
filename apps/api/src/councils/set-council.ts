import { decideSetCouncil, inForce, isAreaCode, isRefusal, recordCouncil, refuse, type Council, type CouncilCategory } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { areaExists, otherTerms, storeCouncil } from "./council-store.ts";
import { CouncilCategoryEnum } from "./council-type.ts";
import { councilAnswer, CouncilPayload, keptCouncils, peopleFactsOf } from "./council-verb.ts";
import { perform, performOn, type Act } from "../cases/act.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";
import { peopleExist } from "../people/standing.ts";
import { assignmentsOf, lockRoles } from "../people/store-people.ts";
import { PeopleVerbInput } from "../people/people-verb.ts";

@InputType({ description: "A member of a bench council." })
export class CouncilMemberInput {
  @Field(() => ID, { description: "Who." })
  personId!: string;

  @Field(() => CouncilCategoryEnum, { description: "As what." })
  category!: CouncilCategory;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day; the council's own when absent." })
  from?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day; as long as the council when absent." })
  to?: string | null;
}

@InputType({ description: "Input of setCouncil." })
export class SetCouncilInput extends PeopleVerbInput {
  @Field(() => ID, { nullable: true, description: "The council that is set anew; a new one when absent." })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: "With `id`: the version it was decided on; another one is refused with CONFLICT and the current version." })
  expectedVersion?: number | null;

  @Field(() => ID, { description: "The grid or community." })
  areaCode!: string;

  @Field(() => String, { description: "What it calls itself, at most 60 characters. No name of a person." })
  name!: string;

  @Field(() => ID, { description: "召集人: holds a role in the grid or its community." })
  convenerId!: string;

  @Field(() => [CouncilMemberInput], { description: "3 to 30 members." })
  members!: CouncilMemberInput[];

  @Field(() => LocalDateScalar, { description: "First day of its term." })
  from!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day of its term; until further notice when absent." })
  to?: string | null;
}

@ObjectType({ description: "Answer of setCouncil: the council, or the refusal." })
export class SetCouncilPayload extends CouncilPayload {}

/** Decides and stores; under the lock of roles, for what the convener holds is part of it. */
async function set(act: Act, current: Council | null, input: SetCouncilInput): Promise<string> {
  const { client, facts } = act;
  await lockRoles(client);
  const { areaCode, name, convenerId, from, to = null } = input;
  if (!isAreaCode(areaCode) || !(await areaExists(client, areaCode))) return act.refuse(refuse("COUNCIL_AREA_WRONG", {}, "areaCode"));
  const members = input.members.map((m) => ({ personId: m.personId.toLowerCase(), category: m.category, from: m.from ?? from, to: m.to ?? null }));
  const today = peopleFactsOf(act);
  const held = isUuid(convenerId) ? (await assignmentsOf(client, { personId: convenerId.toLowerCase() })).filter((a) => a.personId === convenerId.toLowerCase() && inForce(a, today.today)) : [];
  const body = decideSetCouncil(current, { areaCode, name, convenerId: convenerId.toLowerCase(), members, from, to }, await otherTerms(client, areaCode, current?.id ?? null), held, today);
  if (isRefusal(body)) return act.refuse(body);
  if (!(await peopleExist(client, facts.viewer, members.map(({ personId }) => personId)))) return act.refuse(refuse("UNKNOWN_PERSON", {}, "members"));
  const recorded = recordCouncil(current, current?.id ?? uuidv7(), body, facts);
  await storeCouncil(client, recorded, name.trim());
  return recorded.council.id;
}

@Resolver()
export class SetCouncil {
  @Mutation(() => SetCouncilPayload, { description: "Sets up the bench council (小板凳议事团) of a grid or community, or sets it anew: convener, members, terms. An area has one at a time." })
  async setCouncil(@Arg("input", () => SetCouncilInput, { description: "What is asked for." }) input: SetCouncilInput, @Ctx() ctx: Context): Promise<SetCouncilPayload> {
    const { id, expectedVersion } = input;
    const done =
      id == null
        ? await perform(ctx, { verb: "setCouncil", input, on: [], about: "COUNCIL" }, (act) => set(act, null, input))
        : await performOn(ctx, keptCouncils, { verb: "setCouncil", input: { ...input, id, expectedVersion: expectedVersion ?? 0 } }, (act, current) => set(act, current, input));
    return councilAnswer(ctx, done);
  }
}
