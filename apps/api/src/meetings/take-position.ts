import { decideTakePositions, type Stance } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { StanceEnum } from "./meeting-enums.ts";
import { actOnItem, AgendaPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "What somebody thinks of an option." })
export class PositionInput {
  @Field(() => ID, { description: "Who on the bench." })
  attendanceId!: string;

  @Field(() => ID, { description: "The option." })
  optionId!: string;

  @Field(() => StanceEnum, { description: "For, acceptable, or against." })
  stance!: Stance;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;
}

@InputType({ description: "Input of takePosition." })
export class TakePositionInput extends VerbInput {
  @Field(() => [PositionInput], { description: "One position, or a show of hands at once: all of them or none." })
  positions!: PositionInput[];
}

@ObjectType({ description: "Answer of takePosition: the item, or the refusal." })
export class TakePositionPayload extends AgendaPayload {}

@Resolver()
export class TakePosition {
  @Mutation(() => TakePositionPayload, { description: "表态: one household, one voice; a later position of the same person takes the place of the earlier one." })
  takePosition(@Arg("input", () => TakePositionInput, { description: "What is asked for." }) input: TakePositionInput, @Ctx() ctx: Context): Promise<TakePositionPayload> {
    const positions = input.positions.map(({ reason, ...position }) => ({ ...position, reason: reason == null ? null : { id: uuidv7(), words: reason } }));
    return actOnItem(ctx, "takePosition", input, ({ item, meeting }, facts) => decideTakePositions(item, meeting, { positions }, facts));
  }
}
