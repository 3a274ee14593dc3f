import { costActionNames, whyNotCost, type Case, type CostPlan, type Viewer } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conditions } from "../access/scope.ts";
import { loadCases } from "../cases/read-case.ts";
import { deciders } from "../matrix/mutations.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { aboutCosts, collecting, contractor, Costs, drawnUp, receiptInput, workedOn, type PreparedCosts } from "../testing/costs.ts";
import { done, refused, shanghai, versionOf } from "../testing/verbs.ts";
import { layers } from "../testing/one-layer.ts";

let api: TestCommunity;
let dispute: PreparedCosts;
let open: PreparedCosts;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-05-06", "09:00"));
  dispute = await collecting(api, { kind: "DISPUTE" });
  open = await collecting(api);
});
afterAll(() => api.stop());

/** Whoever does not see a dispute of grid 5 whole, and who does. */
const outside: readonly Username[] = ["member3", "member5", "li", "zhang", "street", "district", "admin", "neighbour", "housing"];
const inside: readonly Username[] = ["wang", "zhou", "chen", "fu"];

const everything = `query ($id: ID!, $case: ID!) {
  costPlan(id: $id) { id } node(id: $id) { id } feeStatement(costPlanId: $id) { no } costPreview(costPlanId: $id, method: AREA) { toShareFen }
  case(id: $case) { costPlan { id } costOpening { code } }
  costPlans(areas: ["340802", "${community}", "${grid(5)}"], first: 100) { nodes { id } pageInfo { hasNextPage } }
}`;

describe("C38: costs are as confidential as their case", () => {
  it("C38: for whoever does not see the dispute whole there are none, by whatever way", async () => {
    for (const as of outside) {
      const { data, errors } = await api.graphql(everything, { id: dispute.costs.id, case: dispute.caseId }, { as });
      expect(errors, as).toEqual([]);
      expect([data.costPlan, data.node, data.feeStatement, data.costPreview], as).toEqual([null, null, null, null]);
      expect(data.costPlans.nodes.map(({ id }: { id: string }) => id), as).not.toContain(dispute.costs.id);
      if (data.case) expect(data.case, as).toEqual({ costPlan: null, costOpening: null });
    }
    for (const as of inside) {
      const { data } = await api.graphql(everything, { id: dispute.costs.id, case: dispute.caseId }, { as });
      expect([data.costPlan.id, data.node.id, data.case.costPlan.id], as).toEqual([dispute.costs.id, dispute.costs.id, dispute.costs.id]);
      expect(data.case.costOpening.code).toBe("COST_RUNS");
      expect(data.costPlans.nodes.map(({ id }: { id: string }) => id), as).toContain(dispute.costs.id);
    }
  });

  // It takes a layer away itself: with the other one taken away already there would be none.
  it.skipIf(layers !== "both").each(["row level security", "the conditions in the queries"])("C38: %s alone keeps it from them", async (layer) => {
    const bare = layer === "row level security" ? api : await startCommunity(shanghai("2024-05-06", "09:00"), { withoutRowSecurity: true });
    const { costs, caseId } = bare === api ? dispute : await drawnUp(bare, { kind: "DISPUTE" });
    conditions.on = bare !== api;
    try {
      for (const as of outside) {
        const { data } = await bare.graphql(everything, { id: costs.id, case: caseId }, { as });
        expect([data.costPlan, data.node, data.feeStatement, data.costPreview, data.case?.costPlan ?? null], as).toEqual([null, null, null, null, null]);
        expect(data.costPlans.nodes.map(({ id }: { id: string }) => id), as).not.toContain(costs.id);
      }
      const { data } = await bare.graphql(everything, { id: costs.id, case: caseId }, { as: "zhou" });
      expect(data.costPlan).toEqual({ id: costs.id });
    } finally {
      conditions.on = true;
      if (bare !== api) await bare.stop();
    }
  });

  it("C38: every verb refuses it exactly as one that does not exist", async () => {
    const verbs: [string, Record<string, unknown>][] = [
      ["recordReceipt", receiptInput(dispute.doors["101"], 1)], ["recordFeeRefusal", { householdId: dispute.doors["101"], reason: "x" }], ["waiveShare", { householdId: dispute.doors["101"], reason: "x" }],
      ["recordPayout", { fen: 1 }], ["settleCosts", {}], ["cancelCosts", { reason: "x" }],
    ];
    for (const as of outside) {
      for (const [verb, input] of verbs) {
        const given = await aboutCosts(api, as, verb, { id: dispute.costs.id, expectedVersion: await dispute.costs.version(), ...input });
        const nothing = await aboutCosts(api, as, verb, { id: uuidv7(), expectedVersion: 1, ...input });
        expect([given.plan, given.code, given.message], `${as} ${verb}`).toEqual([null, "NOT_FOUND", nothing.message]);
      }
    }
  });

  it("C38: neither the log nor the aggregate has a word of what was said", async () => {
    await open.costs.does("member5", "recordFeeRefusal", { householdId: open.doors["101"], reason: "金丝雀一号" });
    await open.costs.does("chen", "waiveShare", { householdId: open.doors["101"], bearerId: open.doors["102"], reason: "金丝雀二号" });
    const { rows } = await api.pool.query("select (select string_agg(payload::text, '') from event) || (select string_agg(to_jsonb(x)::text, '') from cost_plan x) || (select string_agg(to_jsonb(x)::text, '') from idempotency x) || (select string_agg(to_jsonb(x)::text, '') from audit x) as all");
    expect(rows[0].all).not.toContain("金丝雀");
    expect(JSON.stringify(await open.costs.seen("zhou"))).toMatch(/金丝雀一号.*金丝雀二号/);
  });
});

