import { channels, type Channel } from "@bandeng/domain";
import { flagParam, oneOfParam, present, textParam } from "../frame/search-params.ts";
import type { OpinionFilter } from "../graphql/graphql.ts";

/** What of the unanswered is shown: what can be told now, what is still being worked on, or both. */
export const narrowings = ["OWED", "WAITING", "BOTH"] as const;

/** What the page of opinions shows, as it stands in the address. */
export interface OpinionSearch {
  /** The unanswered when absent. */
  tab?: "all";
  /** What can be told now when absent: the short list somebody can do something about. */
  only?: Exclude<(typeof narrowings)[number], "OWED">;
  channel?: Channel;
  /** Days in Shanghai on which it was written down, both included: 2024-08-26. */
  from?: string;
  to?: string;
  late?: true;
  q?: string;
  point?: string;
  contactDay?: string;
  /** Cursor of the page before; the first page when absent. */
  after?: string;
  /** The case whose drawer is open. */
  case?: string;
}

/** What a filter changes; undefined takes a key away. */
export type OpinionChange = { readonly [Key in keyof OpinionSearch]?: OpinionSearch[Key] | undefined };

function dayParam(found: Record<string, unknown>, key: string): string | undefined {
  const day = textParam(found, key);
  return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ? day : undefined;
}

export function parseOpinionSearch(found: Record<string, unknown>): OpinionSearch {
  return present({
    tab: oneOfParam(found, "tab", ["all"] as const),
    only: oneOfParam(found, "only", ["WAITING", "BOTH"] as const),
    channel: oneOfParam(found, "channel", channels),
    from: dayParam(found, "from"),
    to: dayParam(found, "to"),
    late: flagParam(found, "late"),
    q: textParam(found, "q")?.slice(0, 100),
    point: textParam(found, "point"),
    contactDay: textParam(found, "contactDay"),
    after: textParam(found, "after"),
    case: textParam(found, "case"),
  });
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** Whether the list of all opinions is narrowed by anything. */
export function isNarrowed({ channel, from, to, late, q, point, contactDay }: OpinionSearch): boolean {
  return [channel, from, to, late, q, point, contactDay].some((one) => one !== undefined);
}

/** What the server narrows the list by. */
export function filterOf({ tab, only, channel, from, to, late, q, point, contactDay }: OpinionSearch): OpinionFilter {
  if (tab !== "all") return { unanswered: true, ...(only === "BOTH" ? {} : { answers: [only ?? "OWED"] }) };
  return {
    ...(channel ? { channels: [channel] } : {}),
    ...(from ? { recordedFrom: new Date(startOf(from)).toISOString() } : {}),
    // The last day belongs to the period.
    ...(to ? { recordedTo: new Date(startOf(to) + 86_400_000).toISOString() } : {}),
    ...(late ? { recordedLate: true } : {}),
    ...(q ? { text: q } : {}),
    ...(point ? { pointId: point } : {}),
    ...(contactDay ? { contactDayId: contactDay } : {}),
  };
}
