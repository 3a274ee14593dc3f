import type { Mediation } from "./mediation.ts";
import type { LocalDate } from "../deadline/moment.ts";

/** MONTH: the mediation has to come to an end. TERM: a party has to perform. CONFIRM: both parties may still ask the court. */
export const mediationDeadlineKinds = ["MONTH", "TERM", "CONFIRM"] as const;
export type MediationDeadlineKind = (typeof mediationDeadlineKinds)[number];

/** A day of a mediation that somebody wants to be reminded of. `termId` is set for TERM. */
export interface MediationDeadline {
  readonly kind: MediationDeadlineKind;
  readonly dueOn: LocalDate;
  readonly termId: string | null;
}

/**
 * What a mediation waits for, earliest first: the month while it is open; each open term of its agreement; and the window
 * of judicial confirmation, until the parties have applied or everything is performed (then nothing is left to confirm).
 */
export function mediationDeadlines(m: Pick<Mediation, "state" | "dueOn" | "terms" | "confirmBy" | "appliedAt">): readonly MediationDeadline[] {
  const all: MediationDeadline[] = [];
  if (m.state === "OPEN" && m.dueOn !== null) all.push({ kind: "MONTH", dueOn: m.dueOn, termId: null });
  if (m.state === "AGREED") {
    all.push(...m.terms.filter(({ doneAt }) => doneAt === null).map(({ id, dueOn }) => ({ kind: "TERM", dueOn, termId: id }) as const));
    if (m.confirmBy !== null && m.appliedAt === null) all.push({ kind: "CONFIRM", dueOn: m.confirmBy, termId: null });
  }
  return all.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
