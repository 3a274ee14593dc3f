import { projectStates, type ProjectState } from "@bandeng/domain";
import { flagParam, numberParam, oneOfParam, present, textParam } from "../frame/search-params.ts";

/** What the page shows, as it stands in the address. */
export interface ProjectsSearch {
  tab?: "duty" | "templates";
  /** The year of the annual list; the present one when absent. */
  year?: number;
  state?: ProjectState;
  /** Part of a number or a name. */
  q?: string;
  missing?: true;
  overdue?: true;
  /** The area of the list (a street, a community); one's own when absent. */
  area?: string;
}

export function parseProjectsSearch(found: Record<string, unknown>): ProjectsSearch {
  const area = textParam(found, "area");
  return present({
    tab: oneOfParam(found, "tab", ["duty", "templates"] as const),
    year: numberParam(found, "year", 2000),
    state: oneOfParam(found, "state", projectStates),
    q: textParam(found, "q")?.slice(0, 40),
    missing: flagParam(found, "missing"),
    overdue: flagParam(found, "overdue"),
    area: area !== undefined && /^\d{6,12}$/.test(area) ? area : undefined,
  });
}

/** A key that is given undefined is taken out of the address. */
export type ProjectsChange = { [Key in keyof ProjectsSearch]?: ProjectsSearch[Key] | undefined };

/** The address after a change. */
export function changed(now: ProjectsSearch, change: ProjectsChange): ProjectsSearch {
  return Object.fromEntries(Object.entries({ ...now, ...change }).filter(([, value]) => value !== undefined)) as ProjectsSearch;
}
