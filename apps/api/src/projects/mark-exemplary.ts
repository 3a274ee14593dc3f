import { decideMarkExemplary } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of markExemplary." })
export class MarkExemplaryInput extends VerbInput {
  @Field(() => Boolean, { description: "Whether it is exemplary." })
  exemplary!: boolean;
}

@ObjectType({ description: "Answer of markExemplary: the project, or the refusal." })
export class MarkExemplaryPayload extends ProjectPayload {}

@Resolver()
export class MarkExemplary {
  @Mutation(() => MarkExemplaryPayload, { description: "示范项目: the street holds a struck-off project up to others, or takes that back." })
  markExemplary(@Arg("input", () => MarkExemplaryInput, { description: "What is asked for." }) input: MarkExemplaryInput, @Ctx() ctx: Context): Promise<MarkExemplaryPayload> {
    return actOnProject(ctx, "markExemplary", input, (project, facts) => decideMarkExemplary(project, input, facts));
  }
}
