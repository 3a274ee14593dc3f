import { decideContact, type ContactKind } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { ContactKindEnum } from "./case-enums.ts";
import { actOnCase, CasePayload, CaseVerbInput } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recordContact." })
export class RecordContactInput extends CaseVerbInput {
  @Field(() => ContactKindEnum, { description: "In which way." })
  kind!: ContactKind;

  @Field(() => String, { description: "What was said or seen. Kept apart from the log." })
  words!: string;
}

@ObjectType({ description: "Answer of recordContact: the case, or the refusal." })
export class RecordContactPayload extends CasePayload {}

@Resolver()
export class RecordContact {
  @Mutation(() => RecordContactPayload, { description: "A human event: face to face, a visit, a call, a message, a note, or the result told to the reporter." })
  recordContact(@Arg("input", () => RecordContactInput, { description: "What is asked for." }) input: RecordContactInput, @Ctx() ctx: Context): Promise<RecordContactPayload> {
    return actOnCase(ctx, "recordContact", input, (c, facts) => decideContact(c, input, facts));
  }
}
