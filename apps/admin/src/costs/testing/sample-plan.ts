import { type CostAction, costActionNames } from "@bandeng/domain";
import type { ContractorShownFragment, CostShownFragment } from "../../graphql/graphql.ts";

/** A thing as the server sends it: the cache asks for its type, the fragments do not name it. */
const of = <T extends object>(type: string, thing: T): T => ({ __typename: type, ...thing });

type Share = CostShownFragment["households"][number];

const door = (room: string, floor: number) => of("Door", { id: `h-${room}`, building: "锡麟街25号", unitNo: room.startsWith("商铺") ? null : 3, floor, room, shop: room.startsWith("商铺") });
const share = (room: string, floor: number, areaCm2: number, shareFen: number): Share =>
  of("CostShare", { household: door(room, floor), areaCm2, shareFen, state: "DUE", paidFen: 0, owedFen: shareFen, refusedReason: null, waivedReason: null, bearer: null, bearerFund: null, refundFen: 0 });

/** The sewer of unit 3: twelve homes on six floors and two shops in the street. */
const floors = [1, 2, 3, 4, 5, 6];
export const due: Share[] = [
  ...floors.flatMap((floor) => [share(`${floor}01`, floor, 584_000, 52_478), share(`${floor}02`, floor, 621_500, floor === 6 ? 55_847 : 55_848)]),
  share("商铺1", 1, 412_000, 37_022),
  share("商铺2", 1, 367_500, 33_023),
];

/** What the table says of each action: allowed, unless a sentence is given. */
export function actionsWith(blocked: Partial<Record<CostAction, string>> = {}): CostShownFragment["actions"] {
  return costActionNames.filter((action) => action !== "openCosts").map((action) => of("CostActionState", { action, allowed: blocked[action] === undefined, message: blocked[action] ?? null }));
}

const contractorOf = (id: string, name: string, averageStars: number | null) => of("Contractor", { id, version: 1, name, licence: `皖建-${id}`, averageStars, jobs: averageStars === null ? 0 : 3, ratings: [] });
const quote = (id: string, contractor: ReturnType<typeof contractorOf>, totalFen: number) => of("CostQuote", { id, contractor, totalFen, note: "换管三十米，五天完工", at: "2024-05-09T02:00:00.000Z" });

/** Three quotes, one chosen, the municipality pays the section of the road. */
export const draft: CostShownFragment = of("CostPlan", {
  id: "p-1",
  no: "2024-03",
  version: 7,
  title: "3单元下水道改造",
  state: "DRAFT" as const,
  areaCode: "340802001007003",
  totalFen: 960_000,
  toShareFen: 720_000,
  dueFen: 720_000,
  paidFen: 0,
  refusedFen: 0,
  waivedFen: 0,
  balanceFen: 0,
  openedAt: "2024-05-08T08:00:00.000Z",
  settledAt: null,
  case: of("Case", { id: "c-1", no: "340802001007-2024-0026", title: "3单元下水道堵塞" }),
  quotes: [quote("q-a", contractorOf("a", "安庆甲市政工程队", 4.3), 960_000), quote("q-b", contractorOf("b", "乙管道疏通", null), 1_040_000), quote("q-c", contractorOf("c", "丙建筑", 2), 1_115_000)],
  chosenQuoteId: "q-a",
  fewQuotesReason: null,
  funds: [of("CostFund", { name: "区市政所", fen: 240_000 })],
  method: "AREA" as const,
  basis: "《民法典》第二百八十三条：没有约定或者约定不明确的，按照业主专有部分面积所占比例确定",
  resolution: null,
  households: due,
  documents: [
    of("CostDocument", { id: "d-1", version: 1, note: "白天开挖", addedAt: "2024-05-09T03:00:00.000Z", addedBy: of("Person", { id: "li", name: "李网格长" }), approvedAt: null, approvedBy: null, attachment: null }),
    of("CostDocument", { id: "d-2", version: 2, note: "改为夜间施工", addedAt: "2024-05-10T03:00:00.000Z", addedBy: of("Person", { id: "li", name: "李网格长" }), approvedAt: null, approvedBy: null, attachment: of("Attachment", { id: "f-2", name: "开挖方案.pdf", url: "/api/attachments/f-2" }) }),
  ],
  publicity: null,
  openObjections: 0,
  objections: [],
  receipts: [],
  payouts: [],
  refunds: [],
  final: null,
  actions: actionsWith({ startCollecting: "费用现为“拟定中”，只有“公示中”的费用可以开始收缴。", recordReceipt: "费用现为“拟定中”，只有“收缴中”的费用可以登记收款。" }),
});

