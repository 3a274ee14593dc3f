import { caseKinds, caseLevels, caseStatuses, severities, urgencyTags, type CaseKind, type CaseLevel, type CaseStatus, type Severity, type UrgencyTag } from "@bandeng/domain";
import { flagParam, listParam, oneOfParam, present, someOfParam, textParam } from "../frame/search-params.ts";
import type { CaseFilter } from "../graphql/graphql.ts";

export const laneNames = ["grid", "compound", "kind", "lead"] as const;
export type LaneName = (typeof laneNames)[number];

/** Everything the board shows, as it stands in the address: what is not there is not narrowed. */
export interface BoardSearch {
  /** Area codes; the viewer's own areas when absent. */
  area?: string[];
  view?: "workflow";
  lanes?: LaneName;
  q?: string;
  kind?: CaseKind[];
  level?: CaseLevel[];
  status?: CaseStatus[];
  severity?: Severity[];
  tag?: UrgencyTag[];
  lead?: string[];
  compound?: string[];
  withoutLead?: true;
  overdue?: true;
  asks?: true;
  adopted?: true;
  /** The case whose drawer is open: a deep link. */
  case?: string;
}

export function parseBoardSearch(found: Record<string, unknown>): BoardSearch {
  return present({
    area: listParam(found, "area")?.filter((code) => /^\d{6,15}$/.test(code)).slice(0, 100),
    view: oneOfParam(found, "view", ["workflow"] as const),
    lanes: oneOfParam(found, "lanes", laneNames),
    q: textParam(found, "q")?.slice(0, 100),
    kind: someOfParam(found, "kind", caseKinds),
    level: someOfParam(found, "level", caseLevels),
    status: someOfParam(found, "status", caseStatuses),
    severity: someOfParam(found, "severity", severities),
    tag: someOfParam(found, "tag", urgencyTags),
    lead: listParam(found, "lead"),
    compound: listParam(found, "compound"),
    withoutLead: flagParam(found, "withoutLead"),
    overdue: flagParam(found, "overdue"),
    asks: flagParam(found, "asks"),
    adopted: flagParam(found, "adopted"),
    case: textParam(found, "case"),
  });
}

/** The keys that narrow the board, apart from where and how it is shown. */
export const filterKeys = ["q", "kind", "level", "status", "severity", "tag", "lead", "compound", "withoutLead", "overdue", "asks", "adopted"] as const;

/** How many of them are set. */
export function countFilters(search: BoardSearch): number {
  return filterKeys.filter((key) => search[key] !== undefined).length;
}

/** The same board without its filter. */
export function withoutFilters(search: BoardSearch): BoardSearch {
  const kept = Object.entries(search).filter(([key]) => !(filterKeys as readonly string[]).includes(key));
  return Object.fromEntries(kept) as BoardSearch;
}

/** What the server narrows by; null when nothing does, so that equal boards are one entry of the cache. */
export function filterOf(search: BoardSearch): CaseFilter | null {
  const filter: CaseFilter = {
    ...(search.q ? { text: search.q } : {}),
    ...(search.kind ? { kinds: search.kind } : {}),
    ...(search.level ? { levels: search.level } : {}),
    ...(search.status ? { statuses: search.status } : {}),
    ...(search.severity ? { severities: search.severity } : {}),
    ...(search.tag ? { tags: search.tag } : {}),
    ...(search.lead ? { leadIds: search.lead } : {}),
    ...(search.compound ? { compoundIds: search.compound } : {}),
    ...(search.withoutLead ? { withoutLead: true } : {}),
    ...(search.overdue ? { overdue: true } : {}),
    ...(search.asks ? { asks: true } : {}),
    ...(search.adopted ? { adopted: true } : {}),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}
