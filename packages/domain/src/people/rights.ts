import { covers, isAreaCode, type AreaCode } from "../place/area-code.ts";
import { keyHolds } from "./key-rights.ts";
import type { Role, RoleAssignment, Viewer } from "./roles.ts";

/** Whoever works in a community or for it. A resident has a slip code and no account; what a key may, its own grant says (`keyRights`). */
const workers = [
  "PROXY", "BUILDING_HEAD", "GRID_MEMBER", "GRID_HEAD", "COUNCIL_MEMBER", "MEDIATOR", "EXPERT", "CLERK", "SECRETARY", "DEPUTY", "LIAISON", "STREET_OFFICER", "DISTRICT_OFFICER",
] as const satisfies readonly Role[];

/** Those who know the community from within and above; experts and liaisons come to a case only when they are called. */
const ownPeople = [
  "PROXY", "BUILDING_HEAD", "GRID_MEMBER", "GRID_HEAD", "COUNCIL_MEMBER", "MEDIATOR", "CLERK", "SECRETARY", "DEPUTY", "STREET_OFFICER", "DISTRICT_OFFICER",
] as const satisfies readonly Role[];

/**
 * THE POLICY: everything somebody may do that is no act on one case or one project, with the roles that hold it. A right
 * holds in the area of the role, on the days of the role. Acts on a case or a project have tables of their own
 * (`caseActions`, `projectActions`), which take SUPERVISE and REVIEW_PROJECTS from here; `policyRows` joins the three.
 * Who reads which case is decided by `visibility`, which asks this table and nothing else.
 *
 * Sources: the roles of grid-based governance; PIPL art. 6, 44 to 47 and 51 (the personal data); People's Mediation Law,
 * art. 15 (disputes); separation of duty: who keeps accounts has no right on cases.
 */
