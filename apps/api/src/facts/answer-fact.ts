import { decideAnswerFact, refuse, type Case } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { isAttached } from "../attachments/attachment-rows.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { act, CasePayload } from "../cases/verb.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of answerFact." })
export class AnswerFactInput extends VerbInput {
  @Field(() => ID, { description: "The question." })
  factId!: string;

  @Field(() => String, { description: "The answer." })
  answer!: string;

  @Field(() => String, { defaultValue: "", description: "By what it can be seen; may be empty where an attachment shows it." })
  evidence!: string;

  @Field(() => ID, { nullable: true, description: "An attachment of this case that shows it." })
  attachmentId?: string | null;
}

@ObjectType({ description: "Answer of answerFact: the case, or the refusal." })
export class AnswerFactPayload extends CasePayload {}

@Resolver()
export class AnswerFact {
  @Mutation(() => AnswerFactPayload, { description: "Answers an open question of fact, with evidence: a photo or paper of the case, or words." })
  answerFact(@Arg("input", () => AnswerFactInput, { description: "Which question, and the answer." }) input: AnswerFactInput, @Ctx() ctx: Context): Promise<AnswerFactPayload> {
    return act(ctx, { verb: "answerFact", input, on: [{ id: input.id, expectedVersion: input.expectedVersion }] }, async (on) => {
      const c = on.cases.get(input.id) as Case;
      const factId = input.factId.toLowerCase();
      const attachmentId = input.attachmentId?.toLowerCase() ?? null;
      const decision = decideAnswerFact(c, { factId, answer: input.answer, evidence: input.evidence, attachmentId }, on.facts);
      const unknown = attachmentId !== null && !(await isAttached(on.client, attachmentId, c.id));
      await on.decide(c, unknown && !("refused" in decision) ? refuse("UNKNOWN_ATTACHMENT", {}, "attachmentId") : decision);
      await run(on.client, "update case_fact set answer = $2, evidence = nullif($3, '') where id = $1", [factId, input.answer, input.evidence.trim()]);
      return c.id;
    });
  }
}
