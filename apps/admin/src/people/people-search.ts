import { flagParam, listParam, oneOfParam, present, textParam } from "../frame/search-params.ts";

/** What the page shows, as it stands in the address. */
export interface PeopleSearch {
  tab?: "committee" | "councils" | "experts";
  /** Area codes; all areas where the viewer reads roles when absent. */
  area?: string[];
  /** Part of a name. */
  q?: string;
  /** A role; text here, for the list of roles is no part of the first view. */
  role?: string;
  /** Whoever holds a role today when absent; with it also who did or will. */
  all?: true;
  /** The person whose drawer is open: a deep link. */
  person?: string;
  /** The community whose committee is shown. */
  community?: string;
}

export function parsePeopleSearch(found: Record<string, unknown>): PeopleSearch {
  return present({
    tab: oneOfParam(found, "tab", ["committee", "councils", "experts"] as const),
    area: listParam(found, "area")?.filter((code) => /^\d{6,15}$/.test(code)).slice(0, 100),
    q: textParam(found, "q")?.slice(0, 40),
    role: textParam(found, "role")?.slice(0, 40),
    all: flagParam(found, "all"),
    person: textParam(found, "person"),
    community: textParam(found, "community"),
  });
}

/** A key that is given undefined is taken out of the address. */
export type PeopleChange = { [Key in keyof PeopleSearch]?: PeopleSearch[Key] | undefined };

/** The address after a change. */
export function changed(now: PeopleSearch, change: PeopleChange): PeopleSearch {
  return Object.fromEntries(Object.entries({ ...now, ...change }).filter(([, value]) => value !== undefined)) as PeopleSearch;
}
