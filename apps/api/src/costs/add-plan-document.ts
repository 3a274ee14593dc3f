import { decideAddCostDocument, isRefusal, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { isAttached } from "../attachments/attachment-rows.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of addPlanDocument." })
export class AddPlanDocumentInput extends VerbInput {
  @Field(() => ID, { nullable: true, description: "An attachment of the case; absent when the note says it all." })
  attachmentId?: string | null;

  @Field(() => String, { description: "What is done and how, or what changed." })
  note!: string;
}

@ObjectType({ description: "Answer of addPlanDocument: the cost plan, or the refusal." })
export class AddPlanDocumentPayload extends CostPlanPayload {}

@Resolver()
export class AddPlanDocument {
  @Mutation(() => AddPlanDocumentPayload, { description: "施工方案: a further version of the plan of works; earlier ones stay." })
  addPlanDocument(@Arg("input", () => AddPlanDocumentInput, { description: "What is asked for." }) input: AddPlanDocumentInput, @Ctx() ctx: Context): Promise<AddPlanDocumentPayload> {
    return actOnCosts(ctx, "addPlanDocument", input, async (plan, c, facts, { client }) => {
      const attachmentId = input.attachmentId?.toLowerCase() ?? null;
      const decision = decideAddCostDocument(plan, c, { documentId: uuidv7(), attachmentId, note: input.note }, facts);
      if (isRefusal(decision) || attachmentId === null || (await isAttached(client, attachmentId, c.id))) return decision;
      return refuse("UNKNOWN_ATTACHMENT", {}, "attachmentId");
    });
  }
}
