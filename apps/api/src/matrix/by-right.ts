import { areasWith, inForce, mayIn, seesExpert, type RoleAssignment } from "@bandeng/domain";
import { v7 } from "./ids.ts";
import type { Model } from "./model.ts";
import { everybody, personOf, today, type WorldPerson } from "./people.ts";
import { canary, communities, communityKeys, districtsOfWorld, worldDepartments, worldPlaces, type WorldPlace } from "./places.ts";

/** What a right opens, and not a place: who works where with all roles, accounts, committees. Said anew here, as the table of rights has it. */
type Keyed = Record<string, unknown>;

/** Looked at one by one. */
const aliases = everybody.filter((_, i) => i % 5 === 0).map((p, i) => [`p${i}`, p] as const);
const record = "id name areaCode account { username } roles { id role areaCode from to inForce }";

export const rightsDocument = `query {
  people(areas: ["340802", "340803"], first: 100) { nodes { ${record} } }
  ${aliases.map(([alias, p]) => `${alias}: personRecord(id: "${p.id}") { id }`).join(" ")}
  ${communityKeys.map((key) => `${key}: committee(communityCode: "${communities[key]}") { communityCode members { post person { id name } } }`).join(" ")}
  collectionPoints(areas: ["340802", "340803"], first: 100) { nodes { id name place { words compoundName buildingAddress } keeper { id name } office } }
  ${worldPlaces.map((p) => `p_${p.key.replace("-", "_")}: collectionPoint(id: "${v7(`point:${p.key}`)}") { id }`).join(" ")}
  contactDays(areas: ["340802", "340803"], from: "2024-01-01", to: "2024-12-31", first: 100) { nodes { id place { words compoundName } dutyOfficer { id name } reached } }
  coverage(areas: ["340802", "340803"], from: "2024-01-01", to: "2024-12-31", first: 100) { num den nodes { compoundId name } }
  experts(areas: ["340802", "340803"], first: 100) { nodes { id org name ties { personId person { id name } } } }
  myExpertCalls(first: 100) { nodes { id ask gridCode } }
  departmentFigures(areas: ["340802", "340803"], from: "2024-01-01", to: "2024-12-31") { departmentId departmentName all overdue }
  expertEffect(areas: ["340802", "340803"], from: "2024-01-01", to: "2024-12-31") { withExpert { n } without { n } }
  notices(first: 100) { nodes { id kind case { id visibility } subject { id } } } unreadNotices noticePreferences { quietFrom }
  ${communityKeys.map((key) => `m_${key}: messenger(communityCode: "${communities[key]}") { url deliveries { id } }`).join(" ")}
  councils(areas: ["340802", "340803"], first: 100) { nodes { areaCode convener { id name } members { personId person { id name } } } }
}`;

/** Who keeps the points of each community and is there on its contact days. */
export const pointKeeper = "GRID_HEAD-1";

/** By whom the council of each community is convened, and who sits on it: roles there, and residents. */
export const councilRoles = { convener: "GRID_HEAD-1", members: ["GRID_HEAD-1", "CLERK", "resident-1"] } as const;

export const committeePosts = { SECRETARY: "SECRETARY", DEPUTY: "DEPUTY", PROXY: "MEMBER" } as const;

const byId = (list: readonly Keyed[]): Keyed[] => list.toSorted((a, b) => (String(a["id"]) < String(b["id"]) ? -1 : 1));

