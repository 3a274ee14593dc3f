import type { BoardColumn, CaseKind, CaseLevel, CaseStatus, PendingAsk, Severity, UrgencyTag } from "@bandeng/domain";
import { Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { BoardColumnEnum, CaseKindEnum, CaseLevelEnum, CaseStatusEnum, SeverityEnum, UrgencyTagEnum, VisibilityEnum } from "./case-enums.ts";
import { DueType, PendingAskType } from "./case-parts.ts";
import type { SeenCase } from "./card.ts";
import { PersonType } from "../access/person-type.ts";
import { DateTime } from "../http/date-time.ts";
import { PageInfo } from "../http/connection.ts";
import { Node } from "../http/node.ts";

@ObjectType({ description: "Where a case is, as ids and words. All null when the place is unknown or hidden." })
export class CasePlaceType {
  @Field(() => ID, { nullable: true, description: "The compound; null when unknown, hidden, or outside any." })
  compoundId!: string | null;

  @Field(() => String, { nullable: true, description: "Its name; null like its id." })
  compoundName!: string | null;

  @Field(() => ID, { nullable: true, description: "The building; null when unknown or hidden." })
  buildingId!: string | null;

  @Field(() => String, { nullable: true, description: "Its address, such as 锡麟街25号; null like its id." })
  buildingAddress!: string | null;

  @Field(() => ID, { nullable: true, description: "The unit; null when unknown or hidden." })
  unitId!: string | null;

  @Field(() => Int, { nullable: true, description: "Its number in the building; null like its id." })
  unitNo!: number | null;
}

@ObjectType("Case", { implements: Node, description: "A matter residents bring, on two axes: status and level. Where `visibility` is MASKED only number, kind, grid, level, status and deadline are given." })
export class CaseType implements Node {
  @Field(() => ID, { description: "The case." })
  id!: string;

  @Field(() => String, { description: "Its number: community, year, running number." })
  no!: string;

  @Field(() => Int, { description: "Number of its last event; every verb names the version it was decided on." })
  version!: number;

  @Field(() => VisibilityEnum, { description: "How much of it the viewer sees." })
  visibility!: "WHOLE" | "MASKED";

  @Field(() => String, { description: "One line; 邻里纠纷 when masked." })
  title!: string;

  @Field(() => CaseKindEnum, { description: "Opinion, difficulty or dispute." })
  kind!: CaseKind;

  @Field(() => String, { nullable: true, description: "Id in the category tree; null until accepted, or when masked." })
  category!: string | null;

  @Field(() => CasePlaceType, { description: "Where it is." })
  place!: CasePlaceType;

  @Field(() => ID, { description: "Code of its grid, 15 digits; ending in 000 it is of the community and no known grid (未定网格)." })
  gridCode!: string;

  @Field(() => String, { nullable: true, description: "Name of the grid; null for a case of no known grid." })
  gridName!: string | null;

  @Field(() => SeverityEnum, { nullable: true, description: "How bad it is; null when masked." })
  severity!: Severity | null;

  @Field(() => [UrgencyTagEnum], { description: "急难愁盼; empty when masked." })
  tags!: readonly UrgencyTag[];

  @Field(() => CaseStatusEnum, { description: "How far it has come." })
  status!: CaseStatus;

  @Field(() => CaseLevelEnum, { description: "Who has to solve it." })
  level!: CaseLevel;

  @Field(() => CaseLevelEnum, { description: "The highest level it ever had; the present one when masked." })
  maxLevel!: CaseLevel;

  @Field(() => PersonType, { nullable: true, description: "Its lead; null before acceptance, or when masked." })
  lead!: PersonType | null;

  @Field(() => [ID], { description: "Everybody who ever led it, the present lead last; empty when masked." })
  leadIds!: readonly string[];

  @Field(() => ID, { nullable: true, description: "Who recorded it; null when masked." })
  recordedById!: string | null;

  @Field(() => Int, { nullable: true, description: "Distinct reporters; null when masked." })
  supporters!: number | null;

  @Field(() => Int, { description: "How often it was reopened; 0 when masked." })
  reopenCount!: number;

  @Field(() => ID, { nullable: true, description: "The secretary project that adopted it; null when none has." })
  projectId!: string | null;

  @Field(() => String, { nullable: true, description: "Number of that project, such as 2024-02; null when there is none, or when it is out of the viewer's sight." })
  projectNo!: string | null;

  @Field(() => PendingAskType, { nullable: true, description: "What its lead asked for and nobody has decided; null when nothing, or when masked." })
  pendingAsk!: PendingAsk | null;

  @Field(() => DueType, { nullable: true, description: "What it waits for next; null when nothing is due." })
  due!: DueType | null;

  @Field(() => DateTime, { nullable: true, description: "Of a SAFETY case: somebody on the spot by then; null for others, once somebody was there, or when masked." })
  onSiteDueAt!: string | null;

  @Field(() => Boolean, { description: "It came back on appeal: only secretary or deputy decides on it; false when masked." })
  appealed!: boolean;

  @Field(() => Boolean, { description: "A superior officer put his eye on it (督办); false when masked." })
  supervised!: boolean;

  @Field(() => DateTime, { description: "When it was collected." })
  collectedAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When it was resolved last; null while it is not." })
  resolvedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was closed; null while it is not." })
  closedAt!: string | null;

  @Field(() => DateTime, { description: "When anything about it changed last." })
  updatedAt!: string;

  @Field(() => BoardColumnEnum, { nullable: true, description: "Its column of the escalation board; null when it is off the board." })
  boardColumn!: BoardColumn | null;

  @Field(() => Boolean, { description: "What it waits for should have happened already." })
  overdue!: boolean;

  /** What the resolvers beside work on; no field of the schema. */
  source!: SeenCase;
}

/** The fields of a case that stand in its own row. */
export type CaseFace = Omit<CaseType, "source">;

@ObjectType({ description: "An entry of a list of cases (Relay)." })
export class CaseEdge {
  @Field(() => String, { description: "Where it stands in the list." })
  cursor!: string;

  @Field(() => CaseType, { description: "The case." })
  node!: CaseType;
}

@ObjectType({ description: "A page of cases (Relay)." })
export class CaseConnection {
  @Field(() => [CaseEdge], { description: "The entries." })
  edges!: CaseEdge[];

  @Field(() => [CaseType], { description: "The cases without cursors." })
  nodes!: CaseType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;

  /** Counts the whole list; run only when the field is asked for. */
  count!: () => Promise<number>;
}

@Resolver(() => CaseConnection)
export class CaseConnectionResolver {
  @FieldResolver(() => Int, { description: "How many the whole list has; counted only when asked for.", complexity: 20 })
  totalCount(@Root() connection: CaseConnection): Promise<number> {
    return connection.count();
  }
}

/** The GraphQL face of a case as this viewer sees it: case-fields.ts says what each field is. */
export function caseType(source: SeenCase): CaseType {
  return { ...source.face, source };
}
