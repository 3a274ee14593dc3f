import { riskCodes, riskLevels, warningKinds, type RiskCode, type RiskLevel, type WarningKind } from "@bandeng/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { enumOf } from "../cases/case-enums.ts";
import { CaseType } from "../cases/case-type.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";
import { ProjectType } from "../projects/project-type.ts";

export const WarningKindEnum = enumOf(
  "WarningKind",
  warningKinds,
  "REPEATS 同类反复 at one building, IDLE 停滞, PARTIES_QUIET 双方失联 in a dispute, UNANSWERED 民意未答复, WHISTLE_OVERDUE 吹哨未应, INSPECTION_MISSING 漏巡项目, RISK 高风险事项.",
);
const RiskLevelEnum = enumOf("RiskLevel", riskLevels, "How likely a case is to go wrong: LOW 低, MEDIUM 中, HIGH 高.");
const RiskCodeEnum = enumOf("RiskCode", riskCodes, "Reasons of risk: safety, seriousness, reopened, overdue, repeated at its building, mediated in vain, urgent to residents, many voices, nobody follows it up.");

@ObjectType("RiskReason", { description: "A reason of a case's risk." })
export class RiskReasonType {
  @Field(() => RiskCodeEnum, { description: "Which." })
  code!: RiskCode;

  @Field(() => String, { description: "It in words, in the reader's language." })
  sentence!: string;

  @Field(() => Int, { description: "What it adds to the risk." })
  points!: number;
}

@ObjectType("Risk", { description: "How likely a case is to go wrong, explained by its reasons: LOW below 2 points, HIGH from 5." })
export class RiskType {
  @Field(() => RiskLevelEnum, { description: "By the sum of the points." })
  level!: RiskLevel;

  @Field(() => Int, { description: "The sum." })
  points!: number;

  @Field(() => [RiskReasonType], { description: "The reasons, the heaviest first; each at most once." })
  reasons!: RiskReasonType[];
}

@ObjectType("Warning", { description: "What somebody should look at before it goes wrong." })
export class WarningType {
  @Field(() => ID, { description: "Of this warning: the same as long as it lasts." })
  id!: string;

  @Field(() => WarningKindEnum, { description: "Of what." })
  kind!: WarningKind;

  @Field(() => ID, { description: "Grid of its cases, or community of its project." })
  areaCode!: string;

  @Field(() => [CaseType], { description: "The cases it is about, the latest first: one, or of REPEATS at most 20 of the building's." })
  cases!: CaseType[];

  @Field(() => ProjectType, { nullable: true, description: "Of INSPECTION_MISSING: the project." })
  project!: ProjectType | null;

  @Field(() => DateTime, { description: "Since when: the last human event, the day an answer was due, the first case of a repeat, the collection of a risky case." })
  since!: string;

  @Field(() => Int, { description: "Working days since then, that day not counted." })
  days!: number;

  @Field(() => Int, { description: "Of REPEATS: how many cases; of RISK: its points; else 1." })
  count!: number;

  @Field(() => [String], { description: "Why, in the reader's language." })
  reasons!: string[];
}

@ObjectType({ description: "A page of warnings (Relay)." })
export class WarningConnection {
  @Field(() => [WarningType], { description: "The warnings, what has lasted longest first." })
  nodes!: WarningType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}
