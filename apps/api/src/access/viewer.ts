import { convenedAreas, inForce, localDateOf, type Council, type Instant, type LocalDate, type Role, type RoleAssignment, type Viewer } from "@bandeng/domain";
import { convenedBy, convenedByAny } from "../councils/council-store.ts";
import { run, type Runner } from "../database/statement.ts";
import type { Clock } from "../http/clock.ts";

const ASSIGNMENTS = `
  select person_id as "personId", role, area_code as area, building_id as "buildingId", department_id as "departmentId",
    from_date as "from", to_date as "to"
  from role_assignment`;

/** The statement that reads the assignments of one person, of whatever days; `person` is a placeholder or a column. */
export const assignmentsOf = (person: string): string => `${ASSIGNMENTS} where person_id = ${person} order by from_date, id`;

const ASSIGNMENTS_OF_ONE = assignmentsOf("$1");
const ASSIGNMENTS_OF_SEVERAL = `${ASSIGNMENTS} where person_id = any($1::uuid[])`;

/** What is on record of somebody, of whatever days. */
export interface PersonRecord {
  readonly assignments: readonly RoleAssignment[];
  readonly councils: readonly Pick<Council, "areaCode" | "convenerId" | "from" | "to">[];
}

/** Who somebody is at a moment: with what is in force on that day of what is on record. */
export function viewerAt(personId: string, { assignments, councils }: PersonRecord, now: Instant): Viewer {
  const today = localDateOf(now);
  const held = { personId, assignments: assignments.filter((assignment) => inForce(assignment, today)) };
  return { ...held, convenes: convenedAreas(held, councils, today) };
}

/**
 * Who acts, with the assignments in force and the councils convened today. Read for every request (there by http/gate.ts, in
 * its one statement): a role that was revoked is gone with the next click.
 */
export async function loadViewer(runner: Runner, personId: string, clock: Clock): Promise<Viewer> {
  const [now, assignments, councils] = await Promise.all([clock.now(runner), run<RoleAssignment & { role: Role }>(runner, ASSIGNMENTS_OF_ONE, [personId]), convenedBy(runner, personId)]);
  return viewerAt(personId, { assignments, councils }, now);
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
