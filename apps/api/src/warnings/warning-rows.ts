import { caseStatuses, humanEvents, idleStatuses, openProjectStates, reopeningsCounted, repeatsSince, riskPoints, talkingStatuses, uncountedStatuses, warningThresholds, type CaseStatus, type Calendar, type Instant, type LocalDate, type WarningKind } from "@bandeng/domain";
import { limitOf, momentBeyond, type IdleLimits } from "./idle-limits.ts";
import type { CaseScope } from "../access/scope.ts";
import type { AreaKeys } from "../cases/area-keys.ts";
import { rankIn } from "../cases/case-columns.ts";
import type { Runner, Statement } from "../database/statement.ts";

/** A warning as the database finds it. `detail` is what its sentence says besides: a category, a department; of a project its id. */
export interface WarningRow {
  readonly key: string;
  readonly kind: WarningKind;
  readonly area: string;
  readonly since: Instant;
  readonly caseIds: readonly string[];
  readonly count: number;
  readonly detail: string | null;
}

/** What the statements are asked with. */
export interface Asked {
  readonly q: Statement;
  readonly keys: AreaKeys;
  readonly scope: CaseScope;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly calendar: Calendar;
  readonly limits: IdleLimits;
  /** Areas as text of PostgreSQL's int8multirange. */
  readonly ranges: string;
  /** Which projects the viewer knows of: a condition on row `x`. */
  readonly projects: string;
  /** Of a liaison, his departments: he sees their whistles alone. Null for everybody else. */
  readonly departments: readonly string[] | null;
}

const ranksOf = (q: Statement, statuses: readonly CaseStatus[]): string => q.bind(statuses.map((status) => rankIn(caseStatuses, status)), "smallint[]");

/** When somebody last did something about case `c`, and when a party was last contacted or heard: the domain's `humanAt` and `heardAt`. */
export function quietOf(q: Statement): string {
  return `cross join lateral (
    select greatest(c.collected_at, max(e.at) filter (where e.type = any(${q.bind(humanEvents, "text[]")}))) as human_at,
      greatest(coalesce((c.state ->> 'acceptedAt')::timestamptz, c.collected_at), max(e.at) filter (where e.type = 'CONTACTED' and e.payload ->> 'kind' <> 'NOTE'),
        (select max((s ->> 'at')::timestamptz) from mediation m, jsonb_array_elements(m.mediation -> 'statements') s where m.case_id = c.id)) as heard_at
    from event e where e.stream_id = c.id and e.stream_kind = 'CASE') quiet`;
}

/** Cases of its category at the building of row `x`, within the window, as far as the viewer sees them whole. */
export function repeatsAt({ q, scope, now }: Pick<Asked, "q" | "scope" | "now">): string {
  return `(select count(*)::int from cases c where c.building_id = x.building_id and c.category = x.category and c.collected_at >= ${q.bind(repeatsSince(now), "timestamptz")}
    and c.status <> all(${ranksOf(q, uncountedStatuses)}) and ${scope.whole})`;
}

/** Row `c`, with `quiet` beside it, stands still. */
export function isIdleRow(q: Statement, limits: IdleLimits): string {
  return `(c.status = any(${ranksOf(q, idleStatuses)}) and quiet.human_at < ${limitOf(q, limits)})`;
}

const columns = (kind: WarningKind, key: string): string => `md5('${kind}' || ${key})::uuid as key, '${kind}' as kind`;
const openCases = ({ keys, scope }: Asked): string => `from k join cases c on c.${keys.column} = k.no and c.board_column < 7 and ${scope.whole}`;

function repeats({ q, keys, scope, now }: Asked): string {
  return `select ${columns("REPEATS", "c.building_id || c.category")}, (array_agg(c.grid_code order by c.collected_at desc, c.id))[1] as area, min(c.collected_at) as since,
      array_agg(c.id order by c.collected_at desc, c.id) as "caseIds", count(*)::int as count, c.category as detail
    from k join cases c on c.${keys.column} = k.no where c.collected_at >= ${q.bind(repeatsSince(now), "timestamptz")} and c.building_id is not null and c.category is not null
      and c.status <> all(${ranksOf(q, uncountedStatuses)}) and ${scope.whole}
    group by c.building_id, c.category having count(*) >= ${q.bind(warningThresholds.repeats, "int")}`;
}

function idle(asked: Asked): string {
  const { q, limits } = asked;
  return `select ${columns("IDLE", "c.id")}, c.grid_code, quiet.human_at, array[c.id], 1, null ${openCases(asked)} ${quietOf(q)}
    where ${isIdleRow(q, limits)}`;
}

function partiesQuiet(asked: Asked): string {
  const { q, today, calendar } = asked;
  return `select ${columns("PARTIES_QUIET", "c.id")}, c.grid_code, quiet.heard_at, array[c.id], 1, null ${openCases(asked)} and c.kind = 'DISPUTE' ${quietOf(q)}
    where c.status = any(${ranksOf(q, talkingStatuses)}) and quiet.heard_at < ${q.bind(momentBeyond(warningThresholds.partiesQuietDays, today, calendar), "timestamptz")}`;
}

