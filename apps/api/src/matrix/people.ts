import { areaNumber, inForce, type Role, type RoleAssignment, type Viewer } from "@bandeng/domain";
import { v7 } from "./ids.ts";
import { communities, communityKeys, departmentOf, districtsOfWorld, gridOf, placeAt, streetsOfWorld, type CommunityKey } from "./places.ts";

/** The day on which everybody looks. */
export const today = "2024-06-05";
export const now = `${today}T02:00:00.000Z`;

/** Whether a viewer's roles are of today, of the past or still ahead. */
export type Term = "NOW" | "ENDED" | "FUTURE";

export interface WorldPerson {
  readonly key: string;
  readonly id: string;
  readonly area: string;
  /** Every role ever held, ended and coming ones too. */
  readonly assignments: readonly RoleAssignment[];
  readonly term: Term;
}

type Held = readonly [role: Role, area: string, more?: { buildingId?: string; departmentId?: string; term?: Term | "TODAY" }];

/** TODAY: between those of the past and those ahead, for an office that one person holds at a time. */
const terms: Record<Term | "TODAY", { readonly from: string; readonly to: string | null }> = {
  NOW: { from: "2023-01-01", to: null },
  ENDED: { from: "2023-01-01", to: "2024-06-04" },
  TODAY: { from: today, to: today },
  FUTURE: { from: "2024-06-06", to: null },
};

function termOf(held: readonly Held[]): Term {
  const term = held[0]?.[2]?.term ?? "NOW";
  return term === "TODAY" ? "NOW" : term;
}

function person(key: string, area: string, held: readonly Held[] = []): WorldPerson {
  const id = v7(`person:${key}`);
  const assignments = held.map(([role, code, more]): RoleAssignment => ({
    personId: id, role, area: code, buildingId: more?.buildingId ?? null, departmentId: more?.departmentId ?? null, ...terms[more?.term ?? "NOW"],
  }));
  return { key, id, area, assignments, term: termOf(held) };
}

const communityRoles = ["SECRETARY", "DEPUTY", "CLERK", "MEDIATOR", "PROXY"] as const satisfies readonly Role[];
const gridRoles = ["GRID_HEAD", "GRID_MEMBER", "COUNCIL_MEMBER"] as const satisfies readonly Role[];

function staffOf(key: CommunityKey): WorldPerson[] {
  const code = communities[key];
  return [
    ...communityRoles.map((role) => person(`${key}/${role}`, code, [[role, code, { term: role === "SECRETARY" ? "TODAY" : "NOW" }]])),
    ...[1, 2].flatMap((n) => [
      ...gridRoles.map((role) => person(`${key}/${role}-${n}`, code, [[role, gridOf(key, n)]])),
      person(`${key}/BUILDING_HEAD-${n}`, code, [["BUILDING_HEAD", gridOf(key, n), { buildingId: placeAt(key, n).buildingId }]]),
    ]),
  ];
}

const above: readonly WorldPerson[] = [
  ...streetsOfWorld.map((street) => person(`${street}/STREET_OFFICER`, street, [["STREET_OFFICER", street]])),
  ...districtsOfWorld.flatMap((district) => [
    ...(["DISTRICT_OFFICER", "SYSTEM_ADMIN", "EXPERT"] as const).map((role) => person(`${district}/${role}`, district, [[role, district]])),
    ...(["called", "idle"] as const).map((name) => person(`${district}/LIAISON-${name}`, district, [["LIAISON", district, { departmentId: departmentOf(district, name) }]])),
  ]),
];

const own = communities.own;
const grid1 = gridOf("own", 1);

/** Each role, held in the first community or its first grid: until yesterday, or from tomorrow on. */
const outOfTerm: readonly WorldPerson[] = (["ENDED", "FUTURE"] as const).flatMap((term) =>
  (
    [
      ...communityRoles.map((role): Held => [role, own, { term }]),
      ...gridRoles.map((role): Held => [role, grid1, { term }]),
      ["BUILDING_HEAD", grid1, { term, buildingId: placeAt("own", 1).buildingId }],
      ["LIAISON", "340802", { term, departmentId: departmentOf("340802", "called") }],
      ["STREET_OFFICER", "340802001", { term }],
      ["DISTRICT_OFFICER", "340802", { term }],
      ["EXPERT", "340802", { term }],
      ["SYSTEM_ADMIN", "340802", { term }],
    ] as readonly Held[]
  ).map((held) => person(`${term}/${held[0]}`, own, [held])),
);

const special: readonly WorldPerson[] = [
  person("wide/GRID_MEMBER", own, [["GRID_MEMBER", own]]),
  person("wide/CLERK", own, [["CLERK", "340802001"]]),
  person("two/GRID_MEMBER", own, [["GRID_MEMBER", grid1], ["GRID_MEMBER", gridOf("sibling", 2)]]),
  person("both/BUILDING_HEAD+LIAISON", own, [
    ["BUILDING_HEAD", gridOf("own", 2), { buildingId: placeAt("own", 2).buildingId }],
    ["LIAISON", "340802", { departmentId: departmentOf("340802", "called") }],
  ]),
  person("none/KEY", own, [["KEY", own]]),
  person("none/RESIDENT", own, [["RESIDENT", own]]),
  person("none/NOBODY", own),
  // Led a case and recorded another, and holds no role any more.
  person("former/LEAD", own, [["GRID_MEMBER", grid1, { term: "ENDED" }]]),
];

/** Sees everything that any role of a community sees, everywhere: whose answers others are measured by. */
export const witness = person("witness", own, districtsOfWorld.map((district) => ["CLERK", district] as const));

/** Two residents a community, at home in one of its buildings. Nobody sees their full name. */
export const residents: readonly WorldPerson[] = communityKeys.flatMap((key) => [1, 2].map((n) => person(`${key}/resident-${n}`, communities[key])));

const staff: readonly WorldPerson[] = communityKeys.flatMap(staffOf);

/** Looks as somebody else does, who is there already: the second grid's people, another district's, most of who holds no role today. */
const alike = [
  /^own\/(GRID_HEAD|GRID_MEMBER|COUNCIL_MEMBER)-2$/, /^340803001\//, /^340803\/(SYSTEM_ADMIN|EXPERT|LIAISON-idle)$/, /^(sibling|street|district)\/(?!CLERK$|GRID_MEMBER-1$)/, /^(street|district)\//,
  /^ENDED\/(DEPUTY|MEDIATOR|PROXY|GRID_HEAD|COUNCIL_MEMBER|EXPERT)$/, /^FUTURE\/(?!CLERK$|SECRETARY$|LIAISON$|DISTRICT_OFFICER$)/,
];

/** Who looks: every role, in the first community, beside it and above it, without one, out of its term. */
export const viewers: readonly WorldPerson[] = [...staff, ...above, ...outOfTerm, ...special].filter(({ key }) => !alike.some((one) => one.test(key)) || key === "street/SECRETARY");

export const everybody: readonly WorldPerson[] = [...staff, ...above, ...outOfTerm, ...special, witness, ...residents];

export function personOf(key: string): WorldPerson {
  const found = everybody.find((p) => p.key === key);
  if (!found) throw new Error(`nobody is called ${key}`);
  return found;
}

/** The person with the roles of today, as the domain asks. */
export function viewerOf({ id, assignments }: WorldPerson): Viewer {
  return { personId: id, assignments: assignments.filter((a) => inForce(a, today)) };
}

export const areaNo = (area: string): number => areaNumber(area);
