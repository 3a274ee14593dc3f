import { inForce, localDateOf, levelRank, ownedRank, ownsLevel, reaches, type Case, type Facts, type Role, type RoleAssignment, type Viewer } from "@bandeng/domain";
import { withinReach } from "../access/scope.ts";
import { run, Statement, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";

/** Assignments in force on the day of the act that reach a case: of one person, or of everybody. */
async function assignmentsAt(runner: Runner, c: Pick<Case, "gridCode" | "place">, facts: Facts, personId: string | null): Promise<RoleAssignment[]> {
  const rows = await run<{ a: RoleAssignment }>(
    runner,
    `select json_build_object('personId', person_id, 'role', role, 'area', area_code, 'buildingId', building_id, 'departmentId', department_id, 'from', from_date, 'to', to_date) as a
     from role_assignment where ($1::uuid is null or person_id = $1::uuid) and starts_with($2, area_code)`,
    [personId, c.gridCode],
  );
  const today = localDateOf(facts.now);
  return rows.map(({ a }) => a).filter((a) => inForce(a, today) && reaches(a, c));
}

/** Whether somebody holds any role where a case is. */
export async function holdsAnyRole(runner: Runner, personId: string, c: Case, facts: Facts): Promise<boolean> {
  return isUuid(personId) && (await assignmentsAt(runner, c, facts, personId)).length > 0;
}

/** The roles somebody holds where a case is. */
export async function rolesAt(runner: Runner, personId: string, c: Case, facts: Facts): Promise<Role[]> {
  return (await assignmentsAt(runner, c, facts, personId)).map((a) => a.role);
}

/** Who owns a case's level where it is: of several the one whose role is nearest to the level. Null when nobody does. */
export async function ownerOf(runner: Runner, c: Case, facts: Facts): Promise<string | null> {
  const owners = (await assignmentsAt(runner, c, facts, null)).filter((a) => ownsLevel(a.role, c.level) && a.personId !== c.leadId);
  const distance = (role: Role) => (ownedRank[role] ?? 9) - levelRank(c.level);
  // At the community the secretary owns; the clerk acts for her.
  const order = (a: RoleAssignment) => distance(a.role) * 10 + (a.role === "SECRETARY" ? 0 : a.role === "DEPUTY" ? 1 : 2);
  return owners.toSorted((a, b) => order(a) - order(b))[0]?.personId ?? null;
}

/** Whether the viewer knows all of these people: residents where residents are his work, and colleagues. Others do not exist. */
export async function peopleExist(runner: Runner, viewer: Viewer, ids: readonly string[]): Promise<boolean> {
  if (ids.some((id) => !isUuid(id))) return false;
  const q = new Statement();
  const wanted = q.bind(ids, "uuid[]");
  const resident = withinReach(q, viewer, "residents", "p.area_no");
  const colleague = `exists (select from role_assignment r where r.person_id = p.id and ${withinReach(q, viewer, "near", "r.area_no")})`;
  const [row] = await q.run<{ n: number }>(runner, `select count(*)::int as n from person p where p.id = any(${wanted}) and p.erased_at is null and (${resident} or ${colleague})`);
  return row?.n === new Set(ids).size;
}

/** Whether a department is one that can be called to a case: its district is the case's. */
export async function departmentExists(runner: Runner, id: string, c: Case): Promise<boolean> {
  if (!isUuid(id)) return false;
  const found = await run(runner, "select 1 from department where id = $1 and area_no - area_no % 1000000000 = $2::int8 - $2::int8 % 1000000000", [id, c.gridCode]);
  return found.length > 0;
}

/** Whether somebody works in the viewer's district: whom an act may name. */
export async function isColleague(runner: Runner, viewer: Viewer, personId: string): Promise<boolean> {
  if (!isUuid(personId)) return false;
  const q = new Statement();
  const found = await q.run(runner, `select 1 from role_assignment r where r.person_id = ${q.bind(personId, "uuid")} and r.role not in ('RESIDENT', 'KEY') and ${withinReach(q, viewer, "near", "r.area_no")} limit 1`);
  return found.length > 0;
}

/** Whether somebody is secretary of a community on the day of the act. */
export async function isSecretaryOf(runner: Runner, personId: string, communityCode: string, { now }: Pick<Facts, "now">): Promise<boolean> {
  if (!isUuid(personId)) return false;
  const found = await run(
    runner,
    "select 1 from role_assignment where person_id = $1 and role = 'SECRETARY' and starts_with($2, area_code) and from_date <= $3 and (to_date is null or to_date >= $3) limit 1",
    [personId, communityCode, localDateOf(now)],
  );
  return found.length > 0;
}
