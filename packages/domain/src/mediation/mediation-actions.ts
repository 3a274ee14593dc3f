import type { MediationState } from "./mediation.ts";
import type { Role } from "../people/roles.ts";

/**
 * By what right somebody does something to a mediation.
 * NAMED: one of its mediators. LEAD: the present lead of its case. A role: held where the case is. ANY_IN_SCOPE: whoever
 * sees the case whole.
 */
export type MediationStanding = Extract<Role, "GRID_HEAD" | "CLERK" | "SECRETARY" | "DEPUTY"> | "NAMED" | "LEAD" | "ANY_IN_SCOPE";

/** One row of the mediations' table. */
export interface MediationActionRow {
  /** States it may be done in. */
  readonly from: readonly MediationState[];
  /** Any one of these rights is enough. */
  readonly by: readonly MediationStanding[];
}

/** Who acts for the people's mediation committee: it is the residents' committee's (People's Mediation Law, art. 8). */
const committee = ["CLERK", "SECRETARY", "DEPUTY"] as const;
const mediating = ["NAMED", ...committee] as const;

/**
 * The mediations' table: action × state × right. *Open* has no row: there is no mediation yet, and its right stands in the
 * table of cases (`mediate`). Mediators are named by the committee or chosen by the parties (art. 19), so no mediator names
 * another; the seal is the committee's; an oral agreement is what a mediator wrote down (art. 28).
 */
export const mediationActions = {
  recordConsent: { from: ["OPEN"], by: mediating },
  extendMonth: { from: ["OPEN"], by: mediating },
  nameMediator: { from: ["OPEN"], by: committee },
  removeMediator: { from: ["OPEN"], by: committee },
  hearParty: { from: ["OPEN"], by: mediating },
  establishFacts: { from: ["OPEN"], by: mediating },
  agreeTerms: { from: ["OPEN"], by: mediating },
  sign: { from: ["OPEN"], by: mediating },
  seal: { from: ["OPEN"], by: committee },
  recordOral: { from: ["OPEN"], by: ["NAMED"] },
  performTerm: { from: ["AGREED"], by: ["LEAD", "GRID_HEAD", ...mediating] },
  visit: { from: ["AGREED", "PERFORMED", "NOT_REACHED"], by: ["ANY_IN_SCOPE"] },
  applyForConfirmation: { from: ["AGREED", "PERFORMED"], by: mediating },
  recordConfirmation: { from: ["AGREED", "PERFORMED"], by: mediating },
  endMediation: { from: ["OPEN"], by: mediating },
} as const satisfies Record<string, MediationActionRow>;

export type MediationAction = keyof typeof mediationActions;

/** The names of all actions, in the table's order. */
export const mediationActionNames = Object.keys(mediationActions) as readonly MediationAction[];
