import { isAreaCode } from "@bandeng/domain";
import { changeFields } from "./change-fields.ts";
import type { ChangeSubject } from "./change-type.ts";
import { rememberConsumer } from "./consumer.ts";
import { STRETCH, stretchSql, type ChangesAsked } from "./read-changes.ts";
import { badInput, checkFirst } from "../http/connection.ts";
import { objectSql, readType } from "../read/read-type.ts";
import type { RootField } from "../read/root-field.ts";

/**
 * The root field `changes` of the read compiler: one stretch, in one snapshot. Where it does not fill the page and is not the
 * end, there is no data, and the resolver looks on.
 */
export const changesRoot: RootField<ChangesAsked> = {
  request({ after, first, areas, subjects }) {
    const wanted = areas as readonly string[] | null | undefined;
    if (wanted && (wanted.length === 0 || wanted.length > 100 || !wanted.every(isAreaCode))) throw badInput("areas must be 1 to 100 area codes");
    return { after: Number(after ?? 0), first: checkFirst(Number(first)), ...(wanted && { areas: wanted }), ...(subjects != null && { subjects: subjects as ChangeSubject[] }) };
  },
  data(ask, asked, { fields }) {
    const after = ask.q.bind(asked.after, "int8");
    const page = readType("ChangePage", {
      changes: { read: (_, { fields: below }) => `array_to_json(array(select ${objectSql(ask, changeFields, below)} from found e order by e.position))` },
      after,
      upTo: "span.reached",
      head: "span.head",
    });
    return `with feed as materialized (select position as head, least(position, ${after} + ${STRETCH}) as seen from feed_head),
      found as materialized (${stretchSql(ask, asked, "(select seen from feed)")}),
      span as materialized (select head, case when (select count(*) from found) = ${ask.q.bind(asked.first, "int8")} then (select max(position) from found) else greatest(seen, ${after}) end as reached,
        seen >= head or (select count(*) from found) = ${ask.q.bind(asked.first, "int8")} as is_whole from feed)
      select case when span.is_whole then ${objectSql(ask, page, fields)}::text end as data, span.reached from span`;
  },
  async afterwards(reader, row) {
    if (reader.viewer.key) await rememberConsumer(reader, Number(row["reached"]));
  },
};
