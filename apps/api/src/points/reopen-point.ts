import { decideReopenPoint } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnPoint, PointPayload } from "./point-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of reopenPoint." })
export class ReopenPointInput extends VerbInput {}

@ObjectType({ description: "Answer of reopenPoint: the point, or the refusal." })
export class ReopenPointPayload extends PointPayload {}

@Resolver()
export class ReopenPoint {
  @Mutation(() => ReopenPointPayload, { description: "恢复: opens a closed point again, under its old code." })
  reopenPoint(@Arg("input", () => ReopenPointInput, { description: "What is asked for." }) input: ReopenPointInput, @Ctx() ctx: Context): Promise<ReopenPointPayload> {
    return actOnPoint(ctx, "reopenPoint", input, decideReopenPoint);
  }
}
