import type { AreaCode, Viewer } from "@bandeng/domain";
import { changeFields } from "./change-fields.ts";
import { changeSubjects, type Change, type ChangePage, type ChangeSubject } from "./change-type.ts";
import { caseScope, multirange, withinReach } from "../access/scope.ts";
import { run, type Runner, type Statement } from "../database/statement.ts";
import { itemScope, meetingScope } from "../meetings/meeting-scope.ts";
import { projectScope } from "../projects/project-read.ts";
import { asking, everything, objectSql, type Asking } from "../read/read-type.ts";

/** No field of a change itself depends on the moment. */
const NEVER = "1970-01-01T00:00:00.000Z";

/** How many places one statement looks at: a viewer who sees little of the feed gets on by whole stretches. */
export const STRETCH = 2000;
/** How many of them for one page. */
const STRETCHES = 10;

export interface ChangesAsked {
  /** Not included; 0 for the beginning. */
  readonly after: number;
  /** How many at most. */
  readonly first: number;
  /** Not beyond this place. */
  readonly upTo?: number;
  /** All kinds when absent. */
  readonly subjects?: readonly ChangeSubject[];
  /** Everywhere the viewer may look when absent. */
  readonly areas?: readonly AreaCode[];
}

/**
 * What a viewer may see of a row of `event` named `e`: what he may see of that which it happened to. `offset 0` keeps the
 * planner from reading a whole table for a hash where a page has one meeting in it.
 */
function visible(q: Statement, viewer: Viewer): string {
  const { visible: seen, whole } = caseScope(q, viewer);
  const ofCase = (id: string): string => `exists (select from cases c where c.id = ${id} and ${seen} and ${whole} offset 0)`;
  const places = withinReach(q, viewer, "places", "e.area_no");
  return `case e.stream_kind
    when 'CASE' then ${ofCase("e.stream_id")}
    when 'SIGHT' then ${withinReach(q, viewer, "reads", "e.area_no")}
    when 'MEETING' then exists (select from bench_meeting m where m.id = e.stream_id and ${meetingScope(q, viewer)} offset 0)
    when 'AGENDA_ITEM' then exists (select from agenda_item i left join bench_meeting m on m.id = i.meeting_id join cases c on c.id = i.case_id where i.id = e.stream_id and ${itemScope(q, viewer)} offset 0)
    when 'MEDIATION' then exists (select from mediation t where t.id = e.stream_id and ${ofCase("t.case_id")} offset 0)
    when 'COST_PLAN' then exists (select from cost_plan t where t.id = e.stream_id and ${ofCase("t.case_id")} offset 0)
    when 'PROJECT' then exists (select from secretary_project x where x.id = e.stream_id and ${projectScope(q, viewer)} offset 0)
    when 'PUBLICATION' then exists (select from publication x where x.id = e.stream_id and ${withinReach(q, viewer, "places", "x.area_no")} offset 0)
    when 'CALENDAR' then true
    else ${places} end`;
}

/** The places that are looked at, and the first of them that the viewer may see: `select … from event e`, ordered. */
export function stretchSql({ q, viewer }: Asking, { after, first, subjects = changeSubjects, areas }: ChangesAsked, upTo: string): string {
  const kinds = subjects.includes("CASE") ? [...subjects, "SIGHT"] : subjects;
  const parts = [`e.position > ${q.bind(after, "int8")}`, `e.position <= ${upTo}`, `e.stream_kind = any(${q.bind(kinds, "text[]")})`];
  if (areas) parts.push(`e.area_no <@ ${q.bind(multirange(areas), "int8multirange")}`);
  parts.push(visible(q, viewer));
  return `select e.* from event e where ${parts.join(" and ")} order by e.position limit ${q.bind(first, "int")}`;
}

async function stretch(runner: Runner, viewer: Viewer, asked: ChangesAsked, upTo: number): Promise<Change[]> {
  const ask = asking(viewer, NEVER);
  const rows = await ask.q.run<{ change: Change }>(runner, `select ${objectSql(ask, changeFields, everything(changeFields))} as change from (${stretchSql(ask, asked, ask.q.bind(upTo, "int8"))}) e order by e.position`);
  return rows.map(({ change }) => change);
}

/** The last place given. */
export async function readHead(runner: Runner): Promise<number> {
  const [row] = await run<{ position: string }>(runner, "select position from feed_head");
  return Number(row?.position ?? 0);
}

/**
 * A stretch of the feed as a viewer sees it. The head is read first: all places up to it are committed, so that what is read
 * after it is whole. `upTo` is the last change of a full page, else how far was looked.
 */
export async function readChanges(runner: Runner, viewer: Viewer, asked: ChangesAsked): Promise<ChangePage> {
  const head = await readHead(runner);
  const end = Math.min(head, asked.upTo ?? head);
  const changes: Change[] = [];
  let upTo = asked.after;
  for (let i = 0; i < STRETCHES && upTo < end && changes.length < asked.first; i++) {
    const next = Math.min(end, upTo + STRETCH);
    const left = asked.first - changes.length;
    const found = await stretch(runner, viewer, { ...asked, after: upTo, first: left }, next);
    changes.push(...found);
    upTo = found.length === left ? (found.at(-1) as Change).position : next;
  }
  return { changes, after: asked.after, upTo, head };
}
