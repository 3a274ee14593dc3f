import { decideAppeal } from "../case/appeal.ts";
import { decideCallBack } from "../case/call-back.ts";
import type { Case } from "../case/case.ts";
import type { Decision, Facts } from "../case/record.ts";
import { decideReopen } from "../case/reopen.ts";
import { decideWithdraw } from "../case/withdraw.ts";
import { isRefusal, type Refusal } from "../refusal.ts";

/** What somebody can do with the code of his slip, without an account: rate the result, say it is not solved after all, object to a refusal, take it back. */
export const slipActs = ["rate", "reopen", "appeal", "withdraw"] as const;
export type SlipAct = (typeof slipActs)[number];

const said = "。";

/** Each as it would be decided, with something said. */
const tried: Record<SlipAct, (c: Case, respondent: string, receiptsExist: boolean, facts: Facts) => Decision> = {
  rate: (c, respondent, _receipts, facts) => decideCallBack(c, { respondent, reached: true, resolved: true, satisfaction: "SATISFIED", words: "" }, facts),
  reopen: (c, respondent, _receipts, facts) => decideReopen(c, { respondent, words: said }, facts),
  appeal: (c, respondent, _receipts, facts) => decideAppeal(c, { respondent, words: said }, facts),
  withdraw: (c, respondent, receiptsExist, facts) => decideWithdraw(c, { respondent, receiptsExist }, facts),
};

/** Why whoever holds the slip (`facts.viewer.slip`) cannot do something to the case now; null when he can, given words where they are needed. */
export function whyNotBySlip(act: SlipAct, c: Case, receiptsExist: boolean, facts: Facts): Refusal | null {
  const decided = tried[act](c, facts.viewer.slip?.respondent ?? "", receiptsExist, facts);
  return isRefusal(decided) ? decided : null;
}
