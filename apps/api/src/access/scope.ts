import { areaNumber, areaRange, areasWith, assignmentHolds, communityOf, covers, projectAreas, seesNoDispute, type Right, type RoleAssignment, type Viewer } from "@bandeng/domain";
import type { Statement } from "../database/statement.ts";

/**
 * Who sees which rows, said twice over from one source: as the setting `app.viewer` that the policies of row level
 * security read (database/migrations/0002-row-level-security.ts), and as conditions in the queries. Either alone suffices.
 */

/** Only tests set it to false, in order to see that row level security alone keeps what is out of scope out. */
export const conditions = { on: true };

/** Everything everywhere: for the program's own work, never for a request. */
export const systemScope = JSON.stringify({ acts: "{(,)}" });

/** The program's own work where it reads doors besides: the page at a bench, for whoever shows its code. */
export const benchScope = JSON.stringify({ acts: "{(,)}", places: "{(,)}" });

/** Areas as text of PostgreSQL's int8multirange: `{[340802001007000,340802001008000)}`. */
export function multirange(areas: readonly string[]): string {
  return `{${areas.map((area) => `[${areaRange(area).join(",")})`).join(",")}}`;
}

/** What a grid's people know of their whole community. An area above a community stays what it is. */
const widened = (areas: readonly string[]): readonly string[] => areas.map((area) => area.slice(0, 12));
const districts = (areas: readonly string[]): readonly string[] => areas.map((area) => area.slice(0, 6));

/** Areas by what they are good for, by name as the policies know them. */
export const reach = {
  reads: (viewer: Viewer) => [...areasWith(viewer, "READ_CASES"), ...areasWith(viewer, "READ_OPEN_CASES")],
  judges: (viewer: Viewer) => areasWith(viewer, "READ_DISPUTES"),
  street: (viewer: Viewer) => areasWith(viewer, "READ_STREET_DISPUTES"),
  district: (viewer: Viewer) => areasWith(viewer, "READ_DISTRICT_DISPUTES"),
  /** Where the department of a liaison can be called to cases. */
  called: (viewer: Viewer) => areasWith(viewer, "READ_CALLED_CASES"),
  /** Compounds, buildings and settings of the communities somebody works in. */
  places: (viewer: Viewer) => widened(areasWith(viewer, "READ_WORKERS")),
  projects: (viewer: Viewer) => projectAreas(viewer),
  /** Residents, masked: where one works with them. */
  residents: (viewer: Viewer) => widened(areasWith(viewer, "READ_RESIDENTS")),
  /** Colleagues and departments: the whole district. */
  near: (viewer: Viewer) => districts(areasWith(viewer, "READ_WORKERS")),
  /** The talent pools of these areas, of those around them and of those in them. */
  pool: (viewer: Viewer) => areasWith(viewer, "READ_TALENT_POOL"),
  /** Where somebody sets how the community works: the outside messenger. */
  configures: (viewer: Viewer) => areasWith(viewer, "CONFIGURE_COMMUNITY"),
  /** Where somebody publishes calendars from. */
  publishes: (viewer: Viewer) => areasWith(viewer, "PUBLISH_CALENDAR"),
  /** The audit. */
  admin: (viewer: Viewer) => areasWith(viewer, "READ_AUDIT"),
  /** Keys of other systems, and where changes are sent. */
  integrates: (viewer: Viewer) => areasWith(viewer, "KEEP_INTEGRATIONS"),
} satisfies Record<string, (viewer: Viewer) => readonly string[]>;
export type Reach = keyof typeof reach;

const heldWith = (viewer: Viewer, right: Right): readonly RoleAssignment[] => viewer.assignments.filter((a) => assignmentHolds(viewer, a, right));
const buildingsOf = (viewer: Viewer): string[] => heldWith(viewer, "READ_BUILDING_CASES").flatMap(({ buildingId }) => buildingId ?? []);
const departmentsOf = (viewer: Viewer): string[] => heldWith(viewer, "READ_CALLED_CASES").flatMap(({ departmentId }) => departmentId ?? []);

/** The setting `app.viewer` of somebody who reads. */
export function readingScope(viewer: Viewer): string {
  const scope = readingScopes.get(viewer) ?? JSON.stringify(scopeParts(viewer));
  readingScopes.set(viewer, scope);
  return scope;
}

/** The gate hands out one object for the same viewer; nobody changes it. */
const readingScopes = new WeakMap<Viewer, string>();

/**
 * The setting while a verb stores what the rules have decided: anything within the communities of the viewer's roles, and
 * of `area`, where a call, a slip code or the like has brought him without a role there.
 */
export function storingScope(viewer: Viewer, area?: string): string {
  const communities = multirange([...reach.places(viewer), ...widened(area === undefined ? [] : [area])]);
  return JSON.stringify({ ...scopeParts(viewer), places: communities, acts: communities });
}

/** The setting of somebody of whom only the person is known: enough to read his own assignments. */
export function personScope(personId: string): string {
  return JSON.stringify({ person: personId });
}

/** The same setting, made by a statement that has only just found out who it is. */
export const personScopeSql = (person: string): string => `json_build_object('person', ${person})::text`;

