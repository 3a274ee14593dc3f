import { decideReturnStrikeOff } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of returnStrikeOff." })
export class ReturnStrikeOffInput extends VerbInput {
  @Field(() => String, { description: "What is still to be done." })
  reason!: string;
}

@ObjectType({ description: "Answer of returnStrikeOff: the project, or the refusal." })
export class ReturnStrikeOffPayload extends ProjectPayload {}

@Resolver()
export class ReturnStrikeOff {
  @Mutation(() => ReturnStrikeOffPayload, { description: "退回销号申请: the street or the named inspector gives the request back; the project runs on." })
  returnStrikeOff(@Arg("input", () => ReturnStrikeOffInput, { description: "What is asked for." }) input: ReturnStrikeOffInput, @Ctx() ctx: Context): Promise<ReturnStrikeOffPayload> {
    return actOnProject(ctx, "returnStrikeOff", input, (project, facts) => decideReturnStrikeOff(project, input, facts));
  }
}
