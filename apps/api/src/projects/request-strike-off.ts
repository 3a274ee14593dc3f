import { decideRequestStrikeOff } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload, ProjectVerbInput } from "./project-verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of requestStrikeOff." })
export class RequestStrikeOffInput extends ProjectVerbInput {}

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
