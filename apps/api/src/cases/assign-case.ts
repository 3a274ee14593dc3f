import { decideAssign, type AssignmentRole } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { AssignmentRoleEnum } from "./case-enums.ts";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";
import { holdsAnyRole } from "../people/standing.ts";

@InputType({ description: "Input of assignCase." })
export class AssignCaseInput extends VerbInput {
  @Field(() => ID, { description: "Who." })
  personId!: string;

  @Field(() => AssignmentRoleEnum, { description: "As what." })
  as!: AssignmentRole;

  @Field(() => String, { description: "Why; may be empty.", nullable: true })
  reason?: string | null;
}

@ObjectType({ description: "Answer of assignCase: the case, or the refusal." })
export class AssignCasePayload extends CasePayload {}

@Resolver()
export class AssignCase {
  @Mutation(() => AssignCasePayload, { description: "派发: names who leads, assists or is told." })
  assignCase(@Arg("input", () => AssignCaseInput, { description: "What is asked for." }) input: AssignCaseInput, @Ctx() ctx: Context): Promise<AssignCasePayload> {
    return actOnCase(ctx, "assignCase", input, async (c, facts, { client }) => {
      const assigneeInScope = await holdsAnyRole(client, input.personId, c, facts);
      return decideAssign(c, { personId: input.personId, as: input.as, reason: input.reason ?? "", assigneeInScope }, facts);
    });
  }
}
