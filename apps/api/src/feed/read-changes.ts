import { areaOfNumber, type AreaCode, type Viewer } from "@bandeng/domain";
import { changeSubjects, type Change, type ChangePage, type ChangeSubject } from "./change-type.ts";
import { caseScope, multirange, withinReach } from "../access/scope.ts";
import { run, Statement, type Runner } from "../database/statement.ts";
import { itemScope, meetingScope } from "../meetings/meeting-scope.ts";
import { projectScope } from "../projects/project-read.ts";

/** How many places one statement looks at: a viewer who sees little of the feed gets on by whole stretches. */
const STRETCH = 2000;
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

/** What a viewer may see of a row of `event` named `e`: what he may see of that which it happened to. */
function visible(q: Statement, viewer: Viewer): string {
  const { visible: seen, whole } = caseScope(q, viewer);
  const ofCase = (id: string): string => `exists (select from cases c where c.id = ${id} and ${seen} and ${whole})`;
  const places = withinReach(q, viewer, "places", "e.area_no");
  return `case e.stream_kind
    when 'CASE' then ${ofCase("e.stream_id")}
    when 'SIGHT' then ${withinReach(q, viewer, "reads", "e.area_no")}
    when 'MEETING' then exists (select from bench_meeting m where m.id = e.stream_id and ${meetingScope(q, viewer)})
    when 'AGENDA_ITEM' then exists (select from agenda_item i left join bench_meeting m on m.id = i.meeting_id join cases c on c.id = i.case_id where i.id = e.stream_id and ${itemScope(q, viewer)})
    when 'MEDIATION' then exists (select from mediation t where t.id = e.stream_id and ${ofCase("t.case_id")})
    when 'COST_PLAN' then exists (select from cost_plan t where t.id = e.stream_id and ${ofCase("t.case_id")})
    when 'PROJECT' then exists (select from secretary_project x where x.id = e.stream_id and ${projectScope(q, viewer)})
    when 'PUBLICATION' then exists (select from publication x where x.id = e.stream_id and ${withinReach(q, viewer, "places", "x.area_no")})
    when 'CALENDAR' then true
    else ${places} end`;
}

type Row = Omit<Change, "areaCode"> & { readonly areaNo: number };

const change = `json_build_object('position', e.position, 'subject', case e.stream_kind when 'SIGHT' then 'CASE' else e.stream_kind end,
  'id', case e.stream_kind when 'SIGHT' then (e.payload ->> 'caseId')::uuid else e.stream_id end, 'version', case e.stream_kind when 'SIGHT' then (e.payload ->> 'version')::int else e.seq end,
  'type', e.type, 'areaNo', e.area_no, 'at', e.at, 'recordedAt', e.recorded_at, 'actorId', e.actor_id, 'payload', case e.stream_kind when 'SIGHT' then '{}' else e.payload end)`;

async function stretch(runner: Runner, viewer: Viewer, { after, first, subjects = changeSubjects, areas }: ChangesAsked, upTo: number): Promise<Change[]> {
  const q = new Statement();
  const kinds = subjects.includes("CASE") ? [...subjects, "SIGHT"] : subjects;
  const parts = [`e.position > ${q.bind(after, "int8")}`, `e.position <= ${q.bind(upTo, "int8")}`, `e.stream_kind = any(${q.bind(kinds, "text[]")})`];
  if (areas) parts.push(`e.area_no <@ ${q.bind(multirange(areas), "int8multirange")}`);
  parts.push(visible(q, viewer));
  const rows = await q.run<{ change: Row }>(runner, `select ${change} as change from event e where ${parts.join(" and ")} order by e.position limit ${q.bind(first, "int")}`);
  return rows.map(({ change: { areaNo, at, recordedAt, ...rest } }) => ({ ...rest, areaCode: areaOfNumber(areaNo), at: new Date(at).toISOString(), recordedAt: new Date(recordedAt).toISOString() }));
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
