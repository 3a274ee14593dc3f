import { costActions, type CostActionRow } from "../cost/cost-actions.ts";
import type { CostRefusals } from "../cost/cost-refusals.ts";
import { namesZh as names } from "./names-zh.ts";
import { whoMayCost } from "./who-may.ts";
import { list, quoted, yuan } from "./wording-zh.ts";

/** One sentence per refusal about costs and contractors, in Chinese. */
export const costPhrasesZh: { readonly [C in keyof CostRefusals]: (data: CostRefusals[C]) => string } = {
  COST_WRONG_STATE: ({ action, state }) => {
    const row: CostActionRow = costActions[action];
    return `费用方案现为“${names.costState[state]}”，只有${quoted(row.from.map((s) => names.costState[s]))}时可以${names.costAction[action]}。`;
  },
  FORBIDDEN_COST: ({ action }) => `只有${list(whoMayCost(costActions[action], names))}可以${names.costAction[action]}。`,
  COST_COLLECTED_BY_YOU: () => "您在本方案中收过款，收款人不能审批，请由其他人办理。",
  COST_APPROVED_BY_YOU: () => "您在本方案中审批过款项，审批人不能收款，请由其他人办理。",
  COST_CASE_STATUS: ({ status }) => `事项现为“${names.status[status]}”，只有“议事中”、“办理中”或“挂起”的事项可以分摊费用。`,
  COST_CASE_OVER: () => "事项已经办结或结束，不能再公示费用或收款。",
  COST_RUNS: () => "本事项已有未结束的费用方案，请先结清或取消。",
  FEN_INVALID: ({ limit }) => `金额不对：请填写到分，且不超过${yuan(limit)}元。`,
  CONTRACTOR_UNKNOWN: () => "名录里没有这家施工单位，请先登记。",
  CONTRACTOR_INACTIVE: () => "这家施工单位已停用，请另选一家。",
  QUOTE_UNKNOWN: () => "没有这份报价，请刷新后重试。",
  QUOTE_TWICE: () => "这家施工单位已经报过价，请先撤下原来的报价。",
  QUOTES_TOO_MANY: ({ limit }) => `最多登记${limit}份报价。`,
  QUOTES_FEW: ({ have, needed }) => `现有${have}份报价，至少要${needed}份；确实不够的，请说明理由。`,
  QUOTE_MISSING: () => "还没有选定报价，请先选定。",
  FUNDS_TOO_HIGH: ({ fen }) => `直接承担的资金超过总价${yuan(fen)}元，请核对。`,
  FUNDS_TOO_MANY: ({ limit }) => `最多登记${limit}项直接承担的资金。`,
  NOTHING_TO_SHARE: () => "没有需要居民分摊的金额。",
  COST_NOBODY: () => "没有可以分摊的人家，请选择分摊范围。",
  HOUSEHOLDS_TOO_MANY: ({ limit }) => `一个方案最多由${limit}户分摊。`,
  AREA_UNKNOWN: ({ missing }) => `有${missing}户没有登记建筑面积，请先补登，才能按面积分摊。`,
  SHARES_SUM: ({ fen, given }) => `各户金额合计${yuan(given)}元，应为${yuan(fen)}元，请核对。`,
  SHARES_MISSING: () => "还没有确定各户分摊的金额，请先确定分摊方式。",
  METHOD_NEEDS_RESOLUTION: () => "不按建筑面积分摊，须先由板凳会议定（《民法典》第二百八十三条），请选择本事项已议定的议题。",
  HOUSEHOLD_NOT_OF_PLAN: () => "这户人家不在本方案的分摊范围内。",
  DOCUMENTS_TOO_MANY: ({ limit }) => `最多保留${limit}版施工方案。`,
  DOCUMENT_UNKNOWN: () => "没有这一版施工方案，请刷新后重试。",
  DOCUMENT_APPROVED_ALREADY: () => "这一版施工方案已经审核过。",
  OWN_DOCUMENT: () => "提交人不能审核自己提交的施工方案，请由其他人审核。",
  DOCUMENT_NOT_APPROVED: () => "最新一版施工方案还没有审核，请先审核再收缴。",
  RECEIPT_NO_TAKEN: () => "这个收据号已经用过，请核对收据。",
  RECEIPT_UNKNOWN: () => "没有这张收据，请刷新后重试。",
  RECEIPT_VOID: () => "这张收据已经作废。",
  PAYER_NOT_BEARER: () => "这一户只能由本户缴纳；经批准由他人承担的，只能由承担人缴纳。",
  PAID_TOO_MUCH: ({ fen }) => `超过应缴金额：这一户还应缴${yuan(fen)}元。`,
  SHARE_NOT_DUE: () => "这一户没有待缴的金额，或已经登记过。",
  BEARER_REQUIRED: () => "请写明由谁承担：方案内的另一户，或直接付款的单位，二者选一。",
  BEARER_INVALID: () => "承担人须是另一户，且自己的份额没有由他人承担。",
  COST_BALANCE_SHORT: ({ fen }) => `账上不够：最多还可支付${yuan(fen)}元。`,
  SHARES_OPEN: ({ left }) => `还有${left}户没有缴清，请先收齐或落实承担人，再作决算。`,
  FINAL_SET_ALREADY: () => "已经决算，不能再收款或调整承担人。",
  FINAL_MISSING: () => "还没有决算，请先确定决算。",
  FINAL_TOO_HIGH: ({ fen }) => `决算超出已收的金额，最多为${yuan(fen)}元；超支部分请另立方案。`,
  FINAL_BELOW_PAYOUTS: ({ fen }) => `已向施工单位付款${yuan(fen)}元，决算中居民承担的部分不能更少。`,
  REFUND_UNKNOWN: () => "没有这笔退款，请刷新后重试。",
  REFUND_PAID_ALREADY: () => "这笔退款已经付过。",
  REFUNDS_STARTED: () => "已经开始退款，不能再改决算或作废收据。",
  COST_PAID: () => "已有住户缴款，不能取消；请以决算退还后结清。",
  NO_SETTLED_WORK: () => "只能评价自己承接并已结清的费用方案。",
  RATED_ALREADY: () => "这个费用方案已经评价过这家施工单位。",
  STARS_INVALID: () => "请给一到五颗星。",
};