/** The answer to {@link rightsDocument} as the table of rights has it; people and their roles by id. */
export function expectedRights(model: Model): Keyed {
  const held = areasWith(model.viewer, "READ_ROLES");
  const listed = everybody.filter((p) => p.assignments.some((a) => a.role !== "RESIDENT" && model.near(a.area) && held.some((own) => a.area.startsWith(own))));
  const role = (p: WorldPerson, a: RoleAssignment, i: number): Keyed => ({ id: v7(`role:${p.key}:${i}`), role: a.role, areaCode: a.area, from: a.from, to: a.to, inForce: inForce(a, today) });
  const nodes = listed.map((p): Keyed => ({
    id: p.id, name: canary("person", p.key, "name"), areaCode: p.area,
    account: mayIn(model.viewer, "MANAGE_ACCOUNTS", p.area) ? { username: `u${everybody.indexOf(p)}x` } : null,
    roles: byId(p.assignments.flatMap((a, i) => (model.near(a.area) ? [role(p, a, i)] : []))),
  }));
  const members = (key: string): Keyed[] =>
    Object.entries(committeePosts).map(([role, post]) => ({ post, person: { id: v7(`person:${key}/${role}`), name: canary("person", `${key}/${role}`, "name") } }));
  const council = (key: string): Keyed => {
    const known = (who: string): Keyed => ({ id: v7(`person:${key}/${who}`), name: model.personName(v7(`person:${key}/${who}`)) });
    const named = (who: string): Keyed | null => (known(who)["name"] === null ? null : known(who));
    const seats = councilRoles.members.map((who): Keyed => ({ personId: v7(`person:${key}/${who}`), person: named(who) }));
    return { areaCode: `${communities[key as keyof typeof communities]}001`, convener: named(councilRoles.convener), members: seats };
  };
  const places = worldPlaces.filter((p) => model.place(p.grid));
  const keeper = ({ community }: WorldPlace): Keyed | null => {
    const id = v7(`person:${community}/${pointKeeper}`);
    return model.personName(id) === null ? null : { id, name: model.personName(id) };
  };
  const place = (of: "point" | "day", p: WorldPlace): Keyed => ({ words: canary(of, p.key, "place"), compoundName: canary("compound", p.key, "name") });
  const point = (p: WorldPlace): Keyed => ({
    id: v7(`point:${p.key}`), name: canary("point", p.key, "name"), place: { ...place("point", p), buildingAddress: canary("building", p.key, "address") }, keeper: keeper(p), office: canary("point", p.key, "office"),
  });
  return {
    collectionPoints: { nodes: byId(places.map(point)) },
    ...Object.fromEntries(worldPlaces.map((p) => [`p_${p.key.replace("-", "_")}`, places.includes(p) ? { id: v7(`point:${p.key}`) } : null])),
    contactDays: { nodes: byId(places.map((p): Keyed => ({ id: v7(`day:${p.key}`), place: place("day", p), dutyOfficer: keeper(p), reached: 10 }))) },
    coverage: { num: places.length, den: places.length, nodes: byName(places.map((p): Keyed => ({ compoundId: p.compoundId, name: canary("compound", p.key, "name") }))) },
    councils: { nodes: communityKeys.filter((key) => model.place(communities[key])).map(council).toSorted((a, b) => (String(a["areaCode"]) < String(b["areaCode"]) ? -1 : 1)) },
    people: byId(nodes),
    ...expectedOfPool(model),
    notices: { nodes: [model.noticed()] }, unreadNotices: 1, noticePreferences: { quietFrom: model.sleepsLate() ? "22:00" : "21:00" },
    ...Object.fromEntries(communityKeys.map((key) => [`m_${key}`, mayIn(model.viewer, "CONFIGURE_COMMUNITY", communities[key]) ? { url: canary("messenger", key, "url"), deliveries: [{ id: v7(`delivery:${key}`) }] } : null])),
    ...Object.fromEntries(aliases.map(([alias, p]) => [alias, listed.includes(p) ? { id: p.id } : null])),
    ...Object.fromEntries(communityKeys.map((key) => [key, model.near(communities[key]) ? { communityCode: communities[key], members: members(key) } : null])),
  };
}

/** The pool by the domain's own words, calls by whom they wait for, departments by the whistles the viewer reads. */
function expectedOfPool(model: Model): Keyed {
  const tied = personOf("own/resident-1");
  const name = model.personName(tied.id);
  const experts = districtsOfWorld.map((district) => ({ district, person: personOf(`${district}/EXPERT`) })).filter(({ district, person }) => seesExpert({ area: district, personId: person.id }, model.viewer));
  const whistles = model.allWhistles();
  const figure = (d: (typeof worldDepartments)[number]): Keyed => {
    const all = whistles.filter((w) => w.departmentId === d.id).length;
    return { departmentId: d.id, departmentName: canary("department", d.key, "name"), all, overdue: all };
  };
  return {
    experts: { nodes: byId(experts.map(({ district, person }): Keyed => ({
      id: v7(`expert:${district}`), org: canary("expert", district, "org"), name: canary("person", person.key, "name"),
      ties: mayIn(model.viewer, "KEEP_TALENT_POOL", district) ? [{ personId: tied.id, person: name === null ? null : { id: tied.id, name } }] : [],
    }))) },
    myExpertCalls: { nodes: model.invitedTo().map((c): Keyed => ({ id: v7(`call:${c.key}`), ask: canary("case", c.key, "ask"), gridCode: c.now.gridCode })) },
    departmentFigures: worldDepartments.map(figure).filter((one) => one["all"] !== 0).toSorted((a, b) => (String(a["departmentId"]) < String(b["departmentId"]) ? -1 : 1)),
    expertEffect: { withExpert: { n: null }, without: { n: null } },
  };
}

const byName = (list: readonly Keyed[]): Keyed[] => list.toSorted((a, b) => (String(a["name"]) < String(b["name"]) ? -1 : 1));

/** An answer to {@link rightsDocument}, ready to be compared. */
export function givenRights({ people, experts, departmentFigures, collectionPoints, contactDays, coverage, ...others }: Keyed): Keyed {
  const nodesOf = (list: unknown): readonly Keyed[] => (list as { nodes: readonly Keyed[] }).nodes;
  return {
    people: byId(nodesOf(people).map((p) => ({ ...p, roles: byId(p["roles"] as Keyed[]) }))),
    experts: { nodes: byId(nodesOf(experts)) },
    departmentFigures: (departmentFigures as readonly Keyed[]).toSorted((a, b) => (String(a["departmentId"]) < String(b["departmentId"]) ? -1 : 1)),
    collectionPoints: { nodes: byId(nodesOf(collectionPoints)) },
    contactDays: { nodes: byId(nodesOf(contactDays)) },
    coverage: { ...(coverage as Keyed), nodes: byName(nodesOf(coverage)) },
    ...others,
  };
}

/** Whether a right opens the audit for somebody, and whose acts it then shows: of people whose first role of today lies in his areas. */
export function auditors(model: Model, actor: Model): { readonly reads: boolean; readonly shown: boolean } {
  const held = areasWith(model.viewer, "READ_AUDIT");
  const area = actor.viewer.assignments[0]?.area;
  return { reads: held.length > 0, shown: area === undefined || held.some((own) => area.startsWith(own)) };
}
