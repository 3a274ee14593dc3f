import { describe, expect, it } from "vitest";
import { balanceFen, borneBy, costPayers, costSums, toShareFen, type CostPlan } from "./cost-plan.ts";
import { decideAddCostDocument, decideApproveCostDocument } from "./documents.ts";
import { foldCost } from "./evolve-cost.ts";
import { fenLimit } from "./fen.ts";
import { decideSettleCosts } from "./final-account.ts";
import { decideOpenCosts, whyNotOpenCosts } from "./open-costs.ts";
import { decideAnswerCostObjection, decideObjectToCosts, decidePubliciseCosts, decideStartCollecting } from "./publicity.ts";
import { decideAddQuote, decideChooseQuote, decideRemoveQuote, decideSetFunds } from "./quotes.ts";
import { sharesOf } from "./shares.ts";
import type { Facts } from "../case/record.ts";
import { decideResolve } from "../case/resolve.ts";
import { isRefusal } from "../refusal.ts";
import { factsAt, when } from "../testing/clock.ts";
import { CostStory, quotedPlan, sewerDoors, sharedPlan, workingCase } from "../testing/cost-story.ts";
import { dispute } from "../testing/mediation-story.ts";
import * as people from "../testing/people.ts";
import type { Viewer } from "../people/roles.ts";
import { codeOf, method, adopted, fens, final, payOut, refund, allPaid, type Verb } from "../testing/cost-verbs.ts";

const { member003: collector, zhou, chen, li } = people;

describe("S2: the sewer, to the fen", () => {
  it("by floor area: 524.78 ×6, 558.48 ×5, 558.47 for 602, 370.22, 330.23; 7,200.00 exactly", () => {
    const { plan } = sharedPlan();
    expect(toShareFen(plan)).toBe(720_000);
    expect(fens(plan)).toEqual([52_478, 55_848, 52_478, 55_848, 52_478, 55_848, 52_478, 55_848, 52_478, 55_848, 52_478, 55_847, 37_022, 33_023]);
    expect(plan.shares.at(11)?.householdId).toBe("602");
    // Rounding each alone would give 7,200.01.
    const alone = sewerDoors.map(({ areaCm2 }) => Math.round((720_000 * (areaCm2 ?? 0)) / 8_012_500));
    expect(alone.reduce((a, b) => a + b, 0)).toBe(720_001);
  });
  it("in equal parts only by a resolution: 514.29 ×8 and 514.28 ×6", () => {
    const story = quotedPlan();
    expect(codeOf(story, method({ method: "HOUSEHOLD" }), collector, "2024-05-09 11:00")).toBe("METHOD_NEEDS_RESOLUTION");
    story.does(collector, "2024-05-09 11:00", method({ method: "HOUSEHOLD", resolution: adopted(story) }));
    expect(fens(story.plan)).toEqual([...Array.from({ length: 8 }, () => 51_429), ...Array.from({ length: 6 }, () => 51_428)]);
    expect(story.plan.agendaItemId).toBe("item");
  });
  it("what was saved goes back by what each bore: 14.58 ×5, 15.51 ×6, 10.29, 23.75; balance 0", () => {
    const story = allPaid();
    expect(borneBy(story.plan, "商铺2")).toBe(85_501);
    story.does(zhou, "2024-05-20 10:00", final(940_000));
    const backs = story.plan.refunds.map(({ householdId, fen }) => [householdId, fen]);
    expect(backs).toEqual([
      ["101", 1458], ["102", 1551], ["201", 1458], ["202", 1551], ["301", 1458], ["302", 1551], ["401", 1458], ["402", 1551], ["502", 1551], ["601", 1458], ["602", 1551], ["商铺1", 1029], ["商铺2", 2375],
    ]);
    // Rounding each alone would give 199.99.
    const alone = story.plan.shares.map(({ householdId }) => Math.round((20_000 * borneBy(story.plan, householdId)) / 720_000));
    expect(alone.reduce((a, b) => a + b, 0)).toBe(19_999);
    story.does(zhou, "2024-05-20 11:00", payOut(700_000));
    for (const { id } of story.plan.refunds) story.does(zhou, "2024-05-20 14:00", refund(id));
    expect(balanceFen(story.plan)).toBe(0);
    story.does(collector, "2024-05-20 16:00", decideSettleCosts);
    expect(story.plan).toMatchObject({ state: "SETTLED", settledAt: when("2024-05-20 16:00"), collectorIds: ["member003"], approverIds: ["zhou"] });
    expect(costSums(story.plan)).toEqual({ dueFen: 0, paidFen: 720_000, refusedFen: 0, waivedFen: 52_478 });
    expect(foldCost(story.history)).toEqual(story.plan);
    expect(story.history.map(({ seq }) => seq)).toEqual(story.history.map((_, i) => i + 1));
  });
  it("a case is resolved when the balance is 0 and not before; everybody with a share is asked", () => {
    const story = allPaid();
    const { case: c } = story.of;
    const facts = factsAt(collector, "2024-05-21 10:00");
    const resolve = (plan: CostPlan) => decideResolve(c, { result: "通了", cost: { balanceFen: BigInt(balanceFen(plan)), payers: costPayers([plan]) }, mediation: null }, facts);
    expect(resolve(story.plan)).toMatchObject({ code: "COST_NOT_BALANCED", data: { fen: 720_000 } });
    story.does(zhou, "2024-05-20 11:00", payOut(720_000));
    expect(resolve(story.plan)).toMatchObject([{ type: "RESOLVED", payload: { payers: sewerDoors.map(({ position }) => position.id) } }]);
    expect(costPayers([sharedPlan().plan])).toEqual([]);
  });
});

