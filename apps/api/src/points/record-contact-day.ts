import { decideHoldContactDay } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnContactDay, ContactDayPayload } from "./contact-day-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recordContactDay." })
export class RecordContactDayInput extends VerbInput {
  @Field(() => Int, { description: "Residents talked to, in all." })
  reached!: number;

  @Field(() => String, { defaultValue: "", description: "What was noted, kept apart from the log; opinions are written down as such. No names." })
  notes!: string;
}

@ObjectType({ description: "Answer of recordContactDay: the contact day, or the refusal." })
export class RecordContactDayPayload extends ContactDayPayload {}

@Resolver()
export class RecordContactDay {
  @Mutation(() => RecordContactDayPayload, { description: "记录联系日: it was held, and so many residents were reached; a second time puts the number right. For whoever was on duty, too." })
  recordContactDay(@Arg("input", () => RecordContactDayInput, { description: "What is asked for." }) input: RecordContactDayInput, @Ctx() ctx: Context): Promise<RecordContactDayPayload> {
    return actOnContactDay(ctx, "recordContactDay", input, (day, facts) => decideHoldContactDay(day, input, facts));
  }
}
