import { decidePublicise } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of publiciseProject." })
export class PubliciseProjectInput extends VerbInput {
  @Field(() => String, { description: "Where it is posted." })
  place!: string;
}

@ObjectType({ description: "Answer of publiciseProject: the project, or the refusal." })
export class PubliciseProjectPayload extends ProjectPayload {}

@Resolver()
export class PubliciseProject {
  @Mutation(() => PubliciseProjectPayload, { description: "公示: the street publicises it for five working days." })
  publiciseProject(@Arg("input", () => PubliciseProjectInput, { description: "What is asked for." }) input: PubliciseProjectInput, @Ctx() ctx: Context): Promise<PubliciseProjectPayload> {
    return actOnProject(ctx, "publiciseProject", input, (project, facts) => decidePublicise(project, input, facts));
  }
}
