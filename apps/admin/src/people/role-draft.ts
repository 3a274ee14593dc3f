import { roleAreas, roles, type LocalDate, type Role } from "@bandeng/domain";
import { chosenArea } from "./AreaField.tsx";
import type { Problems } from "./use-verb.ts";

/** A role as it is being filled in. */
export interface RoleDraft {
  role: Role | null;
  /** How far one has come in choosing the area. */
  at: string;
  buildingId: string | null;
  departmentId: string | null;
  from: LocalDate | null;
  to: LocalDate | null;
}

/** Roles that can be held at all. */
export const grantableRoles: readonly Role[] = roles.filter((role) => roleAreas[role].length > 0);

/** A new draft, beginning where somebody works already. */
export const emptyRole = (at: string, today: LocalDate): RoleDraft => ({ role: null, at, buildingId: null, departmentId: null, from: today, to: null });

/** The area that is chosen; null while there is none of the right kind. */
export const areaOf = ({ role, at }: RoleDraft): string | null => (role === null ? null : chosenArea(at, roleAreas[role]));

/** Names of the fields of a role as refusals call them. */
export const roleFields = ["role", "area", "buildingId", "departmentId", "from", "to"] as const;

/** What is sent of it. */
export function roleInput(draft: RoleDraft) {
  const { role, buildingId, departmentId, from, to } = draft;
  return {
    role: role as Role,
    areaCode: areaOf(draft) ?? "",
    from: from ?? "",
    ...(to === null ? {} : { to }),
    ...(role === "BUILDING_HEAD" && buildingId !== null ? { buildingId } : {}),
    ...(role === "LIAISON" && departmentId !== null ? { departmentId } : {}),
  };
}

/** What cannot be sent as it is: the rules look at everything else, and say so themselves. */
export function roleProblems(draft: RoleDraft, say: { choose: (what: string) => string; fill: (what: string) => string; role: string; area: string; from: string }): Problems {
  return {
    role: draft.role === null ? say.choose(say.role) : undefined,
    area: draft.role !== null && areaOf(draft) === null ? say.choose(say.area) : undefined,
    from: draft.from === null ? say.fill(say.from) : undefined,
  };
}
