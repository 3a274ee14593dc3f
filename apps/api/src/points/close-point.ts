import { decideClosePoint } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnPoint, PointPayload } from "./point-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of closePoint." })
export class ClosePointInput extends VerbInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of closePoint: the point, or the refusal." })
export class ClosePointPayload extends PointPayload {}

@Resolver()
export class ClosePoint {
  @Mutation(() => ClosePointPayload, { description: "撤点: closes a collection point. Its opinions and its code stay, its public page says that it is closed." })
  closePoint(@Arg("input", () => ClosePointInput, { description: "What is asked for." }) input: ClosePointInput, @Ctx() ctx: Context): Promise<ClosePointPayload> {
    return actOnPoint(ctx, "closePoint", input, (point, facts) => decideClosePoint(point, input, facts));
  }
}
