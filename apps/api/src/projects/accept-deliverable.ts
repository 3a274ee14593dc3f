import { decideAcceptDeliverable, whyNotProject } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, attachmentProblem, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of acceptDeliverable." })
export class AcceptDeliverableInput extends VerbInput {
  @Field(() => ID, { description: "The deliverable." })
  deliverableId!: string;

  @Field(() => Int, { description: "How many in all." })
  accepted!: number;

  @Field(() => String, { description: "By what it can be seen." })
  evidence!: string;

  @Field(() => [ID], { nullable: true, description: "Photos and papers kept with one of its cases." })
  attachmentIds?: string[] | null;
}

@ObjectType({ description: "Answer of acceptDeliverable: the project, or the refusal." })
export class AcceptDeliverablePayload extends ProjectPayload {}

@Resolver()
export class AcceptDeliverable {
  @Mutation(() => AcceptDeliverablePayload, { description: "验收: so many of what was promised are there." })
  acceptDeliverable(@Arg("input", () => AcceptDeliverableInput, { description: "What is asked for." }) input: AcceptDeliverableInput, @Ctx() ctx: Context): Promise<AcceptDeliverablePayload> {
    return actOnProject(ctx, "acceptDeliverable", input, async (project, facts, _cases, act) => {
      const attachmentIds = input.attachmentIds ?? [];
      return whyNotProject("acceptDeliverable", project, facts.viewer) ?? (await attachmentProblem(act, project, attachmentIds)) ?? decideAcceptDeliverable(project, { ...input, attachmentIds }, facts);
    });
  }
}
