import { decideCallExpert, type ExpertSkill } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { standingsTo } from "./conflict.ts";
import { ExpertSkillEnum } from "./expert-type.ts";
import { act, CasePayload } from "../cases/verb.ts";
import type { Case } from "@bandeng/domain";
import { VerbInput } from "../cases/verb-input.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of callExpert." })
export class CallExpertInput extends VerbInput {
  @Field(() => [ExpertSkillEnum], { description: "What is wanted, at least one." })
  skills!: ExpertSkill[];

  @Field(() => String, { description: "What they shall come for: all that an expert sees before he accepts, with kind of matter, grid and reply date." })
  ask!: string;

  @Field(() => [ID], { description: "Entries of the talent pool in the order in which they are asked, 1 to 10." })
  expertIds!: string[];
}

@ObjectType({ description: "Answer of callExpert: the case, or the refusal." })
export class CallExpertPayload extends CasePayload {}

@Resolver()
export class CallExpert {
  @Mutation(() => CallExpertPayload, { description: "随时调用: calls experts to the case, one after the other; each has one working day to answer." })
  callExpert(@Arg("input", () => CallExpertInput, { description: "What is asked for." }) input: CallExpertInput, @Ctx() ctx: Context): Promise<CallExpertPayload> {
    const request = { verb: "callExpert", input, on: [{ id: input.id, expectedVersion: input.expectedVersion }] };
    return act(ctx, request, async (on) => {
      const c = on.cases.get(input.id) as Case;
      const standings = await standingsTo(on.client, c, { expertIds: input.expertIds }, on.facts.now);
      const candidates = input.expertIds.map((id) => {
        const found = standings.find(({ expertId }) => expertId === id.toLowerCase());
        return { personId: found?.personId ?? id, standing: found?.standing ?? null };
      });
      const callId = uuidv7();
      await on.decide(c, decideCallExpert(c, { callId, skills: input.skills, ask: input.ask, candidates }, on.facts));
      await run(on.client, "update expert_call set ask = $2 where id = $1", [callId, input.ask]);
      return c.id;
    });
  }
}
