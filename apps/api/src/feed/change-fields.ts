import { oneCaseSql } from "../cases/read-case.ts";
import { caseFields } from "../cases/case-fields.ts";
import { momentSql, readType, selectList } from "../read/read-type.ts";

/** Of a mark that a case went out of sight everything about it but which one is left out. */
const unlessSight = (sql: string, otherwise: string): string => `case e.stream_kind when 'SIGHT' then ${otherwise} else ${sql} end`;

const caseId = unlessSight("e.stream_id", "(e.payload ->> 'caseId')::uuid");

/** The number of an area as its code (`areaOfNumber` of the domain): a city's first four digits, and then groups that are not all zeros. */
const areaCode = "case when e.area_no % 100000000000 = 0 then left(e.area_no::text, 4) else regexp_replace(e.area_no::text, '(000){1,3}$', '') end";

/** The GraphQL type Change over a row `e` of `event`. */
export const changeFields = readType("Change", {
  position: "e.position",
  subject: unlessSight("e.stream_kind", "'CASE'"),
  id: caseId,
  version: unlessSight("e.seq", "(e.payload ->> 'version')::int"),
  type: "e.type",
  areaCode,
  at: momentSql("e.at"),
  recordedAt: momentSql("e.recorded_at"),
  actorId: "e.actor_id",
  payload: unlessSight("e.payload::text", "'{}'"),
  case: {
    read: (ask, { fields }) => `(select row_to_json(o) from (select ${selectList(ask, caseFields, fields)} ${oneCaseSql(ask, { sql: `case when e.stream_kind in ('CASE', 'SIGHT') then ${caseId} end` })}) o)`,
  },
});
