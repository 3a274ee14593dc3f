import type { CostEventBody, CostText } from "./cost-events.ts";
import { toShareFen, type CostPlan } from "./cost-plan.ts";
import { fenProblem, sumFen } from "./fen.ts";
import type { CostDecision } from "./record-cost.ts";
import { reshared } from "./shares.ts";
import { whyNotCost } from "./why-not-cost.ts";
import type { Case } from "../case/case.ts";
import { optionalTextProblem, textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import type { Fund } from "../project/project.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** How many contractors are asked before one is chosen without giving a reason. */
export const quotesNeeded = 3;
const quotesLimit = 20;
const fundsLimit = 10;
const fundNameLimit = 60;

/** Whether enough contractors were asked: three, or a reason why not. */
export function quotesProblem(plan: Pick<CostPlan, "quotes">, explained: boolean): Refusal | null {
  const have = plan.quotes.length;
  return have >= quotesNeeded || explained ? null : refuse("QUOTES_FEW", { have, needed: quotesNeeded }, "reason");
}

const noted = (kind: CostText["kind"], itemId: string | null, text: string): { texts?: readonly CostText[] } => (text.trim() === "" ? {} : { texts: [{ kind, itemId, text }] });

export interface AddQuoteInput {
  readonly quoteId: string;
  /** A contractor of the register; null for one that nobody knows there. */
  readonly contractor: { readonly id: string; readonly active: boolean } | null;
  readonly totalFen: number;
  readonly note: string;
}

/** 报价: what a contractor of the register asks; one quote a contractor. */
export function decideAddQuote(plan: CostPlan, c: Case, { quoteId, contractor, totalFen, note }: AddQuoteInput, facts: Facts): CostDecision {
  const no = whyNotCost("addQuote", plan, c, facts.viewer) ?? fenProblem(totalFen, "totalFen") ?? optionalTextProblem("note", note);
  if (no) return no;
  if (!contractor) return refuse("CONTRACTOR_UNKNOWN", {}, "contractorId");
  if (!contractor.active) return refuse("CONTRACTOR_INACTIVE", {}, "contractorId");
  if (plan.quotes.some((quote) => quote.contractorId === contractor.id)) return refuse("QUOTE_TWICE", {}, "contractorId");
  if (plan.quotes.length >= quotesLimit) return refuse("QUOTES_TOO_MANY", { limit: quotesLimit });
  return [{ type: "QUOTE_ADDED", at: facts.at, payload: { id: quoteId, contractorId: contractor.id, totalFen }, ...noted("QUOTE", quoteId, note) }];
}

/** A quote is taken out again; with the chosen one go the shares that were made of it. */
export function decideRemoveQuote(plan: CostPlan, c: Case, { quoteId }: { readonly quoteId: string }, facts: Facts): CostDecision {
  const no = whyNotCost("removeQuote", plan, c, facts.viewer);
  if (no) return no;
  return plan.quotes.some(({ id }) => id === quoteId) ? [{ type: "QUOTE_REMOVED", at: facts.at, payload: { quoteId } }] : refuse("QUOTE_UNKNOWN", {}, "quoteId");
}

/** 选定: one quote of at least three, or with a reason of fewer. */
export function decideChooseQuote(plan: CostPlan, c: Case, { quoteId, reason }: { readonly quoteId: string; readonly reason: string }, facts: Facts): CostDecision {
  const no = whyNotCost("chooseQuote", plan, c, facts.viewer) ?? optionalTextProblem("reason", reason);
  if (no) return no;
  const quote = plan.quotes.find(({ id }) => id === quoteId);
  if (!quote) return refuse("QUOTE_UNKNOWN", {}, "quoteId");
  const fewQuotesExplained = reason.trim() !== "";
  const few = quotesProblem(plan, fewQuotesExplained) ?? fundsProblem(plan.funds, quote.totalFen);
  if (few) return few;
  const chosen: CostEventBody = { type: "QUOTE_CHOSEN", at: facts.at, payload: { quoteId, fewQuotesExplained }, ...noted("CHOICE", null, reason) };
  return [chosen, ...reshared(plan, toShareFen({ ...plan, chosenQuoteId: quoteId }), facts)];
}

function fundsProblem(funds: readonly Fund[], totalFen: number): Refusal | null {
  return sumFen(funds) > totalFen ? refuse("FUNDS_TOO_HIGH", { fen: totalFen }, "funds") : null;
}

/** 直接承担: bodies that pay the contractor themselves, the municipality for its section of the road; shown, not counted. */
export function decideSetFunds(plan: CostPlan, c: Case, { funds }: { readonly funds: readonly Fund[] }, facts: Facts): CostDecision {
  const no = whyNotCost("setFunds", plan, c, facts.viewer);
  if (no) return no;
  if (plan.chosenQuoteId === null) return refuse("QUOTE_MISSING", {});
  if (funds.length > fundsLimit) return refuse("FUNDS_TOO_MANY", { limit: fundsLimit }, "funds");
  const wrong = funds.map(({ name, fen }) => textProblem("name", name, fundNameLimit) ?? fenProblem(fen, "funds")).find((problem) => problem !== null);
  if (wrong) return wrong;
  const [whole, left] = [toShareFen({ ...plan, funds: [] }), toShareFen({ ...plan, funds })];
  return fundsProblem(funds, whole) ?? [{ type: "FUNDS_SET", at: facts.at, payload: { funds: funds.map(({ name, fen }) => ({ name: name.trim(), fen })) } }, ...reshared(plan, left, facts)];
}
