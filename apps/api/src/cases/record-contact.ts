import { decideContact, localDateOf, refuse, type ContactKind } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { ContactKindEnum } from "./case-enums.ts";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import { loadPeople } from "../access/viewer.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recordContact." })
export class RecordContactInput extends VerbInput {
  @Field(() => ContactKindEnum, { description: "In which way." })
  kind!: ContactKind;

  @Field(() => String, { description: "What was said or seen. Kept apart from the log." })
  words!: string;

  @Field(() => ID, { nullable: true, description: "With which reporter, by the opinion; absent: all of them. RESULT_TOLD answers this one's opinion, or everybody's." })
  opinionId?: string | null;

  @Field(() => ID, { nullable: true, description: "With which household that shared the costs, where that is meant: what was done about its not being content. Also after the case has closed." })
  householdId?: string | null;

  @Field(() => [ID], { nullable: true, description: "Colleagues whom the words name, at most 10: they are told. Only who sees the case whole can be named." })
  mentions?: string[] | null;
}

@ObjectType({ description: "Answer of recordContact: the case, or the refusal." })
export class RecordContactPayload extends CasePayload {}

@Resolver()
export class RecordContact {
  @Mutation(() => RecordContactPayload, { description: "A human event: face to face, a visit, a call, a message, a note, or the result told to the reporter." })
  recordContact(@Arg("input", () => RecordContactInput, { description: "What is asked for." }) input: RecordContactInput, @Ctx() ctx: Context): Promise<RecordContactPayload> {
    return actOnCase(ctx, "recordContact", input, async (c, facts, { client }) => {
      const ids = input.mentions ?? [];
      const mentioned = await loadPeople(client, ids.filter(isUuid), localDateOf(facts.now));
      return mentioned.length < ids.length ? refuse("UNKNOWN_PERSON", {}, "mentions") : decideContact(c, { kind: input.kind, words: input.words, opinionId: input.opinionId ?? null, householdId: input.householdId ?? null, mentioned }, facts);
    });
  }
}