/** The setting of somebody without an account who has the code of a collection point in hand: that one point, and nothing else that is anybody's. */
export function pointInHand(code: string): string {
  return JSON.stringify({ point: code });
}

/**
 * The setting of somebody without an account who has a slip in hand: the opinion it was printed for, and once that was found
 * the case that carries it. `person` keeps the keys of his acts apart from everybody else's.
 */
export function slipInHand(code: string, found?: { readonly person: string; readonly caseId: string }): string {
  return JSON.stringify({ slip: code, ...(found && { person: found.person, slipCase: found.caseId }) });
}

/** The setting of whoever stands before the board of a community: what hangs there, and nothing else that is anybody's. */
export function boardInSight(community: string): string {
  return JSON.stringify({ board: multirange([community]) });
}

/** The setting of whoever asks what can be filed in a community: it shows what the community calls its categories. */
export function communityInSight(community: string): string {
  return JSON.stringify({ places: multirange([community]) });
}

function scopeParts(viewer: Viewer): Record<string, unknown> {
  const ranges = Object.entries(reach).map(([name, of]) => [name, multirange(of(viewer))]);
  return {
    person: viewer.personId,
    ...Object.fromEntries(ranges),
    buildings: buildingsOf(viewer),
    departments: departmentsOf(viewer),
    codes: viewer.assignments.map((a) => a.area),
    ...(viewer.slip && { slipCase: viewer.slip.caseId }),
    // For whom disputes do not exist.
    ...(seesNoDispute(viewer) && { open: true }),
  };
}

/** A condition on a column of area numbers, for queries on what one `Reach` decides. */
export function withinReach(q: Statement, viewer: Viewer, by: Reach, column: string): string {
  return conditions.on ? `${column} <@ ${q.bind(multirange(reach[by](viewer)), "int8multirange")}` : "true";
}

/** Whether what a viewer may do by `by` reaches all of these areas. */
function reachesAll(viewer: Viewer, by: Reach, areas: readonly string[]): boolean {
  const held = reach[by](viewer);
  return areas.length > 0 && areas.every((area) => held.some((own) => covers(own, area)));
}

/** Whether a viewer sees every case of these areas whole, disputes too. */
export function seesAllWhole(viewer: Viewer, areas: readonly string[]): boolean {
  return !seesNoDispute(viewer) && reachesAll(viewer, "reads", areas) && reachesAll(viewer, "judges", areas);
}

/**
 * The domain's `visibility` as conditions on a row of `cases` named `c`. Each is bound when it is first read: PostgreSQL
 * refuses a value that no condition mentions.
 */
export interface CaseScope {
  /** The row exists for this viewer, whole or masked. */
  readonly visible: string;
  /** The viewer sees it whole. Filters on anything a masked card hides must ask this, or they would tell. */
  readonly whole: string;
}

/** Keeps what was made the first time. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

/**
 * What of the cases a viewer may see, for the statement `q`. `areas` are those the statement is limited to anyway: where
 * the viewer reads all of them the condition is plain, which leaves the index its work, and nothing is masked where he judges all of them, too.
 */
export function caseScope(q: Statement, viewer: Viewer, areas: readonly string[] = []): CaseScope {
  const all = reachesAll(viewer, "reads", areas);
  const ranges = (by: Reach) => once(() => q.bind(multirange(reach[by](viewer)), "int8multirange"));
  const [judged, street, district, reads, callable] = [ranges("judges"), ranges("street"), ranges("district"), ranges("reads"), ranges("called")];
  const me = once(() => q.bind(viewer.personId, "uuid"));
  const headed = once(() => `(c.kind <> 'DISPUTE' and c.building_id = any(${q.bind(buildingsOf(viewer), "uuid[]")}))`);
  const called = once(() => `(c.whistle_departments ?| ${q.bind(departmentsOf(viewer), "text[]")} and c.area_no <@ ${callable()})`);
  // A row that is not there has no helpers: `?` on jsonb, not an index condition, asked last.
  const own = () => `c.lead_id = ${me()} or c.recorded_by = ${me()} or c.helper_ids ? ${me()}::text`;
  const none = seesNoDispute(viewer);
  const dispute = () => none ? "false" : `(${own()} or c.area_no <@ ${judged()} or (c.level >= 4 and c.area_no <@ ${street()}) or (c.level = 5 and c.area_no <@ ${district()}))`;
  const inReach = (): string => (all ? "true" : `(c.area_no <@ ${reads()} or ${own()} or ${headed()} or ${called()})`);
  const seen = once(() => (none ? `(c.kind <> 'DISPUTE' and ${inReach()})` : inReach()));
  // What a masked card hides is a question of columns, which no policy on rows answers: this condition always stands.
  const whole = once(() => (seesAllWhole(viewer, areas) ? "true" : `(case when c.kind = 'DISPUTE' then ${dispute()} else ${seen()} end)`));
  return {
    get visible() {
      return conditions.on ? seen() : "true";
    },
    get whole() {
      return whole();
    },
  };
}

/** The area number under which an act is written down where its subject has none: that of the actor's community. */
export function areaNoOf(assignments: readonly RoleAssignment[]): number | null {
  const area = assignments[0]?.area;
  return area === undefined ? null : areaNumber(area.length >= 12 ? communityOf(area) : area);
}
