import { oneOfParam, present, textParam } from "../frame/search-params.ts";
import type { AuditFilter, AuditSubjectKind } from "../graphql/graphql.ts";

export const auditOutcomes = ["DONE", "REFUSED"] as const;
/** Every kind of subject; a missing one does not compile. */
const kinds: Readonly<Record<AuditSubjectKind, true>> = {
  CASE: true, PROJECT: true, PERSON: true, ACCOUNT: true, ATTACHMENT: true, CALENDAR: true, VIEW: true, LIST: true, COMMITTEE: true, OPINION: true, MEETING: true, AGENDA_ITEM: true, MEDIATION: true, COUNCIL: true, POINT: true, CONTACT_DAY: true, EXPERT: true, COST_PLAN: true, CONTRACTOR: true, KEY: true, WEBHOOK: true, PUBLICATION: true, SETTING: true, NOTICE: true, IMPORT: true, SYSTEM: true,
};
export const auditSubjectKinds = Object.keys(kinds) as AuditSubjectKind[];

/** What the audit page shows, as it stands in the address. */
export interface AuditSearch {
  /** Days in Shanghai, both included: 2024-08-26. */
  from?: string;
  to?: string;
  person?: string;
  action?: string;
  outcome?: (typeof auditOutcomes)[number];
  subject?: AuditSubjectKind;
  subjectId?: string;
  /** Cursor of the page before; the latest rows when absent. */
  after?: string;
  /** The row whose details are open. */
  row?: string;
}

/** What a filter changes; undefined takes a key away. */
export type AuditChange = { readonly [Key in keyof AuditSearch]?: AuditSearch[Key] | undefined };

function dayParam(found: Record<string, unknown>, key: string): string | undefined {
  const day = textParam(found, key);
  return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ? day : undefined;
}

export function parseAuditSearch(found: Record<string, unknown>): AuditSearch {
  return present({
    from: dayParam(found, "from"),
    to: dayParam(found, "to"),
    person: textParam(found, "person"),
    action: textParam(found, "action")?.slice(0, 60),
    outcome: oneOfParam(found, "outcome", auditOutcomes),
    subject: oneOfParam(found, "subject", auditSubjectKinds),
    subjectId: textParam(found, "subjectId")?.slice(0, 60),
    after: textParam(found, "after"),
    row: textParam(found, "row"),
  });
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** What the server narrows by; null when nothing does. */
export function filterOf({ from, to, person, action, outcome, subject, subjectId }: AuditSearch): AuditFilter | null {
  const filter: AuditFilter = {
    ...(from ? { from: new Date(startOf(from)).toISOString() } : {}),
    // The last day belongs to the period.
    ...(to ? { to: new Date(startOf(to) + 86_400_000).toISOString() } : {}),
    ...(person ? { personId: person } : {}),
    ...(action ? { action } : {}),
    ...(outcome ? { outcome } : {}),
    ...(subject ? { subjectKind: subject } : {}),
    ...(subjectId ? { subjectId } : {}),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}
