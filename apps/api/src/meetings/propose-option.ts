import { decideProposeOption, type ProposerKind } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { ProposerKindEnum } from "./meeting-enums.ts";
import { actOnItem, AgendaPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of proposeOption." })
export class ProposeOptionInput extends VerbInput {
  @Field(() => String, { description: "In words." })
  words!: string;

  @Field(() => ProposerKindEnum, { description: "Whether residents or officials had the idea." })
  proposedBy!: ProposerKind;

  @Field(() => ID, { nullable: true, description: "Who on the bench; absent for an option that was brought along." })
  attendanceId?: string | null;
}

@ObjectType({ description: "Answer of proposeOption: the item, or the refusal." })
export class ProposeOptionPayload extends AgendaPayload {}

@Resolver()
export class ProposeOption {
  @Mutation(() => ProposeOptionPayload, { description: "协商解决方案: something that could be done, and who had the idea." })
  proposeOption(@Arg("input", () => ProposeOptionInput, { description: "What is asked for." }) input: ProposeOptionInput, @Ctx() ctx: Context): Promise<ProposeOptionPayload> {
    const { words, proposedBy, attendanceId = null } = input;
    return actOnItem(ctx, "proposeOption", input, ({ item, meeting }, facts) => decideProposeOption(item, meeting, { optionId: uuidv7(), words, proposedBy, attendanceId }, facts));
  }
}
