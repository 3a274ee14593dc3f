import type { Role } from "@bandeng/domain";
import type { Viewer } from "./viewer.ts";

/** Who works between doors, with a phone in the hand. */
const outside: readonly Role[] = ["GRID_MEMBER", "BUILDING_HEAD", "PROXY"];

/** Whether somebody holds no role that triages: 我的待办 comes first for them. */
export function worksOutside({ roles }: Pick<Viewer, "roles">): boolean {
  return roles.length > 0 && roles.every(({ role }) => outside.includes(role));
}

/** Where somebody is after signing in: on the board, or with a phone in the hand at what waits for them. */
export function homeOf(viewer: Pick<Viewer, "roles">, isPhone = matchMedia("(width < 40rem)").matches): "/" | "/work" {
  return isPhone && worksOutside(viewer) ? "/work" : "/";
}
