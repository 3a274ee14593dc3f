import { AddContractor } from "./add-contractor.ts";
import { AddPlanDocument } from "./add-plan-document.ts";
import { AddQuote } from "./add-quote.ts";
import { AmendContractor } from "./amend-contractor.ts";
import { AnswerCostObjection } from "./answer-cost-objection.ts";
import { ApprovePlanDocument } from "./approve-plan-document.ts";
import { CancelCosts } from "./cancel-costs.ts";
import { ChooseQuote } from "./choose-quote.ts";
import { CostFieldsResolver } from "./cost-fields.ts";
import { CostPreviewResolver } from "./cost-preview.ts";
import { FeeStatementResolver } from "./fee-statement.ts";
import { ObjectToCosts } from "./object-to-costs.ts";
import { OpenCostPlan } from "./open-cost-plan.ts";
import { PayRefund } from "./pay-refund.ts";
import { PubliciseCosts } from "./publicise-costs.ts";
import { PublishFinalStatement } from "./publish-final-statement.ts";
import { RateContractor } from "./rate-contractor.ts";
import { RecordFeeRefusal } from "./record-fee-refusal.ts";
import { RecordPayout } from "./record-payout.ts";
import { RecordReceipt } from "./record-receipt.ts";
import { RemoveQuote } from "./remove-quote.ts";
import { SetCostFunds } from "./set-cost-funds.ts";
import { SetCostMethod } from "./set-cost-method.ts";
import { SetFinalAccount } from "./set-final-account.ts";
import { SettleCosts } from "./settle-costs.ts";
import { StartCollecting } from "./start-collecting.ts";
import { VoidReceipt } from "./void-receipt.ts";
import { WaiveShare } from "./waive-share.ts";

/** The resolvers of costs and contractors. */
export const costResolvers = [
  AddContractor,
  AddPlanDocument,
  AddQuote,
  AmendContractor,
  AnswerCostObjection,
  ApprovePlanDocument,
  CancelCosts,
  ChooseQuote,
  CostFieldsResolver,
  CostPreviewResolver,
  FeeStatementResolver,
  ObjectToCosts,
  OpenCostPlan,
  PayRefund,
  PubliciseCosts,
  PublishFinalStatement,
  RateContractor,
  RecordFeeRefusal,
  RecordPayout,
  RecordReceipt,
  RemoveQuote,
  SetCostFunds,
  SetCostMethod,
  SetFinalAccount,
  SettleCosts,
  StartCollecting,
  VoidReceipt,
  WaiveShare,
] as const;
