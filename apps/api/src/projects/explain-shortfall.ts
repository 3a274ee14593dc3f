import { decideExplainShort } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of explainShortfall." })
export class ExplainShortfallInput extends VerbInput {
  @Field(() => ID, { description: "The deliverable." })
  deliverableId!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of explainShortfall: the project, or the refusal." })
export class ExplainShortfallPayload extends ProjectPayload {}

@Resolver()
export class ExplainShortfall {
  @Mutation(() => ExplainShortfallPayload, { description: "Says why fewer are accepted than were planned." })
  explainShortfall(@Arg("input", () => ExplainShortfallInput, { description: "What is asked for." }) input: ExplainShortfallInput, @Ctx() ctx: Context): Promise<ExplainShortfallPayload> {
    return actOnProject(ctx, "explainShortfall", input, (project, facts) => decideExplainShort(project, input, facts));
  }
}
