import { decideAmend, refuse, type Amendable, type CaseKind, type Severity, type UrgencyTag } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { CaseKindEnum, SeverityEnum, UrgencyTagEnum } from "./case-enums.ts";
import { PlaceInput } from "./place-input.ts";
import { placeOf } from "./place-of.ts";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";
import { peopleExist } from "../people/standing.ts";

@InputType({ description: "Input of amendCase. What is absent stays." })
export class AmendCaseInput extends VerbInput {
  @Field(() => String, { nullable: true, description: "One line, at most 80 characters." })
  title?: string | null;

  @Field(() => CaseKindEnum, { nullable: true, description: "Kind." })
  kind?: CaseKind | null;

  @Field(() => ID, { nullable: true, description: "Category." })
  category?: string | null;

  @Field(() => SeverityEnum, { nullable: true, description: "SAFETY raises the case to the community at once." })
  severity?: Severity | null;

  @Field(() => [UrgencyTagEnum], { nullable: true, description: "All tags." })
  tags?: UrgencyTag[] | null;

  @Field(() => PlaceInput, { nullable: true, description: "Where it really is; its grid follows." })
  place?: PlaceInput | null;

  @Field(() => [ID], { nullable: true, description: "Of a dispute: all its parties." })
  partyIds?: string[] | null;
}

@ObjectType({ description: "Answer of amendCase: the case, or the refusal." })
export class AmendCasePayload extends CasePayload {}

@Resolver()
export class AmendCase {
  @Mutation(() => AmendCasePayload, { description: "Puts right what was written down; before and after stand in the log." })
  amendCase(@Arg("input", () => AmendCaseInput, { description: "What is asked for." }) input: AmendCaseInput, @Ctx() ctx: Context): Promise<AmendCasePayload> {
    return actOnCase(ctx, "amendCase", input, async (c, facts, { client }) => {
      const { title, kind, category, severity, tags, place, partyIds } = input;
      const found = place == null ? null : await placeOf(client, place, facts.viewer);
      if (place != null && found === null) return refuse("UNKNOWN_PLACE", {}, "place");
      if (partyIds != null && !(await peopleExist(client, facts.viewer, partyIds))) return refuse("UNKNOWN_PERSON", {}, "partyIds");
      const after: Amendable = {
        ...(title == null ? {} : { title }),
        ...(kind == null ? {} : { kind }),
        ...(category == null ? {} : { category }),
        ...(severity == null ? {} : { severity }),
        ...(tags == null ? {} : { tags }),
        ...(found === null ? {} : { place: found.place, gridCode: found.gridCode }),
        ...(partyIds == null ? {} : { parties: partyIds.map((personId, i) => ({ personId, side: String.fromCharCode(65 + i) })) }),
      };
      return decideAmend(c, after, facts);
    });
  }
}
