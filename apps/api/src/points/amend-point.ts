import { decideAmendPoint, isRefusal } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { PointDescriptionInput } from "./point-type.ts";
import { actOnPoint, describedPoint, PointPayload } from "./point-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of amendPoint." })
export class AmendPointInput extends VerbInput {
  @Field(() => PointDescriptionInput, { description: "All that the poster says, as it is from now on." })
  point!: PointDescriptionInput;
}

@ObjectType({ description: "Answer of amendPoint: the point, or the refusal." })
export class AmendPointPayload extends PointPayload {}

@Resolver()
export class AmendPoint {
  @Mutation(() => AmendPointPayload, { description: "Changes what the poster of an open point says, as a whole, and who keeps it." })
  amendPoint(@Arg("input", () => AmendPointInput, { description: "What is asked for." }) input: AmendPointInput, @Ctx() ctx: Context): Promise<AmendPointPayload> {
    return actOnPoint(ctx, "amendPoint", input, async (point, facts, act) => {
      const described = await describedPoint(act, point.areaCode, input.point);
      return isRefusal(described) ? described : decideAmendPoint(point, described, facts);
    });
  }
}
