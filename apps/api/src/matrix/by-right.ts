import { areasWith, inForce, mayIn, type RoleAssignment } from "@bandeng/domain";
import { v7 } from "./ids.ts";
import type { Model } from "./model.ts";
import { everybody, today, type WorldPerson } from "./people.ts";
import { canary, communities, communityKeys } from "./places.ts";

/** What a right opens, and not a place: who works where with all roles, accounts, committees. Said anew here, as the table of rights has it. */
type Keyed = Record<string, unknown>;

/** Looked at one by one. */
const aliases = everybody.filter((_, i) => i % 5 === 0).map((p, i) => [`p${i}`, p] as const);
const record = "id name areaCode account { username } roles { id role areaCode from to inForce }";

export const rightsDocument = `query {
  people(areas: ["340802", "340803"], first: 100) { nodes { ${record} } }
  ${aliases.map(([alias, p]) => `${alias}: personRecord(id: "${p.id}") { id }`).join(" ")}
  ${communityKeys.map((key) => `${key}: committee(communityCode: "${communities[key]}") { communityCode members { post person { id name } } }`).join(" ")}
}`;

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
  return {
    people: byId(nodes),
    ...Object.fromEntries(aliases.map(([alias, p]) => [alias, listed.includes(p) ? { id: p.id } : null])),
    ...Object.fromEntries(communityKeys.map((key) => [key, model.near(communities[key]) ? { communityCode: communities[key], members: members(key) } : null])),
  };
}

/** An answer to {@link rightsDocument}, ready to be compared. */
export function givenRights({ people, ...others }: Keyed): Keyed {
  const { nodes } = people as { nodes: readonly Keyed[] };
  return { people: byId(nodes.map((p) => ({ ...p, roles: byId(p["roles"] as Keyed[]) }))), ...others };
}

/** Whether a right opens the audit for somebody, and whose acts it then shows: of people whose first role of today lies in his areas. */
export function auditors(model: Model, actor: Model): { readonly reads: boolean; readonly shown: boolean } {
  const held = areasWith(model.viewer, "READ_AUDIT");
  const area = actor.viewer.assignments[0]?.area;
  return { reads: held.length > 0, shown: area === undefined || held.some((own) => area.startsWith(own)) };
}
