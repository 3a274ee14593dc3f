import { levelRank, type Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { isLocalDate, type LocalDate } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

export interface AdoptInput {
  readonly projectId: string;
  /** Due day of the project's last milestone if their weights sum to 100, else null. */
  readonly dueOn: LocalDate | null;
}

/** Supporters from which a case that is 急难愁盼 may be adopted below the community's level. */
export const supportersToAdopt = 3;

/**
 * 列入书记项目: the secretary adopts a case at COMMUNITY, or one tagged 急难愁盼 with at least three supporters. It is a link:
 * status and level stay, the milestones take the place of the level's deadline.
 */
export function decideAdopt(c: Case, input: AdoptInput, facts: Facts): Decision {
  const no = whyNot("adopt", c, facts.viewer);
  if (no) return no;
  if (input.dueOn !== null && !isLocalDate(input.dueOn)) return refuse("DATE_INVALID", {}, "dueOn");
  const ready = levelRank(c.level) === levelRank("COMMUNITY") || (c.tags.length > 0 && c.supporters >= supportersToAdopt);
  return ready ? [{ type: "ADOPTED", at: facts.at, payload: { projectId: input.projectId, dueOn: input.dueOn } }] : refuse("ADOPT_NOT_READY", {});
}

/** The project's plan has changed: its cases take the new last day, or none while the weights do not sum to 100. */
export function decideProjectDue(c: Case, input: AdoptInput, facts: Facts): Decision {
  // Only the project that sets the pace can change it.
  if (!c.project || c.project.ended || c.project.projectId !== input.projectId || c.project.dueOn === input.dueOn) return [];
  if (input.dueOn !== null && !isLocalDate(input.dueOn)) return refuse("DATE_INVALID", {}, "dueOn");
  return [{ type: "PROJECT_DUE_SET", at: facts.at, payload: { projectId: input.projectId, dueOn: input.dueOn } }];
}

/** The project was abandoned (the case returns to its level's clock) or struck off (it stays as a badge). */
export function decideProjectLeft(c: Case, input: { readonly projectId: string; readonly cause: "ABANDONED" | "STRUCK_OFF" }, facts: Facts): Decision {
  if (!c.project || c.project.ended || c.project.projectId !== input.projectId) return [];
  return [{ type: "PROJECT_LEFT", at: facts.at, payload: { projectId: input.projectId, cause: input.cause, days: facts.rules.resolveDays[c.level] } }];
}
