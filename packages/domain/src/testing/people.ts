import type { Role, RoleAssignment, Viewer } from "../people/roles.ts";

// The people of the tests: those of 天后宫社区, one for each role, and some who must be kept out.

export const community = "340802001007";
export const grid003 = `${community}003`;
export const grid005 = `${community}005`;
export const street = "340802001";
export const district = "340802";

/** A right from 2020 on, in an area; `more` names a building or a department. */
export function right(role: Role, area: string, more: Partial<Pick<RoleAssignment, "buildingId" | "departmentId">> = {}): Omit<RoleAssignment, "personId"> {
  return { role, area, buildingId: null, departmentId: null, from: "2020-01-01", to: null, ...more };
}

/** Somebody with these rights. */
export function viewer(personId: string, ...rights: Omit<RoleAssignment, "personId">[]): Viewer {
  return { personId, assignments: rights.map((r) => ({ personId, ...r })) };
}

export const chen = viewer("chen", right("SECRETARY", community));
export const deputy = viewer("deputy", right("DEPUTY", community));
/** 小周 */
export const zhou = viewer("zhou", right("CLERK", community));
/** 李网格长, grid 003 */
export const li = viewer("li", right("GRID_HEAD", grid003));
/** 王网格长, grid 005 */
export const wang = viewer("wang", right("GRID_HEAD", grid005));
export const member003 = viewer("member003", right("GRID_MEMBER", grid003));
export const other003 = viewer("other003", right("GRID_MEMBER", grid003));
export const member005 = viewer("member005", right("GRID_MEMBER", grid005));
export const buildingHead = viewer("buildingHead", right("BUILDING_HEAD", grid003, { buildingId: "building-3" }));
export const otherBuildingHead = viewer("otherBuildingHead", right("BUILDING_HEAD", grid003, { buildingId: "building-4" }));
export const mediator = viewer("mediator", right("MEDIATOR", community));
export const councillor = viewer("councillor", right("COUNCIL_MEMBER", grid003));
export const expert = viewer("expert", right("EXPERT", district));
/** 党员老张 */
export const zhang = viewer("zhang", right("PROXY", community));
export const streetOfficer = viewer("streetOfficer", right("STREET_OFFICER", street));
export const districtOfficer = viewer("districtOfficer", right("DISTRICT_OFFICER", district));
export const housing = viewer("housing", right("LIAISON", district, { departmentId: "住建" }));
export const fire = viewer("fire", right("LIAISON", district, { departmentId: "消防" }));
export const admin = viewer("admin", right("SYSTEM_ADMIN", district));
export const key = viewer("key", right("KEY", district));
export const stranger = viewer("stranger");

/** Somebody who shows the slip code of an opinion. */
export function slipOf(caseId: string, respondent: string): Viewer {
  return { personId: respondent, assignments: [], slip: { caseId, respondent } };
}
