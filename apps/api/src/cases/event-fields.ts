import { dueFields } from "./due-fields.ts";
import { putTogetherSql } from "../log/apart.ts";
import { personField } from "../people/person-fields.ts";
import { field } from "../read/connection.ts";
import { everything, momentSql, objectSql, readType, type Asking } from "../read/read-type.ts";
import type { Selected } from "../read/selection.ts";

/** The GraphQL type CaseEvent over a row `e` of `event` with its row `w` of `event_words`. */
const eventFields = readType("CaseEvent", {
  id: "e.id",
  seq: "e.seq",
  type: "e.type",
  at: momentSql("e.at"),
  recordedAt: momentSql("e.recorded_at"),
  actor: personField("e.actor_id"),
  payload: `${putTogetherSql("e.type", "e.payload", "w")}::text`,
  words: "w.words",
  due: { of: dueFields("e.due"), when: () => "e.has_due and e.due is not null" },
  corrected: "exists (select from event x where x.stream_id = e.stream_id and x.stream_kind = 'CASE' and x.type = 'CORRECTED' and (x.payload ->> 'corrects')::int = e.seq)",
});

/** What happened to a case, latest first, as an expression of type json. @param id the case's, as an expression */
export function eventsSql(ask: Asking, id: string, first: number, selected: readonly Selected[]): string {
  const newest = `select * from event where stream_id = ${id} and stream_kind = 'CASE' order by seq desc limit ${ask.q.bind(first, "int")}`;
  return `array_to_json(array(select ${objectSql(ask, eventFields, selected)} from (${newest}) e left join event_words w on w.event_id = e.id order by e.seq desc))`;
}

/** All that a resolver gives of an event. */
export const wholeEvent: readonly Selected[] = [...everything(eventFields), field("actor", field("id"), field("name"))];
