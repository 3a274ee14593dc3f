import { decideRequestStrikeOff } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of requestStrikeOff." })
export class RequestStrikeOffInput extends VerbInput {}

@ObjectType({ description: "Answer of requestStrikeOff: the project, or the refusal." })
export class RequestStrikeOffPayload extends ProjectPayload {}

@Resolver()
export class RequestStrikeOff {
  @Mutation(() => RequestStrikeOffPayload, { description: "申请销号: the secretary says the promise is kept." })
  requestStrikeOff(@Arg("input", () => RequestStrikeOffInput, { description: "What is asked for." }) input: RequestStrikeOffInput, @Ctx() ctx: Context): Promise<RequestStrikeOffPayload> {
    return actOnProject(ctx, "requestStrikeOff", input, (project, facts, cases) => {
      const callbacksAnswered = cases.flatMap((c) => c.callbacks).filter((b) => b.satisfaction !== null).length;
      return decideRequestStrikeOff(project, { callbacksAnswered }, facts);
    });
  }
}
