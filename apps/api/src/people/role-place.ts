import { refuse, type Refusal, type Role } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";

/** Where a role is wanted, as it was sent. */
export interface WantedPlace {
  readonly role: Role;
  readonly area: string;
  readonly buildingId: string | null;
  readonly departmentId: string | null;
}

/** Refuses an area, building or department that there is not, or that is not where the role is; null when all are known. */
export async function unknownPlace(client: Runner, { role, area, buildingId, departmentId }: WantedPlace): Promise<Refusal | null> {
  const [known] = await run<{ area: boolean; building: boolean; department: boolean }>(
    client,
    `select exists (select from area where code = $1) as area,
       exists (select from building where id::text = lower($2) and starts_with(grid_code, $1)) as building,
       exists (select from department where id::text = lower($3)) as department`,
    [area, buildingId, departmentId],
  );
  if (!known?.area) return refuse("ROLE_AREA_WRONG", { role }, "areaCode");
  if (role === "BUILDING_HEAD" && buildingId !== null && !known.building) return refuse("UNKNOWN_PLACE", {}, "buildingId");
  return role === "LIAISON" && departmentId !== null && !known.department ? refuse("UNKNOWN_DEPARTMENT", {}, "departmentId") : null;
}
