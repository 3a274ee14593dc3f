import { createHmac } from "node:crypto";
import { councilCategories, shippedCalendarYears, slipCode } from "@bandeng/domain";
import type { Pool } from "pg";
import { committeePosts, councilRoles, pointKeeper } from "./by-right.ts";
import { tellCases, tellFewCases, type WorldCase, type WorldProject } from "./cases.ts";
import { eventIdOf, v7 } from "./ids.ts";
import { areaNo, everybody, now, personOf, residents, type WorldPerson } from "./people.ts";
import { canary, communities, communityKeys, districtsOfWorld, gridOf, worldAreas, worldDepartments, worldPlaces } from "./places.ts";
import { caseColumns, eventColumns, segmentColumns, type StreamKind } from "../cases/case-columns.ts";
import { hashToken } from "../access/hashed-tokens.ts";
import { answerColumns, callColumns } from "../experts/call-rows.ts";
import { expertColumns } from "../experts/expert-store.ts";
import { takeApart, type KeptApart } from "../log/apart.ts";
import { carriedColumns } from "../opinions/opinion-columns.ts";
import { projectColumns } from "../projects/project-store.ts";
import { startApi, type GraphqlAnswer, type TestApi, type TestApiOptions } from "../testing/api.ts";
import { settableClock } from "../testing/settable-clock.ts";
import { CaseTeller } from "./cases.ts";

export interface WorldView {
  readonly key: string;
  readonly id: string;
  readonly owner: WorldPerson;
  readonly area: string;
  readonly shared: boolean;
}

const viewRows: readonly (readonly [owner: string, area: string, shared: boolean])[] = [
  ["own/CLERK", communities.own, true],
  ["own/CLERK", communities.own, false],
  ["own/GRID_MEMBER-2", "340802001007002", true],
  ["sibling/CLERK", communities.sibling, true],
  ["street/CLERK", communities.street, true],
  ["district/CLERK", communities.district, true],
  ["340802/DISTRICT_OFFICER", "340802", true],
  ["340803/DISTRICT_OFFICER", "340803", true],
];

export const worldViews: readonly WorldView[] = viewRows.map(([owner, area, shared], i) => ({ key: `view-${i + 1}`, id: v7(`view:${i + 1}`), owner: personOf(owner), area, shared }));

const told = communityKeys.map((key) => (key === "own" ? tellCases(key) : tellFewCases(key)));
export const worldCases: readonly WorldCase[] = told.flatMap(({ cases }) => cases);
/** The case that carries an opinion now: after a merge the target. */
export const carrierOf = (opinionId: unknown): WorldCase | undefined => worldCases.find((c) => c.now.status !== "MERGED" && c.now.reporters.some((r) => r.opinionId === opinionId));
export const worldProjects: readonly WorldProject[] = told.flatMap(({ projects }) => projects);

/** What everybody is told of: one of the cases, in turn, whether he sees it or not; every third person has wishes of his own. */
export const worldNotices = everybody.map((who, i) => ({ who, id: v7(`notice:${who.key}`), c: worldCases[i % worldCases.length] as WorldCase, sleepsLate: i % 3 === 0 }));

/** How many open cases each community wants in a column at most: a number that nothing else has. */
export const wipLimitOf = (community: string): number => 7000 + communityKeys.findIndex((key) => communities[key] === community);

type Row = Record<string, unknown>;

