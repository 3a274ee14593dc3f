import { decideOpenPoint, isRefusal, pointAreaProblem, pointCodeOf, recordPoint } from "@bandeng/domain";
import { randomBytes } from "node:crypto";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { isFreeCode, storePoint } from "./point-store.ts";
import { PointDescriptionInput } from "./point-type.ts";
import { describedPoint, pointAnswer, PointPayload } from "./point-verb.ts";
import { perform } from "../cases/act.ts";
import type { Runner } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { DateTime } from "../http/date-time.ts";

@InputType({ description: "Input of openPoint." })
export class OpenPointInput extends PointDescriptionInput {
  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;

  @Field(() => DateTime, { nullable: true, description: "When it took effect, if that was earlier; never later than now." })
  at?: string | null;

  @Field(() => ID, { description: "The grid or community it stands in; stays for good." })
  areaCode!: string;
}

@ObjectType({ description: "Answer of openPoint: the point with its code, or the refusal." })
export class OpenPointPayload extends PointPayload {}

/** A code that no point has. There are a thousand million: a second draw is rare. */
async function freshCode(client: Runner): Promise<string> {
  const code = pointCodeOf(randomBytes(6));
  return (await isFreeCode(client, code)) ? code : freshCode(client);
}

@Resolver()
export class OpenPoint {
  @Mutation(() => OpenPointPayload, { description: "设点: opens a collection point and gives it the code that stands on its poster." })
  async openPoint(@Arg("input", () => OpenPointInput, { description: "What is asked for." }) input: OpenPointInput, @Ctx() ctx: Context): Promise<OpenPointPayload> {
    const done = await perform(ctx, { verb: "openPoint", input, on: [], about: "POINT" }, async (act) => {
      const { areaCode } = input;
      const wrong = pointAreaProblem(areaCode);
      if (wrong) return act.refuse(wrong);
      const described = await describedPoint(act, areaCode, input);
      if (isRefusal(described)) return act.refuse(described);
      const body = decideOpenPoint({ ...described, areaCode, code: await freshCode(act.client) }, act.facts);
      if (isRefusal(body)) return act.refuse(body);
      const recorded = recordPoint(null, uuidv7(), body, act.facts);
      await storePoint(act.client, recorded);
      return recorded.point.id;
    });
    return pointAnswer(ctx, done);
  }
}
