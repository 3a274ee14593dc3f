import type { Names } from "./names.ts";

/** The lists that belong to costs. */
type CostNames = Pick<Names, "costState" | "costAction" | "costStanding" | "costEvent" | "costMethod" | "payMethod" | "shareState" | "contractorEvent">;

/** What everything about costs is called in Chinese. */
export const costZh: CostNames = {
  costState: { DRAFT: "拟定中", PUBLICISED: "公示中", COLLECTING: "收缴中", SETTLED: "已结清", CANCELLED: "已取消" },
  costAction: {
    openCosts: "建立费用方案", addQuote: "登记报价", removeQuote: "撤下报价", chooseQuote: "选定报价", setFunds: "登记直接承担的资金", setMethod: "确定分摊方式", addDocument: "提交施工方案", approveDocument: "审核施工方案",
    publiciseCosts: "公示费用", objectToCosts: "登记费用异议", answerCostObjection: "答复费用异议", startCollecting: "开始收缴", recordReceipt: "登记收款", recordRefusal: "登记拒缴", voidReceipt: "作废收据", waive: "批准由他人承担",
    payOut: "向施工单位付款", setFinalAccount: "确定决算", payRefund: "退款", publishFinal: "公示决算", settleCosts: "结清", cancelCosts: "取消费用方案",
  },
  costStanding: { LEAD: "主办人", ANY_IN_SCOPE: "能看到全部内容的人员" },
  costEvent: {
    COSTS_OPENED: "建立费用方案", QUOTE_ADDED: "登记报价", QUOTE_REMOVED: "撤下报价", QUOTE_CHOSEN: "选定报价", FUNDS_SET: "登记直接承担的资金", SHARES_SET: "确定分摊", DOCUMENT_ADDED: "提交施工方案",
    DOCUMENT_APPROVED: "审核施工方案", COSTS_PUBLICISED: "公示费用", COSTS_OBJECTED: "提出异议", COST_OBJECTION_ANSWERED: "答复异议", COLLECTING_STARTED: "开始收缴", RECEIPT_RECORDED: "收款", RECEIPT_VOIDED: "作废收据",
    FEE_REFUSED: "拒缴", SHARE_WAIVED: "由他人承担", PAID_OUT: "付款", FINAL_ACCOUNT_SET: "决算", REFUND_PAID: "退款", FINAL_PUBLICISED: "公示决算", COSTS_SETTLED: "结清", COSTS_CANCELLED: "取消费用方案",
  },
  costMethod: { AREA: "按建筑面积", HOUSEHOLD: "按户均摊", STACK: "按同一竖列均摊", CUSTOM: "按议定金额" },
  payMethod: { WECHAT: "微信", ALIPAY: "支付宝", CASH: "现金", BANK: "银行转账" },
  shareState: { DUE: "待缴", PAID: "已缴", REFUSED: "拒缴", WAIVED: "由他人承担" },
  contractorEvent: { CONTRACTOR_ADDED: "登记施工单位", CONTRACTOR_AMENDED: "修改施工单位", CONTRACTOR_RATED: "评价施工单位" },
};

/** What everything about costs is called in English. */
export const costEn: CostNames = {
  costState: { DRAFT: "Being drawn up", PUBLICISED: "Publicised", COLLECTING: "Collecting", SETTLED: "Settled", CANCELLED: "Cancelled" },
  costAction: {
    openCosts: "Open a cost plan", addQuote: "Add a quote", removeQuote: "Remove a quote", chooseQuote: "Choose a quote", setFunds: "Enter who pays directly", setMethod: "Set how costs are shared",
    addDocument: "Add a plan of works", approveDocument: "Approve a plan of works", publiciseCosts: "Publicise the costs", objectToCosts: "Object to the costs", answerCostObjection: "Answer an objection to the costs",
    startCollecting: "Start collecting", recordReceipt: "Record a receipt", recordRefusal: "Record a refusal to pay", voidReceipt: "Void a receipt", waive: "Let somebody else bear a share",
    payOut: "Pay the contractor", setFinalAccount: "Set the final account", payRefund: "Pay a refund", publishFinal: "Publicise the final account", settleCosts: "Settle the costs", cancelCosts: "Cancel the cost plan",
  },
  costStanding: { LEAD: "Lead of the case", ANY_IN_SCOPE: "Whoever sees the case whole" },
  costEvent: {
    COSTS_OPENED: "Cost plan opened", QUOTE_ADDED: "Quote added", QUOTE_REMOVED: "Quote removed", QUOTE_CHOSEN: "Quote chosen", FUNDS_SET: "Direct payers entered", SHARES_SET: "Shares set",
    DOCUMENT_ADDED: "Plan of works added", DOCUMENT_APPROVED: "Plan of works approved", COSTS_PUBLICISED: "Costs publicised", COSTS_OBJECTED: "Objection", COST_OBJECTION_ANSWERED: "Objection answered",
    COLLECTING_STARTED: "Collecting began", RECEIPT_RECORDED: "Receipt", RECEIPT_VOIDED: "Receipt voided", FEE_REFUSED: "Refused to pay", SHARE_WAIVED: "Borne by somebody else", PAID_OUT: "Contractor paid",
    FINAL_ACCOUNT_SET: "Final account", REFUND_PAID: "Refund paid", FINAL_PUBLICISED: "Final account publicised", COSTS_SETTLED: "Settled", COSTS_CANCELLED: "Cost plan cancelled",
  },
  costMethod: { AREA: "By floor area", HOUSEHOLD: "In equal parts", STACK: "In equal parts of the stack", CUSTOM: "As agreed" },
  payMethod: { WECHAT: "WeChat", ALIPAY: "Alipay", CASH: "Cash", BANK: "Bank transfer" },
  shareState: { DUE: "Due", PAID: "Paid", REFUSED: "Refused", WAIVED: "Borne by somebody else" },
  contractorEvent: { CONTRACTOR_ADDED: "Contractor added", CONTRACTOR_AMENDED: "Contractor amended", CONTRACTOR_RATED: "Contractor rated" },
};
