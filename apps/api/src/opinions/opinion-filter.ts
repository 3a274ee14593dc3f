import type { AnswerState, Channel } from "@bandeng/domain";
import { Field, ID, InputType } from "type-graphql";
import { answerRank } from "./opinion-columns.ts";
import { AnswerStateEnum } from "./opinion-type.ts";
import { ChannelEnum } from "../cases/case-enums.ts";
import type { Statement } from "../database/statement.ts";
import { searchPattern } from "../database/search-pattern.ts";
import { isUuid } from "../database/uuid.ts";
import { DateTime } from "../http/date-time.ts";

@InputType({ description: "What a list of opinions is narrowed to. Every part given must hold; a list holds when one of its values does." })
export class OpinionFilter {
  @Field(() => Boolean, { nullable: true, description: "True: those without an answer, be there something to tell or not; false: those with one." })
  unanswered?: boolean | null;

  @Field(() => [AnswerStateEnum], { nullable: true, description: "How far the answer has come." })
  answers?: AnswerState[] | null;

  @Field(() => [ChannelEnum], { nullable: true, description: "How they reached the community." })
  channels?: Channel[] | null;

  @Field(() => ID, { nullable: true, description: "Left at this collection point." })
  pointId?: string | null;

  @Field(() => ID, { nullable: true, description: "Said on this contact day." })
  contactDayId?: string | null;

  @Field(() => [ID], { nullable: true, description: "Who wrote them down, by person." })
  recordedByIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: written down more than 24 hours after they were said; false: sooner." })
  recordedLate?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: "Written down at or after this moment." })
  recordedFrom?: string | null;

  @Field(() => DateTime, { nullable: true, description: "Written down before this moment." })
  recordedTo?: string | null;

  @Field(() => String, { nullable: true, description: "In the resident's own words, or in number or title of the case, also by pinyin." })
  text?: string | null;
}

/** The filter as one condition on the row `o` and its case `c`. */
export function opinionCondition(q: Statement, filter: OpinionFilter | null | undefined): string {
  if (!filter) return "true";
  const parts: string[] = [];
  const id = (value: string): string => q.bind(isUuid(value) ? value : null, "uuid");
  // Written out, so that the partial indexes of what is unanswered serve it.
  if (filter.unanswered === true) parts.push("o.answer < 3");
  if (filter.unanswered === false) parts.push("o.answer = 3");
  if (filter.answers) parts.push(`o.answer = any(${q.bind(filter.answers.map(answerRank), "smallint[]")})`);
  if (filter.channels) parts.push(`o.channel = any(${q.bind(filter.channels, "text[]")})`);
  if (filter.pointId != null) parts.push(`o.point_id = ${id(filter.pointId)}`);
  if (filter.contactDayId != null) parts.push(`o.contact_day_id = ${id(filter.contactDayId)}`);
  if (filter.recordedByIds) parts.push(`o.recorded_by = any(${q.bind(filter.recordedByIds.filter(isUuid), "uuid[]")})`);
  if (filter.recordedLate === true) parts.push("o.recorded_at - o.voiced_at > interval '24 hours'");
  if (filter.recordedLate === false) parts.push("o.recorded_at - o.voiced_at <= interval '24 hours'");
  if (filter.recordedFrom != null) parts.push(`o.recorded_at >= ${q.bind(filter.recordedFrom, "timestamptz")}`);
  if (filter.recordedTo != null) parts.push(`o.recorded_at < ${q.bind(filter.recordedTo, "timestamptz")}`);
  if (filter.text?.trim()) {
    const [words, typed] = [q.bind(searchPattern(filter.text)), q.bind(searchPattern(filter.text.replaceAll(/\s/g, "")))];
    parts.push(`(lower(o.words) like ${words} or c.search like ${words} or c.search like ${typed})`);
  }
  return parts.length > 0 ? parts.join(" and ") : "true";
}
