import { decideCancelContactDay } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnContactDay, ContactDayPayload } from "./contact-day-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of cancelContactDay." })
export class CancelContactDayInput extends VerbInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of cancelContactDay: the contact day, or the refusal." })
export class CancelContactDayPayload extends ContactDayPayload {}

@Resolver()
export class CancelContactDay {
  @Mutation(() => CancelContactDayPayload, { description: "取消: a planned contact day does not take place. A plan that is carried on does not bring it back." })
  cancelContactDay(@Arg("input", () => CancelContactDayInput, { description: "What is asked for." }) input: CancelContactDayInput, @Ctx() ctx: Context): Promise<CancelContactDayPayload> {
    return actOnContactDay(ctx, "cancelContactDay", input, (day, facts) => decideCancelContactDay(day, input, facts));
  }
}
