import { decidePublicise } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload, ProjectVerbInput } from "./project-verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of publiciseProject." })
export class PubliciseProjectInput extends ProjectVerbInput {
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
