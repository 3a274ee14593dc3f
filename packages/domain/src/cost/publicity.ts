import { openCostObjections, type CostPlan } from "./cost-plan.ts";
import { quotesProblem } from "./quotes.ts";
import type { CostDecision } from "./record-cost.ts";
import { whyNotCost } from "./why-not-cost.ts";
import { isOpen, type Case } from "../case/case.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { due } from "../deadline/due.ts";
import { refuse, type Refusal } from "../refusal.ts";

const placeLimit = 200;

/** Money comes in only while the work is under way: a case that is resolved or over takes none. */
export function caseOverProblem(c: Pick<Case, "status">): Refusal | null {
  return isOpen(c.status) && c.status !== "RESOLVED" ? null : refuse("COST_CASE_OVER", {});
}

/** 公示: what it costs and who bears what, for so many working days (5 by default) where everybody passes by. */
export function decidePubliciseCosts(plan: CostPlan, c: Case, { place }: { readonly place: string }, facts: Facts): CostDecision {
  const no = whyNotCost("publiciseCosts", plan, c, facts.viewer) ?? caseOverProblem(c) ?? textProblem("place", place, placeLimit) ?? quotesProblem(plan, plan.fewQuotesExplained);
  if (no) return no;
  if (plan.chosenQuoteId === null) return refuse("QUOTE_MISSING", {});
  if (plan.shares.length === 0) return refuse("SHARES_MISSING", {});
  const until = due(facts.at, facts.rules.feePublicityDays, facts.calendar).at;
  return [{ type: "COSTS_PUBLICISED", at: facts.at, payload: { until, place: place.trim() } }];
}

/** 异议: somebody has something against it while it hangs; anybody of the community records it. */
export function decideObjectToCosts(plan: CostPlan, c: Case, { objectionId, words }: { readonly objectionId: string; readonly words: string }, facts: Facts): CostDecision {
  const no = whyNotCost("objectToCosts", plan, c, facts.viewer) ?? textProblem("words", words);
  return no ?? [{ type: "COSTS_OBJECTED", at: facts.at, payload: { objectionId }, texts: [{ kind: "OBJECTION", itemId: objectionId, text: words }] }];
}

/** An objection is answered: what is changed, or why it stays. Nobody collects while one is open. */
export function decideAnswerCostObjection(plan: CostPlan, c: Case, { objectionId, answer }: { readonly objectionId: string; readonly answer: string }, facts: Facts): CostDecision {
  const no = whyNotCost("answerCostObjection", plan, c, facts.viewer) ?? textProblem("answer", answer);
  if (no) return no;
  const open = plan.objections.some(({ id, answeredAt }) => id === objectionId && answeredAt === null);
  if (!open) return refuse("OBJECTION_UNKNOWN", {}, "objectionId");
  return [{ type: "COST_OBJECTION_ANSWERED", at: facts.at, payload: { objectionId }, texts: [{ kind: "ANSWER", itemId: objectionId, text: answer }] }];
}

/** 开始收缴: the publicity is over, every objection answered, and the last version of the plan of works approved. */
export function decideStartCollecting(plan: CostPlan, c: Case, facts: Facts): CostDecision {
  const no = whyNotCost("startCollecting", plan, c, facts.viewer) ?? caseOverProblem(c);
  if (no) return no;
  const { publicity } = plan;
  if (!publicity || facts.at < publicity.until) return refuse("PUBLICITY_OPEN", { until: publicity?.until ?? facts.at });
  if (openCostObjections(plan) > 0) return refuse("OBJECTION_OPEN", {});
  if (plan.documents.at(-1)?.approvedAt == null) return refuse("DOCUMENT_NOT_APPROVED", {});
  return [{ type: "COLLECTING_STARTED", at: facts.at, payload: {} }];
}

/** 决算公示: the final account hangs for so many working days (3 by default); nothing waits for them. */
export function decidePublishFinal(plan: CostPlan, c: Case, { place }: { readonly place: string }, facts: Facts): CostDecision {
  const no = whyNotCost("publishFinal", plan, c, facts.viewer) ?? textProblem("place", place, placeLimit);
  if (no) return no;
  if (!plan.final) return refuse("FINAL_MISSING", {});
  const until = due(facts.at, facts.rules.finalFeePublicityDays, facts.calendar).at;
  return [{ type: "FINAL_PUBLICISED", at: facts.at, payload: { until, place: place.trim() } }];
}
