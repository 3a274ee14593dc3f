import { decideHandOver } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { isSecretaryOf } from "../people/standing.ts";

@InputType({ description: "Input of handOverProject." })
export class HandOverProjectInput extends VerbInput {
  @Field(() => ID, { description: "The next secretary." })
  personId!: string;
}

@ObjectType({ description: "Answer of handOverProject: the project, or the refusal." })
export class HandOverProjectPayload extends ProjectPayload {}

@Resolver()
export class HandOverProject {
  @Mutation(() => HandOverProjectPayload, { description: "交接: it passes with the office to the next secretary, who takes it over or is given it by the street." })
  handOverProject(@Arg("input", () => HandOverProjectInput, { description: "What is asked for." }) input: HandOverProjectInput, @Ctx() ctx: Context): Promise<HandOverProjectPayload> {
    return actOnProject(ctx, "handOverProject", input, async (project, facts, _cases, { client }) => {
      const toIsSecretary = await isSecretaryOf(client, input.personId, project.communityCode, facts);
      return decideHandOver(project, { to: input.personId, toIsSecretary }, facts);
    });
  }
}