function unanswered({ q, keys, scope, now }: Asked): string {
  return `select ${columns("UNANSWERED", "o.id")}, c.grid_code, o.answer_due_at, array[c.id], 1, null from k join opinion o on o.${keys.column} = k.no and o.answer = 2 join cases c on c.id = o.present_case_id
    where o.answer_due_at < ${q.bind(now, "timestamptz")} and ${scope.whole}`;
}

function whistles(asked: Asked): string {
  const { q, now, departments } = asked;
  return `select ${columns("WHISTLE_OVERDUE", "w.id")}, c.grid_code, w."replyDueAt", array[c.id], 1, d.name ${openCases(asked)} and c.whistle_departments <> '[]'
      cross join lateral jsonb_to_recordset(c.state -> 'whistles') as w(id uuid, "departmentId" uuid, "replyDueAt" timestamptz, "reportedAt" timestamptz, "releasedAt" timestamptz)
      join department d on d.id = w."departmentId"
    where w."reportedAt" is null and w."releasedAt" is null and w."replyDueAt" < ${q.bind(now, "timestamptz")}${departments === null ? "" : ` and w."departmentId" = any(${q.bind(departments, "uuid[]")})`}`;
}

function inspections({ q, ranges, today, projects }: Asked): string {
  return `select ${columns("INSPECTION_MISSING", "x.id")}, x.community_code, x.inspection_from::timestamp at time zone 'Asia/Shanghai', '{}'::uuid[], 1, x.id::text from secretary_project x
    where x.area_no <@ ${q.bind(ranges, "int8multirange")} and x.inspection_from <= ${q.bind(today, "date")} and x.state = any(${q.bind(openProjectStates, "text[]")}) and ${projects}`;
}

/** The points that the domain's `riskOf` gives, for cases of high risk. */
function risk(asked: Asked): string {
  const { q, now, limits } = asked;
  const points = (code: keyof typeof riskPoints): string => q.bind(riskPoints[code], "int");
  const sum = [
    `case x.severity when 4 then ${points("SAFETY")} when 3 then ${points("SERIOUS")} else 0 end`,
    `${points("REOPENED")} * least(x.reopen_count, ${q.bind(reopeningsCounted, "int")})`,
    `case when x.board_at < ${q.bind(now, "timestamptz")} then ${points("OVERDUE")} else 0 end`,
    `case when ${repeatsAt(asked)} >= ${q.bind(warningThresholds.repeats, "int")} then ${points("REPEATED")} else 0 end`,
    `case when (x.state ->> 'failedMediations')::int > 0 then ${points("FAILED_MEDIATION")} else 0 end`,
    `case when x.tags && '{URGENT,WORRYING}' then ${points("URGENT")} else 0 end`,
    `case when x.supporters >= ${q.bind(warningThresholds.manyVoices, "int")} then ${points("MANY_VOICES")} else 0 end`,
    `case when x.idle then ${points("IDLE")} else 0 end`,
  ].join(" + ");
  return `select ${columns("RISK", "y.id")}, y.grid_code, y.collected_at, array[y.id], y.points, null from (
      select x.id, x.grid_code, x.collected_at, ${sum} as points from (
        select c.*, ${isIdleRow(q, limits)} as idle ${openCases(asked)} ${quietOf(q)}) x) y
    where y.points >= ${q.bind(warningThresholds.highRisk, "int")}`;
}

/** The statement that finds warnings of one kind: rows of the columns that `WarningRow` has, in one order. */
const warningsOfKind: Readonly<Record<WarningKind, (asked: Asked) => string>> = {
  REPEATS: repeats,
  IDLE: idle,
  PARTIES_QUIET: partiesQuiet,
  UNANSWERED: unanswered,
  WHISTLE_OVERDUE: whistles,
  INSPECTION_MISSING: inspections,
  RISK: risk,
};

/** Warnings, what has lasted longest first: of all kinds in one statement. */
export async function readRows(runner: Runner, asked: Asked, kinds: readonly WarningKind[], after: { readonly at: string; readonly id: string } | null, limit: number): Promise<WarningRow[]> {
  const { q, keys } = asked;
  const parts = kinds.map((kind) => warningsOfKind[kind](asked));
  if (parts.length === 0) return [];
  const from = after === null ? "true" : `(w.since, w.key) > (${q.bind(after.at, "timestamptz")}, ${q.bind(after.id, "uuid")})`;
  return q.run<WarningRow & Record<string, unknown>>(
    runner,
    `with k as materialized (${keys.sql}) select * from ((${parts.join(") union all (")})) w (key, kind, area, since, "caseIds", count, detail)
     where ${from} order by w.since, w.key limit ${q.bind(limit, "int")}`,
  );
}
