import { decideAskFact, type Case } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { VerbInput } from "../cases/verb-input.ts";
import { act, CasePayload } from "../cases/verb.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of askFact." })
export class AskFactInput extends VerbInput {
  @Field(() => String, { description: "What has to be found out, such as 出户窨井在哪里?" })
  question!: string;
}

@ObjectType({ description: "Answer of askFact: the case, or the refusal." })
export class AskFactPayload extends CasePayload {}

@Resolver()
export class AskFact {
  @Mutation(() => AskFactPayload, { description: "提出待核实事项: a question of fact, open until it is answered with evidence." })
  askFact(@Arg("input", () => AskFactInput, { description: "What is asked." }) input: AskFactInput, @Ctx() ctx: Context): Promise<AskFactPayload> {
    return act(ctx, { verb: "askFact", input, on: [{ id: input.id, expectedVersion: input.expectedVersion }] }, async (on) => {
      const c = on.cases.get(input.id) as Case;
      const factId = uuidv7();
      await on.decide(c, decideAskFact(c, { factId, question: input.question }, on.facts));
      await run(on.client, "insert into case_fact (id, case_id, question) values ($1, $2, $3)", [factId, c.id, input.question]);
      return c.id;
    });
  }
}