describe("the table of cost plans, through the API", () => {
  it("what a page is offered is what the table says, for everybody", async () => {
    const { rows } = await api.pool.query("select plan from cost_plan where id = $1", [open.costs.id]);
    const plan: CostPlan = rows[0].plan;
    const c = (await loadCases(api.pool, [open.caseId])).get(open.caseId) as Case;
    for (const as of ["member5", "wang", "zhou", "chen", "fu", "street"] as const) {
      const { rows: roles } = await api.pool.query("select role, area_code from role_assignment where person_id = $1", [api.people[as]]);
      const viewer: Viewer = { personId: api.people[as], assignments: roles.map(({ role, area_code }) => ({ personId: api.people[as], role, area: area_code, buildingId: null, departmentId: null, from: "2023-01-01", to: null })) };
      const shown = (await open.costs.seen(as))?.actions ?? [];
      expect(shown.map(({ action, code }) => [action, code]), as).toEqual(costActionNames.filter((a) => a !== "openCosts").map((action) => [action, whyNotCost(action, plan, c, viewer)?.code ?? null]));
    }
  });
  it("every verb asks its own row: somebody without the right is told so", async () => {
    const given: Record<string, Record<string, unknown>> = {
      addQuote: { contractorId: uuidv7(), totalFen: 1 }, removeQuote: { quoteId: uuidv7() }, chooseQuote: { quoteId: uuidv7() }, setCostFunds: { funds: [] }, setCostMethod: { method: "AREA" }, addPlanDocument: { note: "x" },
      approvePlanDocument: { documentId: uuidv7() }, publiciseCosts: { place: "x" }, objectToCosts: { words: "x" }, answerCostObjection: { objectionId: uuidv7(), answer: "x" }, startCollecting: {},
      recordReceipt: receiptInput(open.doors["102"], 1), recordFeeRefusal: { householdId: open.doors["102"], reason: "x" }, voidReceipt: { receiptId: uuidv7(), reason: "x" }, waiveShare: { householdId: open.doors["102"], fund: "x", reason: "x" },
      recordPayout: { fen: 1 }, setFinalAccount: { totalFen: 1, note: "x" }, payRefund: { refundId: uuidv7(), method: "CASH" }, publishFinalStatement: { place: "x" }, settleCosts: {}, cancelCosts: { reason: "x" },
    };
    const verbs = Object.entries(deciders).filter(([name, decider]) => decider.table === "COST" && name !== "openCostPlan");
    expect(Object.keys(given).toSorted()).toEqual(verbs.map(([name]) => name).toSorted());
    for (const [verb, decider] of verbs) {
      // The street sees it and does nothing; a state it may not be done in is said first.
      const state = decider.table === "COST" && (await open.costs.seen("street"))?.actions.find(({ action }) => action === decider.action)?.code;
      expect(await open.costs.tries("street", verb, given[verb]), verb).toBe(state);
      expect(state, verb).toMatch(/^FORBIDDEN_COST|COST_WRONG_STATE$/);
    }
  });
  it("who may open one is said before it is tried; bills of mediation are refused by law", async () => {
    const { caseId } = await workedOn(api);
    const opening = async (as: Username) => (await api.graphql("query ($id: ID!) { case(id: $id) { costOpening { allowed code } } }", { id: caseId }, { as })).data.case.costOpening;
    expect([await opening("member5"), await opening("street")]).toEqual([{ allowed: true, code: null }, { allowed: false, code: "FORBIDDEN_COST" }]);
    const input = { id: caseId, expectedVersion: await versionOf(api, caseId), title: "换管" };
    expect((await aboutCosts(api, "street", "openCostPlan", input)).code).toBe("FORBIDDEN_COST");
    expect((await aboutCosts(api, "member5", "openCostPlan", { ...input, bills: "MEDIATION" })).code).toBe("MEDIATION_FREE");
    expect((await aboutCosts(api, "member5", "openCostPlan", { ...input, expectedVersion: 1 })).code).toBe("CONFLICT");
    await Costs.open(api, "member5", caseId);
    expect((await aboutCosts(api, "member5", "openCostPlan", input)).code).toBe("COST_RUNS");
  });
});

