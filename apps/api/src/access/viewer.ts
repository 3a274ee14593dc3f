import { inForce, localDateOf, type Role, type RoleAssignment, type Viewer } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";
import type { Clock } from "../http/clock.ts";

const ASSIGNMENTS = `
  select person_id as "personId", role, area_code as area, building_id as "buildingId", department_id as "departmentId",
    from_date as "from", to_date as "to"
  from role_assignment where person_id = $1 order by from_date, id`;

/**
 * Who acts, with the assignments in force today. Read for every request: a role that was revoked is gone with the next
 * click.
 */
export async function loadViewer(runner: Runner, personId: string, clock: Clock): Promise<Viewer> {
  const [now, rows] = await Promise.all([clock.now(runner), run<RoleAssignment & { role: Role }>(runner, ASSIGNMENTS, [personId])]);
  const today = localDateOf(now);
  return { personId, assignments: rows.filter((assignment) => inForce(assignment, today)) };
}
