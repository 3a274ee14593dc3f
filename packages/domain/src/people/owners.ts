import { levelRank, type CaseLevel } from "../case/case.ts";
import type { Role } from "./roles.ts";

/**
 * The rung a role owns, as a level's rank: 1 building head or grid member, 2 grid head, 3 secretary (clerk and deputy
 * act for her), 4 street officer, 5 district officer. Roles that own no level are absent.
 */
export const ownedRank: Partial<Record<Role, number>> = {
  BUILDING_HEAD: 1,
  GRID_MEMBER: 1,
  GRID_HEAD: 2,
  CLERK: 3,
  DEPUTY: 3,
  SECRETARY: 3,
  STREET_OFFICER: 4,
  DISTRICT_OFFICER: 5,
};

const communityRank = levelRank("COMMUNITY");

/**
 * Whether a role owns a level. A higher owner may do what a lower one may, but only inside the community: street and
 * district own what was referred up to them and leave the rest to the community.
 */
export function ownsLevel(role: Role, level: CaseLevel): boolean {
  const rank = ownedRank[role];
  // A building head acts where he leads and at his own building (BUILDING_OWNER), he is no general owner.
  if (rank === undefined || role === "BUILDING_HEAD") return false;
  return rank >= levelRank(level) && (rank <= communityRank || levelRank(level) > communityRank);
}

/** Who decides what somebody in a role asks for: one role up, or anybody further up inside the community. */
export function oneRoleUp(asker: Role): readonly Role[] {
  switch (asker) {
    case "BUILDING_HEAD":
    case "GRID_MEMBER":
      return ["GRID_HEAD", "SECRETARY", "DEPUTY"];
    case "GRID_HEAD":
    case "CLERK":
    case "MEDIATOR":
    case "LIAISON":
      return ["SECRETARY", "DEPUTY"];
    case "SECRETARY":
    case "DEPUTY":
      return ["STREET_OFFICER"];
    case "STREET_OFFICER":
    case "DISTRICT_OFFICER":
      // Nobody stands above the district here: another officer of it decides, never the asker.
      return ["DISTRICT_OFFICER"];
    default:
      // Whoever leads without owning a level (a proxy, an expert) asks the community.
      return ["SECRETARY", "DEPUTY"];
  }
}