/** It hangs, and somebody objected to it. */
export const publicised: CostShownFragment = {
  ...draft,
  version: 10,
  state: "PUBLICISED",
  publicity: of("CostPublicity", { place: "3单元门口", from: "2024-05-11T01:00:00.000Z", until: "2024-05-17T10:00:00.000Z" }),
  openObjections: 1,
  objections: [
    of("CostObjection", { id: "o-1", words: "一楼用水少，应当少交", at: "2024-05-13T02:00:00.000Z", answer: "按面积分摊是法定方式，没有另外议定。", answeredAt: "2024-05-13T08:00:00.000Z" }),
    of("CostObjection", { id: "o-2", words: "商铺没有接这根管", at: "2024-05-14T02:00:00.000Z", answer: null, answeredAt: null }),
  ],
  actions: actionsWith(),
};

const receipt = (no: string, of_: Share, payer: Share, method: "WECHAT" | "CASH"): CostShownFragment["receipts"][number] =>
  of("CostReceipt", { id: `r-${no}`, no, fen: of_.shareFen, method, at: "2024-05-20T02:00:00.000Z", voidedAt: null, voidReason: null, household: of_.household, payer: payer.household, collector: of("Person", { id: "he", name: "小何" }) });

const paidOf = (one: Share): Share => ({ ...one, state: "PAID", paidFen: one.shareFen, owedFen: 0 });
const isOpen = ({ household }: Share) => household.room === "501";
const byRoom = (room: string) => due.find(({ household }) => household.room === room) as Share;
export const shopTwo = byRoom("商铺2");

/** All have paid but 501, who said no. */
export const collecting: CostShownFragment = {
  ...publicised,
  version: 26,
  state: "COLLECTING",
  openObjections: 0,
  objections: publicised.objections.slice(0, 1),
  households: due.map((one) => (isOpen(one) ? { ...one, state: "REFUSED", refusedReason: "没漏到我家" } : paidOf(one))),
  receipts: due.filter((one) => !isOpen(one)).map((one, i) => receipt(`SJ-${String(i + 1).padStart(4, "0")}`, one, one, i < 9 ? "WECHAT" : "CASH")),
  dueFen: 0,
  paidFen: 667_522,
  refusedFen: 52_478,
  balanceFen: 667_522,
  actions: actionsWith({ payRefund: "先确定决算。" }),
};

/** Shop 2 bears the share of 501, which it has not paid yet. */
export const waived: CostShownFragment = {
  ...collecting,
  version: 27,
  households: collecting.households.map((one) => (isOpen(one) ? { ...one, state: "WAIVED", waivedReason: "自愿代缴", bearer: shopTwo.household } : one)),
  dueFen: 52_478,
  refusedFen: 0,
  waivedFen: 52_478,
};

const saved: Readonly<Record<string, number>> = { "501": 0, 商铺1: 1029, 商铺2: 2375 };
const refundFen = ({ household }: Share) => saved[household.room] ?? (household.room.endsWith("01") ? 1458 : 1551);