describe("a plan is opened", () => {
  const input = { no: "2024-01", title: " 换管 ", bills: "WORK", runs: false } as const;
  const facts = (who: Viewer): Facts => factsAt(who, "2024-05-08 16:00");
  it("by whoever draws it up, while the case is talked over or worked on, one at a time", () => {
    const { case: c } = workingCase();
    expect(decideOpenCosts(c, input, facts(collector))).toMatchObject([{ type: "COSTS_OPENED", payload: { title: "换管", caseId: c.id, areaCode: c.gridCode } }]);
    expect(decideOpenCosts({ ...c, leadId: "li" }, input, facts(collector))).toMatchObject({ code: "FORBIDDEN_COST", data: { action: "openCosts" } });
    expect(decideOpenCosts(c, { ...input, runs: true }, facts(chen))).toMatchObject({ code: "COST_RUNS" });
    expect(decideOpenCosts({ ...c, status: "ACCEPTED" }, input, facts(chen))).toMatchObject({ code: "COST_CASE_STATUS", data: { status: "ACCEPTED" } });
    expect(decideOpenCosts({ ...c, status: "RESOLVED" }, input, facts(chen))).toMatchObject({ code: "COST_CASE_STATUS" });
    expect(decideOpenCosts(c, input, facts(people.wang))).toMatchObject({ code: "NOT_FOUND" });
    expect(decideOpenCosts(c, { ...input, title: "" }, facts(chen))).toMatchObject({ code: "TEXT_REQUIRED" });
    expect(whyNotOpenCosts(c, false, collector)).toBeNull();
  });
  it("of a dispute for repairs; its mediation is free", () => {
    const c = { ...dispute().case, status: "IN_PROGRESS" as const };
    expect(decideOpenCosts(c, { ...input, bills: "MEDIATION" }, facts(zhou))).toMatchObject({ code: "MEDIATION_FREE" });
    expect(decideOpenCosts(c, input, facts(zhou))).toMatchObject([{ type: "COSTS_OPENED" }]);
    expect(decideOpenCosts(c, input, facts(collector))).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("quotes and funds", () => {
  const at = "2024-05-09 10:30";
  const add = (more: object): Verb => (p, c, f) => decideAddQuote(p, c, { quoteId: "q", contractor: { id: "D", active: true }, totalFen: 900_000, note: "", ...more }, f);
  it.each([
    ["nobody of the register", { contractor: null }, "CONTRACTOR_UNKNOWN"],
    ["one that is asked no more", { contractor: { id: "D", active: false } }, "CONTRACTOR_INACTIVE"],
    ["one that gave a quote", { contractor: { id: "A", active: true } }, "QUOTE_TWICE"],
    ["nothing", { totalFen: 0 }, "FEN_INVALID"],
    ["half a fen", { totalFen: 0.5 }, "FEN_INVALID"],
    ["too much", { totalFen: fenLimit + 1 }, "FEN_INVALID"],
    ["an endless note", { note: "长".repeat(2001) }, "TEXT_TOO_LONG"],
    ["a further one", {}, null],
  ] as const)("%s", (_what, more, expected) => {
    expect(codeOf(quotedPlan(), add(more), collector, at)).toBe(expected);
  });
  it("three of them, or a reason", () => {
    const story = new CostStory(workingCase(), collector, "2024-05-08 16:00").quote("A", 960_000).quote("B", 1_040_000);
    const choose = (quoteId: string, reason: string): Verb => (p, c, f) => decideChooseQuote(p, c, { quoteId, reason }, f);
    expect(story.tries(collector, at, choose("A", " "))).toMatchObject({ code: "QUOTES_FEW", data: { have: 2, needed: 3 } });
    expect(codeOf(story, choose("X", "急"), collector, at)).toBe("QUOTE_UNKNOWN");
    expect(codeOf(story, (p, c, f) => decideSetFunds(p, c, { funds: [] }, f), collector, at)).toBe("QUOTE_MISSING");
    expect(codeOf(story, method(), collector, at)).toBe("QUOTE_MISSING");
    story.does(collector, at, choose("A", "污水外溢，等不及"));
    expect(story.plan).toMatchObject({ chosenQuoteId: "A", fewQuotesExplained: true });
    expect(story.history.at(-1)?.texts).toEqual([{ kind: "CHOICE", itemId: null, text: "污水外溢，等不及" }]);
  });
  it("taken out again, the chosen one takes the shares along; fewer than three do not hang", () => {
    const story = sharedPlan();
    const remove = (quoteId: string): Verb => (p, c, f) => decideRemoveQuote(p, c, { quoteId }, f);
    expect(codeOf(story, remove("X"), collector, "2024-05-09 16:10")).toBe("QUOTE_UNKNOWN");
    story.does(collector, "2024-05-09 16:10", remove("C"));
    expect(story.plan.shares).toHaveLength(14);
    expect(codeOf(story, (p, c, f) => decidePubliciseCosts(p, c, { place: "门口" }, f), collector, "2024-05-09 16:20")).toBe("QUOTES_FEW");
    story.does(collector, "2024-05-09 16:30", remove("A"));
    expect(story.plan).toMatchObject({ chosenQuoteId: null, shares: [] });
    expect(toShareFen(story.plan)).toBe(0);
  });
  it.each([
    ["more than it costs", [{ name: "市政", fen: 960_001 }], "FUNDS_TOO_HIGH"],
    ["no name", [{ name: " ", fen: 1 }], "TEXT_REQUIRED"],
    ["nothing", [{ name: "市政", fen: 0 }], "FEN_INVALID"],
    ["too many", Array.from({ length: 11 }, () => ({ name: "市政", fen: 1 })), "FUNDS_TOO_MANY"],
  ])("funds: %s", (_what, funds, expected) => {
    expect(codeOf(quotedPlan(), (p, c, f) => decideSetFunds(p, c, { funds }, f), collector, at)).toBe(expected);
  });
  it("the shares follow what is to be shared; amounts that were agreed on go", () => {
    const story = sharedPlan();
    story.does(collector, "2024-05-09 16:10", (p, c, f) => decideSetFunds(p, c, { funds: [{ name: "区市政所", fen: 240_000 }, { name: "街道", fen: 20_000 }] }, f));
    expect(fens(story.plan).reduce((a, b) => a + b, 0)).toBe(700_000);
    const chosen = (quoteId: string): Verb => (p, c, f) => decideChooseQuote(p, c, { quoteId, reason: "" }, f);
    story.does(collector, "2024-05-09 16:15", chosen("B"));
    expect(fens(story.plan).reduce((a, b) => a + b, 0)).toBe(780_000);
    const amounts = [{ householdId: "101", fen: 779_999 }, { householdId: "商铺1", fen: 1 }];
    story.does(collector, "2024-05-09 16:20", method({ method: "CUSTOM", customShares: amounts, resolution: adopted(story) }));
    expect(fens(story.plan).filter((fen) => fen > 0)).toEqual([779_999, 1]);
    story.does(collector, "2024-05-09 16:25", chosen("A"));
    expect(story.plan.shares).toEqual([]);
    expect(codeOf(story, (p, c, f) => decidePubliciseCosts(p, c, { place: "门口" }, f), collector, "2024-05-09 16:30")).toBe("SHARES_MISSING");
    story.does(collector, "2024-05-09 16:35", method());
    story.does(collector, "2024-05-09 16:40", (p, c, f) => decideSetFunds(p, c, { funds: [{ name: "街道", fen: 960_000 }] }, f));
    expect(story.plan.shares).toEqual([]);
    expect(codeOf(story, method(), collector, "2024-05-09 16:45")).toBe("NOTHING_TO_SHARE");
  });
});

describe("shares", () => {
  const [first, second] = sewerDoors as [(typeof sewerDoors)[number], (typeof sewerDoors)[number]];
  it.each([
    ["nobody", { households: [] }, "COST_NOBODY"],
    ["a door without an area", { households: [{ ...first, areaCm2: null }] }, "AREA_UNKNOWN"],
    ["a door twice", { households: [first, first] }, "ID_TWICE"],
    ["a whole quarter", { households: Array.from({ length: 501 }, (_, i) => ({ ...first, position: { ...first.position, id: String(i) } })) }, "HOUSEHOLDS_TOO_MANY"],
    ["amounts that do not make it", { method: "CUSTOM", customShares: [{ householdId: "101", fen: 99 }] }, "SHARES_SUM"],
    ["amounts for a stranger", { method: "CUSTOM", customShares: [{ householdId: "x", fen: 100 }] }, "HOUSEHOLD_NOT_OF_PLAN"],
    ["amounts below nothing", { method: "CUSTOM", customShares: [{ householdId: "101", fen: 101 }, { householdId: "102", fen: -1 }] }, "FEN_INVALID"],
    ["two amounts for one door", { method: "CUSTOM", customShares: [{ householdId: "101", fen: 50 }, { householdId: "101", fen: 50 }] }, "ID_TWICE"],
    ["no amounts", { method: "CUSTOM" }, "SHARES_SUM"],
  ] as const)("%s", (_what, more, expected) => {
    const shares = sharesOf(100, { method: "AREA", households: [first, second], customShares: null, ...more });
    expect(isRefusal(shares) ? shares.code : null).toBe(expected);
  });
  it("in the household order, in whatever order they are named; without an area where none is asked for", () => {
    const given = { method: "HOUSEHOLD", households: sewerDoors.map((h) => ({ ...h, areaCm2: null })).toReversed(), customShares: null } as const;
    expect(sharesOf(15, given)).toEqual(sewerDoors.map(({ position }, i) => ({ householdId: position.id, areaCm2: null, fen: i === 0 ? 2 : 1 })));
  });
  it("a resolution counts on its own case, and when there is one", () => {
    const story = quotedPlan();
    for (const resolution of [{ agendaItemId: "item", caseId: "another", adopted: true }, { agendaItemId: "item", caseId: story.of.case.id, adopted: false }]) {
      expect(codeOf(story, method({ method: "STACK", resolution }), collector, "2024-05-09 11:00")).toBe("METHOD_NEEDS_RESOLUTION");
    }
    expect(codeOf(story, method({ resolution: adopted(story) }), collector, "2024-05-09 11:00")).toBeNull();
    expect(story.plan.agendaItemId).toBeNull();
  });
});

describe("documents and publicity", () => {
  it("a version is approved by somebody else, once; the last one before collecting", () => {
    const story = sharedPlan();
    const approve = (documentId: string): Verb => (p, c, f) => decideApproveCostDocument(p, c, { documentId }, f);
    expect(story.plan.documents).toMatchObject([{ id: "v1", version: 1, approvedAt: null }, { id: "v2", version: 2, approvedBy: "zhou" }]);
    expect(codeOf(story, approve("v2"), zhou, "2024-05-09 16:30")).toBe("DOCUMENT_APPROVED_ALREADY");
    expect(codeOf(story, approve("v9"), zhou, "2024-05-09 16:30")).toBe("DOCUMENT_UNKNOWN");
    story.does(li, "2024-05-09 17:00", (p, c, f) => decidePubliciseCosts(p, c, { place: "三单元门口" }, f));
    story.does(zhou, "2024-05-10 09:00", (p, c, f) => decideAddCostDocument(p, c, { documentId: "v3", attachmentId: "paper", note: "加照明" }, f));
    expect(codeOf(story, approve("v3"), zhou, "2024-05-10 10:00")).toBe("OWN_DOCUMENT");
    expect(codeOf(story, decideStartCollecting, li, "2024-05-16 18:00")).toBe("DOCUMENT_NOT_APPROVED");
    story.does(chen, "2024-05-10 10:00", approve("v3"));
    expect(codeOf(story, decideStartCollecting, li, "2024-05-16 18:00")).toBeNull();
  });
  it("five working days, a make-up Saturday among them, to the second; every objection answered", () => {
    const story = sharedPlan().does(li, "2024-05-09 17:00", (p, c, f) => decidePubliciseCosts(p, c, { place: " 三单元门口 " }, f));
    expect(story.plan.publicity).toEqual({ place: "三单元门口", from: when("2024-05-09 17:00"), until: when("2024-05-15 18:00") });
    story.does(people.other003, "2024-05-13 10:00", (p, c, f) => decideObjectToCosts(p, c, { objectionId: "o1", words: "商铺应多出" }, f));
    expect(story.tries(li, "2024-05-15 17:59", decideStartCollecting)).toMatchObject({ code: "PUBLICITY_OPEN", data: { until: when("2024-05-15 18:00") } });
    expect(codeOf(story, decideStartCollecting, li, "2024-05-15 18:00")).toBe("OBJECTION_OPEN");
    const answer = (objectionId: string): Verb => (p, c, f) => decideAnswerCostObjection(p, c, { objectionId, answer: "按面积是法定办法" }, f);
    expect(codeOf(story, answer("o2"), li, "2024-05-15 18:00")).toBe("OBJECTION_UNKNOWN");
    story.does(li, "2024-05-15 18:00", answer("o1"));
    expect(codeOf(story, answer("o1"), li, "2024-05-15 18:01")).toBe("OBJECTION_UNKNOWN");
    expect(codeOf(story, decideStartCollecting, li, "2024-05-15 18:00")).toBeNull();
    expect(story.history.flatMap(({ texts = [] }) => texts.map(({ kind }) => kind)).slice(-2)).toEqual(["OBJECTION", "ANSWER"]);
  });
  it("no event carries a word of what was said", () => {
    const story = allPaid();
    expect(JSON.stringify(story.history.map(({ payload }) => payload))).not.toMatch(/不出|不愿|夜间/);
  });
});