async function insert(pool: Pool, table: string, rows: readonly Row[]): Promise<void> {
  const named = table.split(".").map((part) => `"${part}"`).join(".");
  const columns = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`).join(", ");
  if (rows.length > 0) await pool.query(`insert into ${named} (${columns}) select ${columns} from jsonb_populate_recordset(null::${named}, $1)`, [JSON.stringify(rows)]);
}

function placeRows(): [string, Row[]][] {
  const numbers = new Map(worldDepartments.map((d) => [d.key, areaNo(d.district)]));
  return [
    ["area", worldAreas.map((a) => ({
      code: a.code, no: areaNo(a.code), kind: a.kind, parent_code: a.parent, name: `区域${a.code}`, alias: [], pinyin: `quyu${a.code}`, initials: "qy",
      grid_kind: a.kind === "GRID" ? "BASIC" : null, head_id: a.kind === "GRID" ? v7(`person:${keyOfGrid(a.code)}`) : null, source: "test", as_of: "2024-01-01",
    }))],
    ["department", worldDepartments.map((d) => ({ id: d.id, name: canary("department", d.key, "name"), area_no: numbers.get(d.key) }))],
    ["compound", worldPlaces.map((p) => ({
      id: p.compoundId, community_code: communities[p.community], main_grid_code: p.grid, area_no: areaNo(p.grid), name: canary("compound", p.key, "name"), pinyin: canary("compound", p.key, "pinyin"),
      initials: `ci${p.key}`, build_year: 1985, is_old: true, renovation_batch: canary("compound", p.key, "batch"), has_property: true, property_company: canary("compound", p.key, "company"),
    }))],
    ["building", worldPlaces.map((p) => ({
      id: p.buildingId, compound_id: p.compoundId, grid_code: p.grid, area_no: areaNo(p.grid), address: canary("building", p.key, "address"), pinyin: canary("building", p.key, "pinyin"), initials: `bi${p.key}`, floors: 6,
    }))],
    ["unit", worldPlaces.map((p) => ({ id: p.unitId, building_id: p.buildingId, no: 3 }))],
    ["household", worldPlaces.map((p) => ({ id: p.householdId, building_id: p.buildingId, unit_id: p.unitId, floor: 1, room: canary("household", p.key, "room"), kind: "HOME" }))],
    ["community_setting", communityKeys.map((key) => ({ community_code: communities[key], area_no: areaNo(communities[key]), wip_limits: { INTAKE: wipLimitOf(communities[key]), BUILDING: wipLimitOf(communities[key]) }, rules: {} }))],
    ["calendar_year", shippedCalendarYears.map((y) => ({ year: y.year, version: y.version, source: y.source, published_on: y.publishedOn, days_off: y.daysOff, work_days: y.workDays, current: true }))],
  ];
}

function keyOfGrid(code: string): string {
  const key = communityKeys.find((one) => code.startsWith(communities[one]));
  return `${key}/GRID_HEAD-${Number(code.slice(12))}`;
}

function peopleRows(): [string, Row[]][] {
  const homes = new Map(residents.map((r) => [r.id, worldPlaces.find((p) => r.key === `${p.community}/resident-${p.key.at(-1)}`)?.householdId]));
  return [
    ["person", everybody.map((p) => ({ id: p.id, display_name: canary("person", p.key, "name"), surname_mask: canary("person", p.key, "mask"), area_no: areaNo(p.area), household_id: homes.get(p.id) ?? null, under_14: false }))],
    ["role_assignment", everybody.flatMap((p) => p.assignments.map((a, i) => ({
      id: v7(`role:${p.key}:${i}`), person_id: p.id, role: a.role, area_code: a.area, area_no: areaNo(a.area), building_id: a.buildingId, department_id: a.departmentId, from_date: a.from, to_date: a.to,
    })))],
    ["committee", communityKeys.map((key) => ({ id: v7(`committee:${key}`), community_code: communities[key], area_no: areaNo(communities[key]), version: 1, term_from: "2024-01-01", term_to: "2028-12-31" }))],
    ["committee_member", communityKeys.flatMap((key) => Object.entries(committeePosts).map(([role, post]) => ({ committee_id: v7(`committee:${key}`), person_id: v7(`person:${key}/${role}`), post })))],
    ["council", communityKeys.map((key) => ({
      id: v7(`council:${key}`), area_code: gridOf(key, 1), area_no: areaNo(gridOf(key, 1)), version: 1, name: canary("council", key, "name"), convener_id: v7(`person:${key}/${councilRoles.convener}`),
      from_date: "2024-01-01", to_date: null,
    }))],
    ["council_member", communityKeys.flatMap((key) => councilRoles.members.map((who, i) => ({
      council_id: v7(`council:${key}`), person_id: v7(`person:${key}/${who}`), category: councilCategories[i], from_date: "2024-01-01", to_date: null,
    })))],
    ["collection_point", worldPlaces.map((p) => ({
      id: v7(`point:${p.key}`), version: 1, code: `${"ABCDEFGH".charAt(worldPlaces.indexOf(p))}23456`, area_code: p.grid, area_no: areaNo(p.grid), name: canary("point", p.key, "name"), kind: "SHOP_DOOR",
      place_words: canary("point", p.key, "place"), compound_id: p.compoundId, building_id: p.buildingId, keeper_id: v7(`person:${p.community}/${pointKeeper}`), office: canary("point", p.key, "office"),
      office_phone: "12345", hours: [], hours_words: "x", active_from: "2024-01-01", closed_on: null,
    }))],
    ["contact_day", worldPlaces.map((p) => ({
      id: v7(`day:${p.key}`), version: 1, area_code: p.grid, area_no: areaNo(p.grid), date: "2024-03-04", moved_from: null, starts_at: "09:00", ends_at: "11:00", place_words: canary("day", p.key, "place"),
      compound_id: p.compoundId, building_id: null, duty_officer_id: v7(`person:${p.community}/${pointKeeper}`), reached: 10, state: "HELD", held_at: now, opinions: 0,
    }))],
    ["saved_view", worldViews.map((v) => ({ id: v.id, owner_id: v.owner.id, name: canary("view", v.key, "name"), area_code: v.area, area_no: areaNo(v.area), shared: v.shared, search: canary("view", v.key, "search") }))],
  ];
}

/** The number of an opinion, written in the signs of a slip's code. */
function slipOf(i: number): string {
  let rest = i;
  return slipCode((limit) => {
    const digit = rest % limit;
    rest = Math.floor(rest / limit);
    return digit;
  });
}

function noticeRows(): [string, Row[]][] {
  const no = (key: (typeof communityKeys)[number]): number => areaNo(communities[key]);
  return [
    ["notice", worldNotices.map(({ who, id, c }) => ({ id, person_id: who.id, key: "MENTIONED", kind: "MENTIONED", subject_kind: "CASE", subject_id: c.now.id, case_id: c.now.id, area_no: areaNo(c.now.gridCode), urgent: false, at: now }))],
    ["notice_preference", worldNotices.filter(({ sleepsLate }) => sleepsLate).map(({ who }) => ({ person_id: who.id, quiet_from: 1320, quiet_to: 480, outside: [] }))],
    ["messenger", communityKeys.map((key) => ({ community_code: communities[key], id: v7(`messenger:${key}`), area_no: no(key), url: canary("messenger", key, "url"), secret_enc: "\\x00", set_by: v7(`person:${key}/SECRETARY`), set_at: now }))],
    ["delivery", communityKeys.map((key) => ({ id: v7(`delivery:${key}`), channel: "MESSENGER", endpoint: communities[key], area_no: no(key), created_at: now, next_at: now, attempts: 0, delivered: false }))],
  ];
}

function caseRows(): [string, Row[]][] {
  const facts = new CaseTeller("own").facts("CLERK");
  const carried = new Map(worldCases.flatMap((c) => carriedColumns(c.now, facts)).map((row) => [row.id, row]));
  const streams = [
    ...worldCases.map((c) => ({ kind: "CASE" as StreamKind, id: c.now.id, area: c.now.gridCode, events: c.events })),
    ...worldProjects.map((p) => ({ kind: "PROJECT" as StreamKind, id: p.now.id, area: p.now.communityCode, events: p.events })),
  ];
  const logged = streams.flatMap(({ kind, id, area, events }) =>
    events.map((event) => {
      const { payload, apart } = takeApart(event);
      return { columns: eventColumns({ ...event, payload }, { id: eventIdOf(id, event.seq), streamKind: kind, streamId: id, areaNo: areaNo(area) }), apart };
    }),
  );
  return [
    ["secretary_project", worldProjects.map(({ now: p }) => ({ ...projectColumns(p, now) }))],
    ["cases", worldCases.map((c) => withoutGenerated(caseColumns(c.now, c.events.at(-1)?.recordedAt ?? now, facts)))],
    ["case_segment", worldCases.flatMap((c) => segmentColumns(c.now).map((row) => ({ ...row })))],
    ["opinion", worldCases.map((c, i) => ({
      id: c.opinion.id, case_id: c.now.id, present_case_id: c.now.id, slip_code: slipOf(i), answer: 1, answered_at: null, answer_due_at: null, ...carried.get(c.opinion.id), area_no: areaNo(c.now.gridCode), words: canary("case", c.key, "words"), voiced_at: c.now.collectedAt, recorded_at: c.now.collectedAt,
      reporter_id: c.opinion.reporterId, recorded_by: c.opinion.recordedBy, channel: "POINT",
    }))],
    ["expert", districtsOfWorld.map((district) => expertColumns({
      id: v7(`expert:${district}`), version: 1, personId: personOf(`${district}/EXPERT`).id, area: district, org: canary("expert", district, "org"), skills: ["LAW"], available: true, confirmedAt: now, withdrawnAt: null,
    }))],
    ["expert_tie", districtsOfWorld.map((district) => ({ expert_id: v7(`expert:${district}`), person_id: personOf("own/resident-1").id, kind: "KIN" }))],
    ["expert_call", worldCases.flatMap((c) => c.now.calls.map((call) => ({ ...callColumns(c.now, call), ask: canary("case", c.key, "ask") })))],
    ["expert_answer", worldCases.flatMap((c) => c.now.calls.flatMap(answerColumns))],
    ["case_fact", worldCases.flatMap((c) => c.now.facts.map((fact) => ({ id: fact.id, case_id: c.now.id, question: canary("case", c.key, "question") })))],
    ["event", logged.map(({ columns }) => ({ ...columns }))],
    ["event_words", logged.flatMap(({ columns, apart }) => (apart ? [{ event_id: columns.id, ...(apart satisfies KeptApart) }] : []))],
    ["case_number", communityKeys.map((key) => ({ community_code: communities[key], year: 2024, last: 100 }))],
    ["project_number", communityKeys.map((key) => ({ community_code: communities[key], year: 2024, last: 10 }))],
  ];
}

const withoutGenerated = (columns: object): Row => ({ ...columns });

export interface World extends TestApi {
  /** Asks as somebody of the world. */
  ask(who: WorldPerson, query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer>;
}

const secret = "only-for-the-world-0123456789-abcdefghij";
const tokenOf = ({ id }: WorldPerson): string => `world-${id}`;

/** The cookie of a session that {@link accountRows} stored: signing in would hash a password for each of a hundred people. */
function cookieOf(who: WorldPerson): string {
  const token = tokenOf(who);
  return `bandeng.session_token=${encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`)}`;
}

/** An account and a session that has just begun, for everybody. */
function accountRows(): [string, Row[]][] {
  const at = new Date();
  const later = new Date(at.getTime() + 3_600_000);
  return [
    ["auth.user", everybody.map((p, i) => ({
      id: v7(`account:${p.key}`), name: `u${i}x`, email: `u${i}x@account.invalid`, emailVerified: false, username: `u${i}x`, personId: p.id, createdAt: at, updatedAt: at, passwordChangedAt: at,
    }))],
    ["auth.session", everybody.map((p) => ({ id: v7(`session:${p.key}`), token: hashToken(tokenOf(p)), userId: v7(`account:${p.key}`), createdAt: at, updatedAt: at, expiresAt: later, strength: "PASSWORD" }))],
  ];
}

/** The real server over the world. Stop it in `afterAll`. */
export async function startWorld(options: TestApiOptions = {}): Promise<World> {
  const api = await startApi({ clock: settableClock(now), costLimit: 100_000_000, auth: { secret }, ...options });
  for (const [table, rows] of [...placeRows(), ...peopleRows(), ...caseRows(), ...noticeRows(), ...accountRows()]) await insert(api.pool, table, rows);
  await api.pool.query("analyze");
  return {
    ...api,
    // Packing the answers costs more than reading them.
    ask: (who, query, variables = {}) => api.graphql(query, variables, { headers: { cookie: cookieOf(who), "accept-encoding": "identity" } }),
  };
}
