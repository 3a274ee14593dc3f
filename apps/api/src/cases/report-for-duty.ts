import { decideReport } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of reportForDuty." })
export class ReportForDutyInput extends VerbInput {
  @Field(() => ID, { description: "The whistle." })
  whistleId!: string;

  @Field(() => String, { description: "What was done." })
  result!: string;
}

@ObjectType({ description: "Answer of reportForDuty: the case, or the refusal." })
export class ReportForDutyPayload extends CasePayload {}

@Resolver()
export class ReportForDuty {
  @Mutation(() => ReportForDutyPayload, { description: "报到: the department called reports what it did." })
  reportForDuty(@Arg("input", () => ReportForDutyInput, { description: "What is asked for." }) input: ReportForDutyInput, @Ctx() ctx: Context): Promise<ReportForDutyPayload> {
    return actOnCase(ctx, "reportForDuty", input, (c, facts) => decideReport(c, input, facts));
  }
}
