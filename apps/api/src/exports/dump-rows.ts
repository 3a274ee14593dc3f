import { mayIn, type AreaCode, type Viewer } from "@bandeng/domain";
import { dumpTables, type DumpKind } from "./dump-tables.ts";
import { caseScope, multirange, withinReach } from "../access/scope.ts";
import type { Statement } from "../database/statement.ts";
import { projectScope } from "../projects/project-read.ts";

/** Columns of a row by the alias of its table, but for those that are said otherwise. */
function columnsOf(kind: DumpKind, alias: string, otherwise: Readonly<Record<string, string>> = {}): string {
  return dumpTables[kind].columns.map((name) => (otherwise[name] === undefined ? `${alias}.${name}` : `${otherwise[name]} as ${name}`)).join(", ");
}

/**
 * The select of one kind of row of an area, as far as the viewer sees it, in an order that is the same each time. Places and
 * settings are those of the whole community, so that a grid's cases have the places they name.
 */
export function dumpSelect(kind: DumpKind, q: Statement, viewer: Viewer, area: AreaCode): string {
  const around = area.slice(0, 12);
  // Bound where they are first read: PostgreSQL refuses a value that no condition mentions.
  const range = (): string => q.bind(multirange([area]), "int8multirange");
  const wide = (): string => q.bind(multirange([around]), "int8multirange");
  const place = (column: string): string => `(${column} <@ ${wide()} and ${withinReach(q, viewer, "places", column)})`;
  const project = (alias: "x"): string => `${alias}.area_no <@ ${wide()} and ${projectScope(q, viewer)}`;
  const ofCase = (): string => {
    const { visible, whole } = caseScope(q, viewer, [area]);
    return `c.area_no <@ ${range()} and ${visible} and ${whole}`;
  };
  const caseIs = (id: string): string => `exists (select from cases c where c.id = ${id} and ${ofCase()})`;
  const event = (): string => `case e.stream_kind when 'CASE' then ${caseIs("e.stream_id")}
      when 'PROJECT' then exists (select from secretary_project x where x.id = e.stream_id and ${project("x")})
      when 'COMPOUND' then exists (select from compound p where p.id = e.stream_id and ${place("p.area_no")})
      when 'BUILDING' then exists (select from building b where b.id = e.stream_id and ${place("b.area_no")})
      when 'SIGHT' then e.area_no <@ ${range()} and ${withinReach(q, viewer, "reads", "e.area_no")} else false end`;
  const opinion = (): string => caseIs("o.present_case_id");
  const selects: Readonly<Record<DumpKind, () => string>> = {
    AREA: () => `select ${columnsOf("AREA", "a")} from area a where a.no <@ ${wide()} or a.code = any(${q.bind([4, 6, 9, 12].map((length) => around.slice(0, length)), "text[]")}) order by length(a.code), a.code`,
    SETTING: () => `select ${columnsOf("SETTING", "s")} from community_setting s where ${place("s.area_no")} order by s.community_code`,
    COMPOUND: () => `select ${columnsOf("COMPOUND", "p")} from compound p where ${place("p.area_no")} order by p.id`,
    BUILDING: () => `select ${columnsOf("BUILDING", "b")} from building b where ${place("b.area_no")} order by b.id`,
    UNIT: () => `select ${columnsOf("UNIT", "u")} from unit u where exists (select from building b where b.id = u.building_id and ${place("b.area_no")}) order by u.id`,
    // Doors with their rooms are for those who may give out what is kept on people, and for no key (PIPL art. 51).
    HOUSEHOLD: () =>
      `select ${columnsOf("HOUSEHOLD", "h")} from household h where ${mayIn(viewer, "EXPORT_PERSON", around)} and exists (select from building b where b.id = h.building_id and ${place("b.area_no")}) order by h.id`,
    // Everybody the other rows name; of somebody the viewer may not look at only that there is somebody.
    PERSON: () => `select n.id, coalesce(p.surname_mask, '某') as surname_mask, case when p.area_no <@ ${wide()} then p.area_no else ${q.bind(around.padEnd(15, "0"), "int8")} end as area_no
      from (select c.lead_id as id from cases c where ${ofCase()}
        union select unnest(c.lead_ids) from cases c where ${ofCase()}
        union select c.recorded_by from cases c where ${ofCase()}
        union select unnest(array[o.reporter_id, o.recorded_by, o.proxy_id]) from opinion o where ${opinion()}
        union select x.secretary_id from secretary_project x where ${project("x")}
        union select e.actor_id from event e where ${event()}) n
      left join person p on p.id = n.id and (${withinReach(q, viewer, "residents", "p.area_no")}
        or exists (select from role_assignment r where r.person_id = p.id and ${withinReach(q, viewer, "near", "r.area_no")}))
      where n.id is not null order by n.id`,
    PROJECT: () => `select ${columnsOf("PROJECT", "x")} from secretary_project x where ${project("x")} order by x.id`,
    CASE: () => `select ${columnsOf("CASE", "c", { project_id: `(select x.id from secretary_project x where x.id = c.project_id and ${project("x")})` })} from cases c where ${ofCase()} order by c.id`,
    SEGMENT: () => `select ${columnsOf("SEGMENT", "s")} from case_segment s where ${caseIs("s.case_id")} order by s.case_id, s.no`,
    FACT: () => `select ${columnsOf("FACT", "f")} from case_fact f where ${caseIs("f.case_id")} order by f.id`,
    OPINION: () => `select ${columnsOf("OPINION", "o", { case_id: `case when ${caseIs("o.case_id")} then o.case_id else o.present_case_id end` })} from opinion o where ${opinion()} order by o.id`,
    EVENT: () => `select ${columnsOf("EVENT", "e")} from event e where ${event()} order by e.position nulls last, e.recorded_at, e.stream_id, e.seq`,
    WORDS: () => `select ${columnsOf("WORDS", "w")} from event_words w join event e on e.id = w.event_id where ${event()} order by w.event_id`,
  };
  return selects[kind]();
}
