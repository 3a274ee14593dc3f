import { decideAccept, refuse, type CaseKind, type Severity } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { CaseKindEnum, SeverityEnum } from "./case-enums.ts";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";
import { holdsAnyRole, peopleExist } from "../people/standing.ts";

@InputType({ description: "Input of acceptCase." })
export class AcceptCaseInput extends VerbInput {
  @Field(() => CaseKindEnum, { description: "Kind." })
  kind!: CaseKind;

  @Field(() => ID, { description: "Category, such as assets.sewer." })
  category!: string;

  @Field(() => SeverityEnum, { description: "How bad it is." })
  severity!: Severity;

  @Field(() => [ID], { description: "Of a dispute: the parties known by name.", nullable: true })
  partyIds?: string[] | null;

  @Field(() => Boolean, { description: "Of a dispute: the anonymous reporter is a party too.", nullable: true })
  anonymousParty?: boolean | null;

  @Field(() => ID, { description: "Who leads; the acceptor when absent.", nullable: true })
  leadId?: string | null;
}

@ObjectType({ description: "Answer of acceptCase: the case, or the refusal." })
export class AcceptCasePayload extends CasePayload {}

@Resolver()
export class AcceptCase {
  @Mutation(() => AcceptCasePayload, { description: "受理: kind, category and severity are set, the clock starts, the deadline is promised." })
  acceptCase(@Arg("input", () => AcceptCaseInput, { description: "What is asked for." }) input: AcceptCaseInput, @Ctx() ctx: Context): Promise<AcceptCasePayload> {
    return actOnCase(ctx, "acceptCase", input, async (c, facts, { client }) => {
      const { kind, category, severity, leadId } = input;
      const named = input.partyIds ?? [];
      if (!(await peopleExist(client, facts.viewer, named))) return refuse("UNKNOWN_PERSON", {}, "partyIds");
      if (leadId != null && !(await holdsAnyRole(client, leadId, c, facts))) return refuse("ASSIGNEE_OUT_OF_SCOPE", {}, "leadId");
      const parties = input.anonymousParty ? [...named, null] : named;
      return decideAccept(c, { kind, category, severity, parties, ...(leadId == null ? {} : { leadId }) }, facts);
    });
  }
}
