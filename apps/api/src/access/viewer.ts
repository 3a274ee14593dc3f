import { convenedAreas, inForce, localDateOf, type LocalDate, type Role, type RoleAssignment, type Viewer } from "@bandeng/domain";
import { convenedBy, convenedByAny } from "../councils/council-store.ts";
import { run, type Runner } from "../database/statement.ts";
import type { Clock } from "../http/clock.ts";

const ASSIGNMENTS = `
  select person_id as "personId", role, area_code as area, building_id as "buildingId", department_id as "departmentId",
    from_date as "from", to_date as "to"
  from role_assignment where person_id = $1 order by from_date, id`;

const ASSIGNMENTS_OF_SEVERAL = `
  select person_id as "personId", role, area_code as area, building_id as "buildingId", department_id as "departmentId",
    from_date as "from", to_date as "to"
  from role_assignment where person_id = any($1::uuid[])`;

/**
 * Who acts, with the assignments in force and the councils convened today. Read for every request: a role that was revoked
 * is gone with the next click.
 */
export async function loadViewer(runner: Runner, personId: string, clock: Clock): Promise<Viewer> {
  const [now, rows, councils] = await Promise.all([clock.now(runner), run<RoleAssignment & { role: Role }>(runner, ASSIGNMENTS, [personId]), convenedBy(runner, personId)]);
  const today = localDateOf(now);
  const held = { personId, assignments: rows.filter((assignment) => inForce(assignment, today)) };
  return { ...held, convenes: convenedAreas(held, councils, today) };
}

/** Several people with the assignments in force on a day, in the order of the ids: to ask what they would see. */
export async function loadPeople(runner: Runner, personIds: readonly string[], today: LocalDate): Promise<Viewer[]> {
  const rows = await run<RoleAssignment & { role: Role }>(runner, ASSIGNMENTS_OF_SEVERAL, [personIds]);
  return personIds.map((personId) => ({ personId, assignments: rows.filter((one) => one.personId === personId && inForce(one, today)) }));
}

/** Several people as {@link loadViewer} knows each: with the assignments in force and the councils convened today. */
export async function loadViewers(runner: Runner, personIds: readonly string[], clock: Clock): Promise<Viewer[]> {
  const today = localDateOf(await clock.now(runner));
  const [people, councils] = await Promise.all([loadPeople(runner, personIds, today), convenedByAny(runner, personIds)]);
  return people.map((held) => ({ ...held, convenes: convenedAreas(held, councils.filter(({ convenerId }) => convenerId === held.personId), today) }));
}
