import type { MediationDecision } from "./record-mediation.ts";
import type { Mediation, MediationParty } from "./mediation.ts";
import { whyNotMediation } from "./why-not-mediation.ts";
import type { Case } from "../case/case.ts";
import type { CaseEventBody } from "../case/case-events.ts";
import type { Facts } from "../case/record.ts";
import type { Role } from "../people/roles.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Somebody who shall mediate, with the roles held today where the case is: the rules do not see them by themselves. */
export interface NamedMediator {
  readonly personId: string;
  readonly roles: readonly Role[];
}

/** Roles whose holders mediate in their area. Source: People's Mediation Law, art. 13 (members of the committee and whom it engages). */
export const mediatingRoles = ["MEDIATOR", "GRID_HEAD", "CLERK", "SECRETARY", "DEPUTY"] as const satisfies readonly Role[];

/** Who may not mediate: a party, and whoever is neither a mediator nor a leader there nor an expert who came to this case (art. 20). */
export function mediatorProblem(c: Pick<Case, "helperIds">, parties: readonly Pick<MediationParty, "personId">[], { personId, roles }: NamedMediator, path: string): Refusal | null {
  if (parties.some((party) => party.personId === personId)) return refuse("MEDIATOR_IS_PARTY", {}, path);
  const may = c.helperIds.includes(personId) || roles.some((role) => (mediatingRoles as readonly Role[]).includes(role));
  return may ? null : refuse("NO_MEDIATOR", {}, path);
}

/** What naming or removing a mediator does: to the mediation, and to its case, which a mediator sees whole. */
export interface MediatorDecision {
  readonly mediation: MediationDecision;
  readonly case: readonly CaseEventBody[];
}

/** Joins whoever is not among the helpers of the case yet. */
export function joining(c: Pick<Case, "helperIds">, personIds: readonly string[], facts: Pick<Facts, "at">): readonly CaseEventBody[] {
  return personIds
    .filter((personId) => !c.helperIds.includes(personId))
    .map((personId) => ({ type: "HELPER_JOINED", at: facts.at, payload: { personId, as: "MEDIATOR" } }));
}

/** Names one more mediator, or one whom the parties chose. */
export function decideNameMediator(m: Mediation, c: Case, mediator: NamedMediator, facts: Facts): MediatorDecision | Refusal {
  const no = whyNotMediation("nameMediator", m, c, facts.viewer);
  if (no) return no;
  const { personId } = mediator;
  if (m.mediatorIds.includes(personId)) return refuse("MEDIATOR_TWICE", {}, "personId");
  const problem = mediatorProblem(c, m.parties, mediator, "personId");
  if (problem) return problem;
  return { mediation: [{ type: "MEDIATOR_NAMED", at: facts.at, payload: { personId } }], case: joining(c, [personId], facts) };
}

/** Takes a mediator away, as a party may ask (art. 23): from then on the case is no business of his. One is always left. */
export function decideRemoveMediator(m: Mediation, c: Case, { personId }: { readonly personId: string }, facts: Facts): MediatorDecision | Refusal {
  const no = whyNotMediation("removeMediator", m, c, facts.viewer);
  if (no) return no;
  if (!m.mediatorIds.includes(personId)) return refuse("NO_MEDIATOR", {}, "personId");
  if (m.mediatorIds.length === 1) return refuse("LAST_MEDIATOR", {}, "personId");
  const left: readonly CaseEventBody[] = c.helperIds.includes(personId) ? [{ type: "HELPER_LEFT", at: facts.at, payload: { personId, as: "MEDIATOR" } }] : [];
  return { mediation: [{ type: "MEDIATOR_REMOVED", at: facts.at, payload: { personId } }], case: left };
}