describe("money in and out, through the API", () => {
  it("a reporter does not take back what neighbours paid for", async () => {
    const { costs, caseId, doors } = await collecting(api);
    await costs.does("member5", "recordReceipt", receiptInput(doors["101"], 2500));
    const { rows } = await api.pool.query("select reporter_id from opinion where case_id = $1", [caseId]);
    expect(await refused(api, "wang", "withdrawCase", caseId, { respondent: `person:${rows[0].reporter_id}` })).toBe("WITHDRAW_PAID");
    const { receipts } = (await costs.seen("chen")) ?? { receipts: [] };
    await costs.does("chen", "voidReceipt", { receiptId: receipts[0]?.id, reason: "写错了门牌" });
    expect((await costs.seen("chen"))?.receipts).toMatchObject([{ voidReason: "写错了门牌", payer: { room: "101" } }]);
    await done(api, "wang", "withdrawCase", caseId, { respondent: `person:${rows[0].reporter_id}` });
    expect(await costs.tries("member5", "recordReceipt", receiptInput(doors["101"], 2500))).toBe("COST_CASE_OVER");
    await costs.does("wang", "cancelCosts", { reason: "撤回了" });
    expect((await costs.seen("wang"))?.cancelReason).toBe("撤回了");
  });
  it("what somebody typed gets an answer: amounts, doors, contractors, attachments that are none", async () => {
    const { costs } = await drawnUp(api);
    const tries = (verb: string, input: Record<string, unknown>) => costs.tries("member5", verb, input);
    expect(await tries("addQuote", { contractorId: "x", totalFen: 1 })).toBe("CONTRACTOR_UNKNOWN");
    expect(await tries("addQuote", { contractorId: uuidv7(), totalFen: 2 ** 45 })).toBe("FEN_INVALID");
    expect(await tries("setCostMethod", { method: "AREA", households: ["x"] })).toBe("HOUSEHOLD_UNKNOWN");
    expect(await tries("setCostMethod", { method: "AREA", households: [uuidv7()] })).toBe("HOUSEHOLD_UNKNOWN");
    expect(await tries("setCostMethod", { method: "CUSTOM", agendaItemId: "x", customShares: [] })).toBe("METHOD_NEEDS_RESOLUTION");
    expect(await tries("addPlanDocument", { note: "x", attachmentId: uuidv7() })).toBe("UNKNOWN_ATTACHMENT");
    const { errors } = await api.graphql('mutation { recordPayout(input: { id: "x", expectedVersion: 1, idempotencyKey: "x", fen: 1.5 }) { refusal { code } } }', {}, { as: "zhou" });
    expect(errors[0]?.extensions?.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
  });
  it("the same act sent twice is done once", async () => {
    const { costs, doors } = await collecting(api);
    const input = { id: costs.id, expectedVersion: await costs.version(), idempotencyKey: uuidv7(), ...receiptInput(doors["101"], 2500) };
    const [first, again] = [await aboutCosts(api, "member5", "recordReceipt", input), await aboutCosts(api, "member5", "recordReceipt", input)];
    expect([first.plan?.paidFen, again.plan?.paidFen, again.code]).toEqual([2500, 2500, null]);
    expect(await costs.tries("member5", "recordReceipt", { ...input, idempotencyKey: uuidv7() })).toBe("CONFLICT");
  });
});

describe("the register of contractors", () => {
  const list = `query ($search: String) { contractors(areas: ["${grid(5)}"], search: $search, first: 100) { nodes { id name phone averageStars jobs } } }`;
  it("is the community's: known to those who work there, kept by three roles, found by pinyin", async () => {
    const id = await contractor(api, "zhou", "宜城管道");
    for (const [as, knows] of [["member3", true], ["zhang", true], ["street", true], ["neighbour", false]] as const) {
      const { data } = await api.graphql(list, { search: "ycgd" }, { as });
      expect(data.contractors.nodes.map((k: { id: string }) => k.id), as).toEqual(knows ? [id] : []);
    }
    const input = { areaCode: community, name: "x", licence: "x" };
    const tried = async (as: Username, more: object = {}) =>
      (await api.graphql("mutation ($input: AddContractorInput!) { addContractor(input: $input) { refusal { code } } }", { input: { ...input, ...more, idempotencyKey: uuidv7() } }, { as })).data.addContractor.refusal?.code ?? null;
    expect([await tried("wang"), await tried("neighbour"), await tried("zhou", { areaCode: grid(5) }), await tried("zhou", { areaCode: "x" })]).toEqual(["FORBIDDEN_RIGHT", "FORBIDDEN_RIGHT", "NOT_A_COMMUNITY", "NOT_A_COMMUNITY"]);
    const { data } = await api.graphql(
      "mutation ($input: RateContractorInput!) { rateContractor(input: $input) { refusal { code } } }",
      { input: { id, expectedVersion: 1, costPlanId: open.costs.id, stars: 5, words: "", idempotencyKey: uuidv7() } },
      { as: "zhou" },
    );
    expect(data.rateContractor.refusal.code).toBe("NO_SETTLED_WORK");
  });
});
