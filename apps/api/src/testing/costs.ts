import { uuidv7 } from "uuidv7";
import { makeDoors } from "./bench.ts";
import { community, type TestCommunity, type Username } from "./community.ts";
import { done } from "./verbs.ts";

const door = "{ id room }";
const shown = `id no version state title method basis totalFen toShareFen chosenQuoteId fewQuotesReason openObjections dueFen paidFen refusedFen waivedFen balanceFen cancelReason
  quotes { id totalFen note contractor { id name } } funds { name fen } resolution { id } households { household ${door} areaCm2 shareFen state paidFen owedFen refusedReason waivedReason bearer ${door} bearerFund refundFen }
  documents { id version note approvedAt approvedBy { name } attachment { id } } publicity { place from until } objections { id words answer } receipts { id no fen method voidedAt voidReason household ${door} payer ${door} collector { name } }
  payouts { id fen note contractor { id } } refunds { id fen paidAt household ${door} } final { totalFen savedFen note publicity { until } } actions { action allowed code }`;

interface Door {
  readonly id: string;
  readonly room: string;
}

/** What tests look at of a cost plan. */
export interface ShownCosts {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly state: string;
  readonly method: string;
  readonly basis: string;
  readonly totalFen: number;
  readonly toShareFen: number;
  readonly fewQuotesReason: string | null;
  readonly dueFen: number;
  readonly paidFen: number;
  readonly refusedFen: number;
  readonly waivedFen: number;
  readonly balanceFen: number;
  readonly cancelReason: string | null;
  readonly quotes: readonly { id: string; totalFen: number; note: string; contractor: { id: string; name: string } }[];
  readonly resolution: { id: string } | null;
  readonly households: readonly { household: Door; shareFen: number; state: string; paidFen: number; owedFen: number; refusedReason: string | null; waivedReason: string | null; bearer: Door | null; bearerFund: string | null; refundFen: number }[];
  readonly documents: readonly { id: string; version: number; note: string; approvedAt: string | null; approvedBy: { name: string } | null; attachment: { id: string } | null }[];
  readonly publicity: { place: string; from: string; until: string } | null;
  readonly objections: readonly { id: string; words: string; answer: string | null }[];
  readonly receipts: readonly { id: string; no: string; fen: number; voidedAt: string | null; voidReason: string | null; household: Door; payer: Door; collector: { name: string } | null }[];
  readonly payouts: readonly { id: string; fen: number; note: string }[];
  readonly refunds: readonly { id: string; fen: number; paidAt: string | null; household: Door }[];
  readonly final: { totalFen: number; savedFen: number; note: string; publicity: { until: string } | null } | null;
  readonly actions: readonly { action: string; allowed: boolean; code: string | null }[];
}

const named = (verb: string): string => verb.charAt(0).toUpperCase() + verb.slice(1);

/** Sends a verb about costs; the code of the refusal (null when it was done), and the plan. @throws Error when GraphQL itself refused it */
export async function aboutCosts(api: TestCommunity, as: Username, verb: string, input: Record<string, unknown>): Promise<{ readonly code: string | null; readonly message: string; readonly plan: ShownCosts | null }> {
  const { data, errors } = await api.graphql(
    `mutation ($input: ${named(verb)}Input!) { answer: ${verb}(input: $input) { costPlan { ${shown} } refusal { code message } } }`,
    { input: { idempotencyKey: uuidv7(), ...input } },
    { as },
  );
  if (errors.length > 0) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  const { costPlan, refusal } = data.answer;
  return { code: refusal?.code ?? null, message: refusal?.message ?? "", plan: costPlan };
}

/** One cost plan as a test goes through it: verbs at the version of now. */
export class Costs {
  readonly #api: TestCommunity;
  readonly id: string;

  constructor(api: TestCommunity, id: string) {
    this.#api = api;
    this.id = id;
  }

  /** Opens one of a case. */
  static async open(api: TestCommunity, as: Username, caseId: string, title = "下水道维修"): Promise<Costs> {
    const { rows } = await api.pool.query("select version from cases where id = $1", [caseId]);
    const { plan, code } = await aboutCosts(api, as, "openCostPlan", { id: caseId, expectedVersion: rows[0].version, title });
    if (!plan) throw new Error(`openCostPlan: ${code}`);
    return new Costs(api, plan.id);
  }

  async version(): Promise<number> {
    const { rows } = await this.#api.pool.query("select version from cost_plan where id = $1", [this.id]);
    return rows[0].version;
  }

