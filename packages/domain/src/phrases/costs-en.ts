import { costActions, type CostActionRow } from "../cost/cost-actions.ts";
import type { CostRefusals } from "../cost/cost-refusals.ts";
import { namesEn as names } from "./names-en.ts";
import { whoMayCost } from "./who-may.ts";
import { list, lower, yuan } from "./wording-en.ts";

/** One sentence per refusal about costs and contractors, in English. */
export const costPhrasesEn: { readonly [C in keyof CostRefusals]: (data: CostRefusals[C]) => string } = {
  COST_WRONG_STATE: ({ action, state }) => {
    const row: CostActionRow = costActions[action];
    return `The cost plan is “${names.costState[state]}”. ${names.costAction[action]}: only while it is ${list(row.from.map((s) => `“${names.costState[s]}”`))}.`;
  },
  FORBIDDEN_COST: ({ action }) => `${names.costAction[action]}: only for ${list(whoMayCost(costActions[action], names).map(lower))}.`,
  COST_COLLECTED_BY_YOU: () => "You collected in this plan: somebody else has to approve.",
  COST_APPROVED_BY_YOU: () => "You approved money in this plan: somebody else has to collect.",
  COST_CASE_STATUS: ({ status }) => `The case is “${names.status[status]}”: costs are shared while it is deliberated, in progress or on hold.`,
  COST_CASE_OVER: () => "The case is resolved or over: no costs are publicised and no money is taken any more.",
  COST_RUNS: () => "This case has a cost plan that has not ended: settle or cancel it first.",
  FEN_INVALID: ({ limit }) => `Give the amount to the fen, and at most ${yuan(limit)} yuan.`,
  CONTRACTOR_UNKNOWN: () => "There is no such contractor in the register: enter it first.",
  CONTRACTOR_INACTIVE: () => "This contractor is not asked any more: choose another one.",
  QUOTE_UNKNOWN: () => "There is no such quote: refresh and try again.",
  QUOTE_TWICE: () => "This contractor has given a quote: remove that one first.",
  QUOTES_TOO_MANY: ({ limit }) => `At most ${limit} quotes.`,
  QUOTES_FEW: ({ have, needed }) => `There are ${have} quotes and ${needed} are needed: ask for more, or say why there are no more.`,
  QUOTE_MISSING: () => "Choose a quote first.",
  FUNDS_TOO_HIGH: ({ fen }) => `More is paid directly than the ${yuan(fen)} yuan it costs.`,
  FUNDS_TOO_MANY: ({ limit }) => `At most ${limit} direct payers.`,
  NOTHING_TO_SHARE: () => "There is nothing for the residents to share.",
  COST_NOBODY: () => "There is no household to share it: choose who does.",
  HOUSEHOLDS_TOO_MANY: ({ limit }) => `At most ${limit} households share one plan.`,
  AREA_UNKNOWN: ({ missing }) => `The floor area of ${missing} households is not known: enter it before sharing by area.`,
  SHARES_SUM: ({ fen, given }) => `The amounts make ${yuan(given)} yuan and have to make ${yuan(fen)} yuan.`,
  SHARES_MISSING: () => "Set how the costs are shared first.",
  METHOD_NEEDS_RESOLUTION: () => "Any other way than by floor area needs a resolution (Civil Code, art. 283): name the agenda item of this case that has one.",
  HOUSEHOLD_NOT_OF_PLAN: () => "This household has no share in the plan.",
  DOCUMENTS_TOO_MANY: ({ limit }) => `At most ${limit} versions of the plan of works.`,
  DOCUMENT_UNKNOWN: () => "There is no such version of the plan of works: refresh and try again.",
  DOCUMENT_APPROVED_ALREADY: () => "This version has been approved.",
  OWN_DOCUMENT: () => "You added this version: somebody else has to approve it.",
  DOCUMENT_NOT_APPROVED: () => "The last version of the plan of works is not approved: approve it before collecting.",
  RECEIPT_NO_TAKEN: () => "This receipt number has been used: look at the paper again.",
  RECEIPT_UNKNOWN: () => "There is no such receipt: refresh and try again.",
  RECEIPT_VOID: () => "This receipt has been voided.",
  PAYER_NOT_BEARER: () => "Only the household itself pays its share, or the one that was approved to bear it.",
  PAID_TOO_MUCH: ({ fen }) => `More than is owed: ${yuan(fen)} yuan are left for this household.`,
  SHARE_NOT_DUE: () => "Nothing is due from this household, or it is on record already.",
  BEARER_REQUIRED: () => "Name who bears it: another household of the plan, or a body that pays directly, one of the two.",
  BEARER_INVALID: () => "The bearer is another household, whose own share nobody else bears.",
  COST_BALANCE_SHORT: ({ fen }) => `There is not enough: at most ${yuan(fen)} yuan can be paid.`,
  SHARES_OPEN: ({ left }) => `Shares that are not paid in full: ${left}. Collect them or name who bears them before the final account.`,
  FINAL_SET_ALREADY: () => "The final account is made: no money is taken and no bearer changed any more.",
  FINAL_MISSING: () => "Set the final account first.",
  FINAL_TOO_HIGH: ({ fen }) => `More than was collected: the final account can be ${yuan(fen)} yuan at most. Open another plan for what goes beyond.`,
  FINAL_BELOW_PAYOUTS: ({ fen }) => `The contractor has been paid ${yuan(fen)} yuan: the residents' part cannot be less.`,
  REFUND_UNKNOWN: () => "There is no such refund: refresh and try again.",
  REFUND_PAID_ALREADY: () => "This refund has been paid.",
  REFUNDS_STARTED: () => "Refunds have been paid: neither the final account nor a receipt is changed any more.",
  COST_PAID: () => "Residents have paid: return it by a final account and settle.",
  NO_SETTLED_WORK: () => "A contractor is rated for a settled plan whose work it did.",
  RATED_ALREADY: () => "This contractor was rated for this plan.",
  STARS_INVALID: () => "Give one to five stars.",
};