/** The final account is made: 200.00 go back, nothing of it paid yet. */
export const closing: CostShownFragment = {
  ...waived,
  version: 30,
  households: waived.households.map((one) => ({ ...one, paidFen: one.shareFen, owedFen: 0, refundFen: refundFen(one) })),
  receipts: [...waived.receipts, receipt("SJ-0014", byRoom("501"), shopTwo, "WECHAT")],
  payouts: [of("CostPayout", { id: "po-1", fen: 700_000, note: "完工验收付清", at: "2024-05-21T02:00:00.000Z", contractor: of("Contractor", { id: "a", name: "安庆甲市政工程队" }), by: of("Person", { id: "zhou", name: "小周" }) })],
  refunds: waived.households.filter((one) => refundFen(one) > 0).map((one) => of("CostRefund", { id: `rf-${one.household.room}`, household: one.household, fen: refundFen(one), paidAt: null, method: null })),
  final: of("CostFinal", { totalFen: 940_000, savedFen: 20_000, note: "少挖两米", at: "2024-05-21T03:00:00.000Z", by: of("Person", { id: "zhou", name: "小周" }), publicity: null }),
  dueFen: 0,
  paidFen: 720_000,
  balanceFen: 20_000,
  actions: actionsWith(),
};

export const settled: CostShownFragment = {
  ...closing,
  version: 45,
  state: "SETTLED",
  refunds: closing.refunds.map((one) => ({ ...one, paidAt: "2024-05-21T06:00:00.000Z", method: "WECHAT" })),
  balanceFen: 0,
  settledAt: "2024-05-21T07:00:00.000Z",
};

/** What may hang: as the server makes it of the same plan, rooms only. */
export const statementOf = (plan: CostShownFragment) => ({
  feeStatement: of("FeeStatement", {
    title: plan.title, no: plan.no, method: plan.method, basis: plan.basis, totalFen: plan.totalFen, toShareFen: plan.toShareFen,
    paidFen: plan.paidFen, openFen: plan.dueFen + plan.refusedFen, paidOutFen: 700_000, refundedFen: 20_000, balanceFen: plan.balanceFen, funds: plan.funds,
    rows: plan.households.map((one) =>
      of("FeeStatementRow", { room: `${one.household.building} ${one.household.room}`, shareFen: one.shareFen, paidFen: one.paidFen, refundFen: one.refundFen, state: one.state === "REFUSED" ? "DUE" : one.state }),
    ),
    publicity: plan.publicity,
    final: plan.final && of("FeeStatementFinal", { totalFen: plan.final.totalFen, savedFen: plan.final.savedFen, publicity: plan.final.publicity }),
  }),
});

export const previewOf = (shares: readonly Share[], toShareFen = 720_000) => ({
  costPreview: of("CostPreview", { toShareFen, refusal: null, households: shares.map(({ household, areaCm2, shareFen }) => of("PreviewedShare", { household, areaCm2, shareFen })) }),
});

export const contractors: readonly ContractorShownFragment[] = [
  of("Contractor", {
    id: "a", version: 3, name: "安庆甲市政工程队", areaCode: "340802001007", licence: "皖建-a", phone: "0556-5550101", active: true, averageStars: 4.5, jobs: 2,
    ratings: [of("ContractorRating", { stars: 5, words: "按期完工，路面恢复得好", at: "2024-05-22T02:00:00.000Z", by: null, costPlan: of("CostPlan", { id: "p-1", no: "2024-03", title: "3单元下水道改造" }) })],
  }),
  of("Contractor", { id: "b", version: 1, name: "乙管道疏通", areaCode: "340802001007", licence: "皖建-b", phone: null, active: false, averageStars: null, jobs: 0, ratings: [] }),
];

const page = (endCursor: string | null) => of("PageInfo", { hasNextPage: endCursor !== null, endCursor });
export const plansOf = (nodes: readonly CostShownFragment[], endCursor: string | null = null) => ({ costPlans: of("CostPlanConnection", { nodes, pageInfo: page(endCursor) }) });
export const contractorsOf = (nodes: readonly ContractorShownFragment[]) => ({ contractors: of("ContractorConnection", { nodes, pageInfo: page(null) }) });

const payloadOf = (verb: string) => `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Payload`;

/** The answer of a verb: PascalCase payload, the plan as it is then. */
export const answered = (verb: string, costPlan: CostShownFragment) => ({ [verb]: { __typename: payloadOf(verb), costPlan, refusal: null } });
export const refusedWith = (verb: string, code: string, message: string, path: string | null = null) => ({
  [verb]: { __typename: payloadOf(verb), costPlan: null, contractor: null, refusal: { __typename: "Refusal", code, message, path } },
});
