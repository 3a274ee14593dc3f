import { oneOfParam, present } from "../frame/search-params.ts";

/** What the page of publications shows, as it stands in the address. */
export interface PublicationsSearch {
  show?: "waiting" | "drafts";
}

export function parsePublicationsSearch(found: Record<string, unknown>): PublicationsSearch {
  return present({ show: oneOfParam(found, "show", ["waiting", "drafts"] as const) });
}
