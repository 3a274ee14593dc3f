import { refuse, type Refusal } from "../refusal.ts";

/** What somebody wants to make the residents share the costs of: work on a case, or the mediation of its dispute. */
export type BillingSubject = "WORK" | "MEDIATION";

/**
 * People's mediation is free (People's Mediation Law, art. 4): why nobody may be billed for it, null for everything else.
 * What a party pays the other by the agreement is a term, and no bill.
 */
export function whyNotBill(subject: BillingSubject): Refusal | null {
  return subject === "MEDIATION" ? refuse("MEDIATION_FREE", {}) : null;
}