  /** Tries a verb; the code of the refusal, null when it was done. */
  async tries(as: Username, verb: string, input: Record<string, unknown> = {}): Promise<string | null> {
    return (await aboutCosts(this.#api, as, verb, { id: this.id, expectedVersion: await this.version(), ...input })).code;
  }

  /** Does what has to succeed, and returns the plan. */
  async does(as: Username, verb: string, input: Record<string, unknown> = {}): Promise<ShownCosts> {
    const { plan, code } = await aboutCosts(this.#api, as, verb, { id: this.id, expectedVersion: await this.version(), ...input });
    if (!plan) throw new Error(`${verb}: ${code}`);
    return plan;
  }

  /** The plan as somebody sees it; null when it does not exist for him. */
  async seen(as: Username): Promise<ShownCosts | null> {
    const { data, errors } = await this.#api.graphql(`query ($id: ID!) { costPlan(id: $id) { ${shown} } }`, { id: this.id }, { as });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.costPlan;
  }
}

/** A contractor of the community's register. @returns its id */
export async function contractor(api: TestCommunity, as: Username, name: string): Promise<string> {
  const input = { areaCode: community, name, licence: "91340802MA2TEST", idempotencyKey: uuidv7() };
  const { data } = await api.graphql(`mutation ($input: AddContractorInput!) { addContractor(input: $input) { contractor { id } refusal { code } } }`, { input }, { as });
  if (!data.addContractor.contractor) throw new Error(JSON.stringify(data));
  return data.addContractor.contractor.id;
}

/** A plan with the doors it was made for. */
export interface PreparedCosts {
  readonly costs: Costs;
  readonly caseId: string;
  readonly doors: Readonly<Record<string, string>>;
}

/** What kind of case it is, and who leads it. */
interface CaseOfCosts {
  readonly kind?: "DIFFICULTY" | "DISPUTE";
  readonly lead?: Username;
}

/** A grid member sees no dispute whole: the grid head leads it. */
const leadOf = (kind: CaseOfCosts["kind"] = "DIFFICULTY"): Username => (kind === "DISPUTE" ? "wang" : "member5");

/** A case in a unit of three homes and a shop in grid 5, on which its lead has begun to work. */
export async function workedOn(api: TestCommunity, { kind = "DIFFICULTY", lead = leadOf(kind) }: CaseOfCosts = {}): Promise<{ readonly caseId: string; readonly doors: Readonly<Record<string, string>> }> {
  const { doors, unitId } = await makeDoors(api, api.sewerBuildingId, ["101", "102", "201"], ["商铺1"], () => 500_000);
  const category = kind === "DISPUTE" ? "disputes.leak" : "assets.sewer";
  const reporterId = await api.resident("楼大爷");
  const given = { words: "下水道又堵了", title: "下水道堵塞", kind, category, place: { buildingId: api.sewerBuildingId, unitId }, channel: "PHONE", reporterId };
  const { id } = await done(api, "wang", "collectOpinion", null, given);
  await done(api, lead, "acceptCase", id, { kind, category, severity: "NORMAL", ...(kind === "DISPUTE" ? { partyIds: [reporterId, await api.resident("赵立德")] } : {}) });
  await done(api, lead, "startCase", id, { measure: "请施工单位看现场" });
  return { caseId: id, doors };
}

let companies = 0;

/** A plan of such a case: three quotes of which the first is chosen, 100.00 to share by area, an approved plan of works. */
export async function drawnUp(api: TestCommunity, of: CaseOfCosts = {}): Promise<PreparedCosts> {
  const { caseId, doors } = await workedOn(api, of);
  const { lead = leadOf(of.kind) } = of;
  const costs = await Costs.open(api, lead, caseId);
  for (const totalFen of [12_000, 13_000, 14_000]) await costs.does(lead, "addQuote", { contractorId: await contractor(api, "zhou", `工程队${(companies += 1)}`), totalFen });
  await costs.does(lead, "chooseQuote", { quoteId: (await costs.seen(lead))?.quotes[0]?.id });
  await costs.does(lead, "setCostFunds", { funds: [{ name: "区市政所", fen: 2000 }] });
  await costs.does(lead, "setCostMethod", { method: "AREA" });
  const { documents } = await costs.does(lead, "addPlanDocument", { note: "换管" });
  await costs.does("chen", "approvePlanDocument", { documentId: documents[0]?.id });
  return { costs, caseId, doors };
}

/** The same, publicised, and collecting since the publicity was over: the clock goes on until then. */
export async function collecting(api: TestCommunity, of: CaseOfCosts = {}): Promise<PreparedCosts> {
  const prepared = await drawnUp(api, of);
  const { lead = leadOf(of.kind) } = of;
  const { publicity } = await prepared.costs.does(lead, "publiciseCosts", { place: "单元门口" });
  api.clock.set(publicity?.until ?? "");
  await prepared.costs.does(lead, "startCollecting");
  return prepared;
}

let receipts = 0;

/** The input of a receipt of a household for itself, with the next number. */
export function receiptInput(householdId: string | undefined, fen: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  receipts += 1;
  return { no: `T-${receipts}`, householdId, payerId: householdId, fen, method: "WECHAT", ...more };
}

/** The same, when everybody has paid: 25.00 each. */
export async function collected(api: TestCommunity, of: CaseOfCosts = {}): Promise<PreparedCosts> {
  const prepared = await collecting(api, of);
  for (const door of Object.values(prepared.doors)) await prepared.costs.does(of.lead ?? leadOf(of.kind), "recordReceipt", receiptInput(door, 2500));
  return prepared;
}
