import { decideCorrect } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";
import { readHistory } from "./read-case.ts";
import { VerbInput } from "./verb-input.ts";
import { rolesAt } from "../people/standing.ts";

@InputType({ description: "Input of correctCase." })
export class CorrectCaseInput extends VerbInput {
  @Field(() => String, { description: "Why; may be absent for one's own undo.", nullable: true })
  reason?: string | null;
}

@ObjectType({ description: "Answer of correctCase: the case, or the refusal." })
export class CorrectCasePayload extends CasePayload {}

@Resolver()
export class CorrectCase {
  @Mutation(() => CorrectCasePayload, { description: "更正: takes back the last change of status or level. Its actor within ten seconds, somebody one role up on the same day with a reason." })
  correctCase(@Arg("input", () => CorrectCaseInput, { description: "What is asked for." }) input: CorrectCaseInput, @Ctx() ctx: Context): Promise<CorrectCasePayload> {
    return actOnCase(ctx, "correctCase", input, async (c, facts, { client }) => {
      const history = (await readHistory(client, c.id)).map(({ event }) => event);
      const actorId = history.at(-1)?.actorId ?? null;
      const actorRoles = actorId === null ? [] : await rolesAt(client, actorId, c, facts);
      return decideCorrect(c, history, { reason: input.reason ?? "", actorRoles }, facts);
    });
  }
}
