import { decideNameInspector, refuse, whyNotProject } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { isColleague } from "../people/standing.ts";

@InputType({ description: "Input of nameInspector." })
export class NameInspectorInput extends VerbInput {
  @Field(() => ID, { description: "A colleague of the district." })
  personId!: string;
}

@ObjectType({ description: "Answer of nameInspector: the project, or the refusal." })
export class NameInspectorPayload extends ProjectPayload {}

@Resolver()
export class NameInspector {
  @Mutation(() => NameInspectorPayload, { description: "The street names somebody to verify and strike off in its place; never a present or former owner." })
  nameInspector(@Arg("input", () => NameInspectorInput, { description: "What is asked for." }) input: NameInspectorInput, @Ctx() ctx: Context): Promise<NameInspectorPayload> {
    return actOnProject(ctx, "nameInspector", input, async (project, facts, _cases, { client }) => {
      const no = whyNotProject("nameInspector", project, facts.viewer);
      if (no) return no;
      if (!(await isColleague(client, facts.viewer, input.personId))) return refuse("UNKNOWN_PERSON", {}, "personId");
      return decideNameInspector(project, { inspectorId: input.personId }, facts);
    });
  }
}