export const rights = {
  /** Records an opinion on somebody's behalf. */
  COLLECT: workers,
  /** Reads every case of the area that is no dispute whole, and of a dispute the masked card. */
  READ_CASES: ["GRID_MEMBER", "GRID_HEAD", "COUNCIL_MEMBER", "MEDIATOR", "CLERK", "SECRETARY", "DEPUTY", "STREET_OFFICER", "DISTRICT_OFFICER"],
  /** Reads the cases of the area that are no disputes; those do not exist for him. Nobody's but a key's. */
  READ_OPEN_CASES: [],
  /** Reads the cases of his own building, no disputes. */
  READ_BUILDING_CASES: ["BUILDING_HEAD"],
  /** Reads the cases his department was ever called to by a whistle; of a dispute the masked card. */
  READ_CALLED_CASES: ["LIAISON"],
  /** Reads every dispute of the area whole. */
  READ_DISPUTES: ["GRID_HEAD", "MEDIATOR", "CLERK", "SECRETARY", "DEPUTY"],
  /** Reads a dispute whole once it was referred up to STREET or above. */
  READ_STREET_DISPUTES: ["STREET_OFFICER"],
  /** Reads a dispute whole once it was referred up to DISTRICT. */
  READ_DISTRICT_DISPUTES: ["DISTRICT_OFFICER"],
  /** 督办: supervises a case. */
  SUPERVISE: ["STREET_OFFICER", "DISTRICT_OFFICER"],
  /** Reads the secretary projects of the community the area lies in, or of all communities in it. */
  READ_PROJECTS: ownPeople,
  /** Returns, publicises and strikes off secretary projects, and names the inspector. */
  REVIEW_PROJECTS: ["STREET_OFFICER", "DISTRICT_OFFICER"],
  /** Sets up collection points and plans contact days. */
  KEEP_POINTS: ["GRID_HEAD", "CLERK", "SECRETARY", "DEPUTY"],
  /** Sets up bench councils: convener, members and their terms. */
  KEEP_COUNCILS: ["CLERK", "SECRETARY", "DEPUTY"],
  /** Summons bench meetings; the convener of a council does so in its area besides. */
  CONVENE_MEETINGS: ["GRID_HEAD", "CLERK", "SECRETARY", "DEPUTY"],
  /** Keeps the talent pool, a community's or the district's own: who is in it, with which skills, last confirmed when. */
  KEEP_TALENT_POOL: ["CLERK", "SECRETARY", "DEPUTY", "DISTRICT_OFFICER"],
  /** Keeps the register of contractors who are asked for quotes, and rates their work. */
  KEEP_CONTRACTORS: ["CLERK", "SECRETARY", "DEPUTY"],
  /** Sees who can be called: skills, organisation, availability, response times. */
  READ_TALENT_POOL: ["GRID_MEMBER", "GRID_HEAD", "MEDIATOR", "CLERK", "SECRETARY", "DEPUTY", "STREET_OFFICER", "DISTRICT_OFFICER"],
  /** 公示: publishes notices, projects, cost plans and stories, and answers for what residents write beneath. */
  PUBLISH: ["CLERK", "SECRETARY", "DEPUTY", "STREET_OFFICER"],
  /** Sees who works where: names and roles, to assign a case. */
  READ_WORKERS: [...workers, "SYSTEM_ADMIN"],
  /** Finds residents by masked name or address, to name a reporter or a party. */
  READ_RESIDENTS: ownPeople,
  /** Lifts the mask of one person's data, with a reason, on record. */
  REVEAL_PERSONAL_DATA: ["GRID_MEMBER", "GRID_HEAD", "MEDIATOR", "CLERK", "SECRETARY", "DEPUTY"],
  /** Takes lists out of the program as files, masked. */
  EXPORT_LISTS: ["GRID_HEAD", "CLERK", "SECRETARY", "DEPUTY", "STREET_OFFICER", "DISTRICT_OFFICER"],
  /** Gives one person a copy of all that is kept on them (PIPL art. 45). */
  EXPORT_PERSON: ["CLERK", "SECRETARY", "DEPUTY"],
  /** Erases one person's data (PIPL art. 47). */
  ERASE_PERSON: ["CLERK", "SECRETARY", "DEPUTY"],
  /** Sets the community's own deadlines, limits and categories. */
  CONFIGURE_COMMUNITY: ["SECRETARY", "DEPUTY"],
  /** Sets the members and the term of the community's Party committee. */
  SET_COMMITTEE: ["SECRETARY", "STREET_OFFICER", "SYSTEM_ADMIN"],
  /** Names who stands in during somebody's leave; never for oneself. */
  NAME_STAND_IN: ["SECRETARY", "SYSTEM_ADMIN"],
  /** Sees all roles with their dates, past and future ones too. */
  READ_ROLES: ["SECRETARY", "DEPUTY", "STREET_OFFICER", "DISTRICT_OFFICER", "SYSTEM_ADMIN"],
  /** Gives roles to others and ends them. */
  GRANT_ROLES: ["SYSTEM_ADMIN"],
  /** Invites, disables and resets accounts. */
  MANAGE_ACCOUNTS: ["SYSTEM_ADMIN"],
  /** Publishes the working days of a year. */
  PUBLISH_CALENDAR: ["SYSTEM_ADMIN"],
  /** Reads the audit. */
  READ_AUDIT: ["SYSTEM_ADMIN"],
  /** Makes, changes and revokes keys of other systems, and says where changes are sent. */
  KEEP_INTEGRATIONS: ["SYSTEM_ADMIN"],
  /** Brings compounds, buildings, units and households in from a table. */
  IMPORT_PLACES: ["CLERK", "SECRETARY", "DEPUTY", "SYSTEM_ADMIN"],
  /** Brings residents in from a table, with names, phones and doors: not who keeps accounts. */
  IMPORT_PEOPLE: ["CLERK", "SECRETARY", "DEPUTY"],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rights;

/** The names of all rights, in the policy's order. */
export const rightNames = Object.keys(rights) as readonly Right[];

/** Whether a role holds a right, in its area. */
export function holdsRight(role: Role, right: Right): boolean {
  return (rights[right] as readonly Role[]).includes(role);
}

/** Whether one of somebody's assignments holds a right: by its role, or, of a key, by what the key was made for. */
export function assignmentHolds(viewer: Pick<Viewer, "key">, { role }: Pick<RoleAssignment, "role">, right: Right): boolean {
  return role === "KEY" ? keyHolds(viewer.key, right) : holdsRight(role, right);
}

/** Whether somebody holds a right anywhere. */
export function holdsAnywhere(viewer: Viewer, right: Right): boolean {
  return viewer.assignments.some((a) => assignmentHolds(viewer, a, right));
}

/**
 * Whether somebody holds a right for a whole area: one of the roles in the area or around it. The viewer's assignments are
 * today's. False for a text that is no area code: what cannot be read gives no right.
 */
export function mayIn(viewer: Viewer, right: Right, area: AreaCode): boolean {
  return isAreaCode(area) && viewer.assignments.some((a) => assignmentHolds(viewer, a, right) && covers(a.area, area));
}

/** The areas somebody holds a right in, the widest only, in order; empty when nowhere. */
export function areasWith(viewer: Viewer, right: Right): readonly AreaCode[] {
  const areas = [...new Set(viewer.assignments.filter((a) => assignmentHolds(viewer, a, right)).map((a) => a.area))];
  return areas.filter((area) => !areas.some((wider) => wider !== area && covers(wider, area))).toSorted();
}

/** A right somebody holds, and where. */
export interface HeldRight {
  readonly action: Right;
  readonly areas: readonly AreaCode[];
}

/** Everything somebody may do today, and where: what a page asks before it shows a button. Rights held nowhere are absent. */
export function rightsOf(viewer: Viewer): readonly HeldRight[] {
  return rightNames.map((action) => ({ action, areas: areasWith(viewer, action) })).filter(({ areas }) => areas.length > 0);
}
