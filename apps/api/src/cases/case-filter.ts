import { boardColumns, caseLevels, caseStatuses, severities, type BoardColumn, type CaseKind, type CaseLevel, type CaseStatus, type Instant, type Severity, type UrgencyTag } from "@bandeng/domain";
import { Field, ID, InputType } from "type-graphql";
import { BoardColumnEnum, CaseKindEnum, CaseLevelEnum, CaseStatusEnum, SeverityEnum, UrgencyTagEnum } from "./case-enums.ts";
import { rankIn } from "./case-columns.ts";
import type { CaseScope } from "../access/scope.ts";
import type { Statement } from "../database/statement.ts";
import { DateTime } from "../http/date-time.ts";
import { searchPattern } from "../database/search-pattern.ts";
import { isUuid } from "../database/uuid.ts";

@InputType({ description: "What a list or board of cases is narrowed to. Every part given must hold; a list holds when one of its values does." })
export class CaseFilter {
  @Field(() => [CaseKindEnum], { nullable: true, description: "Kinds." })
  kinds?: CaseKind[] | null;

  @Field(() => [ID], { nullable: true, description: "Categories, such as assets.sewer." })
  categories?: string[] | null;

  @Field(() => [CaseStatusEnum], { nullable: true, description: "Statuses." })
  statuses?: CaseStatus[] | null;

  @Field(() => [CaseLevelEnum], { nullable: true, description: "Levels." })
  levels?: CaseLevel[] | null;

  @Field(() => [BoardColumnEnum], { nullable: true, description: "Columns of the escalation board." })
  columns?: BoardColumn[] | null;

  @Field(() => [SeverityEnum], { nullable: true, description: "Severities." })
  severities?: Severity[] | null;

  @Field(() => [UrgencyTagEnum], { nullable: true, description: "Any of these tags." })
  tags?: UrgencyTag[] | null;

  @Field(() => [ID], { nullable: true, description: "Present leads, by person." })
  leadIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: nobody leads it yet." })
  withoutLead?: boolean | null;

  @Field(() => [ID], { nullable: true, description: "Compounds." })
  compoundIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: "One building." })
  buildingId?: string | null;

  @Field(() => ID, { nullable: true, description: "The secretary project that adopted it." })
  projectId?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: adopted as a secretary project; false: not." })
  adopted?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True: what it waits for should have happened already." })
  overdue?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: "Only cases whose next due moment is before this one." })
  dueBefore?: Instant | null;

  @Field(() => Boolean, { nullable: true, description: "True: its lead asked for a hold or an extension nobody has decided." })
  asks?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: "Only cases changed at or after this moment." })
  updatedSince?: Instant | null;

  @Field(() => String, { nullable: true, description: "Number, title, the resident's own words, or place, also by pinyin: cjx finds 曹家巷." })
  text?: string | null;
}

/** The filter as one condition on the row `c`. What a masked card hides counts only where it is seen whole. */
export function filterCondition(q: Statement, filter: CaseFilter | null | undefined, scope: CaseScope, now: Instant): string {
  if (!filter) return "true";
  const open: string[] = [];
  const hidden: string[] = [];
  const any = (list: readonly unknown[], type: string) => `= any(${q.bind(list, type)})`;
  // What is no id names nothing.
  const ids = (list: readonly string[]) => any(list.filter(isUuid), "uuid[]");
  if (filter.kinds) open.push(`c.kind ${any(filter.kinds, "text[]")}`);
  if (filter.statuses) open.push(`c.status ${any(filter.statuses.map((s) => rankIn(caseStatuses, s)), "smallint[]")}`);
  if (filter.levels) open.push(`c.level ${any(filter.levels.map((l) => rankIn(caseLevels, l)), "smallint[]")}`);
  if (filter.columns) open.push(`c.board_column ${any(filter.columns.map((l) => rankIn(boardColumns, l)), "smallint[]")}`);
  if (filter.overdue === true) open.push(`(c.board_column < 7 and c.board_at < ${q.bind(now, "timestamptz")})`);
  if (filter.overdue === false) open.push(`(c.board_column = 7 or c.board_at >= ${q.bind(now, "timestamptz")})`);
  if (filter.dueBefore) open.push(`(c.board_column < 7 and c.board_at < ${q.bind(filter.dueBefore, "timestamptz")})`);
  if (filter.updatedSince) open.push(`c.updated_at >= ${q.bind(filter.updatedSince, "timestamptz")}`);
  if (filter.categories) hidden.push(`c.category ${any(filter.categories, "text[]")}`);
  if (filter.severities) hidden.push(`c.severity ${any(filter.severities.map((s) => rankIn(severities, s)), "smallint[]")}`);
  if (filter.tags) hidden.push(`c.tags && ${q.bind(filter.tags, "text[]")}`);
  if (filter.leadIds) hidden.push(`c.lead_id ${ids(filter.leadIds)}`);
  if (filter.withoutLead === true) hidden.push("c.lead_id is null");
  if (filter.withoutLead === false) hidden.push("c.lead_id is not null");
  if (filter.compoundIds) hidden.push(`c.compound_id ${ids(filter.compoundIds)}`);
  if (filter.buildingId) hidden.push(`c.building_id ${ids([filter.buildingId])}`);
  if (filter.projectId) hidden.push(`c.project_id ${ids([filter.projectId])}`);
  if (filter.adopted === true) hidden.push("c.project_id is not null");
  if (filter.adopted === false) hidden.push("c.project_id is null");
  if (filter.asks === true) hidden.push("c.state->'pendingAsk' <> 'null'");
  if (filter.asks === false) hidden.push("c.state->'pendingAsk' = 'null'");
  if (filter.text?.trim()) hidden.push(textCondition(q.bind(searchPattern(filter.text)), q.bind(searchPattern(filter.text.replaceAll(/\s/g, "")))));
  const parts = hidden.length > 0 ? [...open, scope.whole, ...hidden] : open;
  return parts.length > 0 ? parts.join(" and ") : "true";
}

/** Pinyin is looked for without the spaces that people type between syllables. */
function textCondition(words: string, typed: string): string {
  return `(c.search like ${words} or c.search like ${typed}
    or c.building_id in (select id from building where address like ${words} or pinyin like ${typed} or initials like ${typed})
    or c.compound_id in (select id from compound where name like ${words} or pinyin like ${typed} or initials like ${typed})
    or exists (select 1 from opinion o where o.case_id = c.id and lower(o.words) like ${words}))`;
}
