import { decideApproveCostDocument } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of approvePlanDocument." })
export class ApprovePlanDocumentInput extends VerbInput {
  @Field(() => ID, { description: "Which version." })
  documentId!: string;
}

@ObjectType({ description: "Answer of approvePlanDocument: the cost plan, or the refusal." })
export class ApprovePlanDocumentPayload extends CostPlanPayload {}

@Resolver()
export class ApprovePlanDocument {
  @Mutation(() => ApprovePlanDocumentPayload, { description: "审核施工方案, by somebody else than who added it." })
  approvePlanDocument(@Arg("input", () => ApprovePlanDocumentInput, { description: "What is asked for." }) input: ApprovePlanDocumentInput, @Ctx() ctx: Context): Promise<ApprovePlanDocumentPayload> {
    return actOnCosts(ctx, "approvePlanDocument", input, (plan, c, facts) => decideApproveCostDocument(plan, c, { documentId: input.documentId.toLowerCase() }, facts));
  }
}
