import { describe, expect, it } from "vitest";
import { costActionNames, costActions, type CostAction } from "./cost-actions.ts";
import { costStates, type CostState } from "./cost-plan.ts";
import { whyNotCost } from "./why-not-cost.ts";
import { dispute } from "../testing/mediation-story.ts";
import { workingCase } from "../testing/cost-story.ts";
import * as people from "../testing/people.ts";
import type { Viewer } from "../people/roles.ts";

/**
 * What the rules allow, written down a second time.
 * states  D drawn up · P publicised · C collecting · S settled · X cancelled
 * people  l lead of the case, who has no role here · b building head · m grid member · o member of a council · j mediator · h grid head · c clerk · d deputy · s secretary · S street officer
 */
const expected: Record<CostAction, readonly [states: string, who: string]> = {
  openCosts: ["", ""],
  addQuote: ["D", "lhcds"],
  removeQuote: ["D", "lhcds"],
  chooseQuote: ["D", "lhcds"],
  setFunds: ["D", "lhcds"],
  setMethod: ["D", "lhcds"],
  addDocument: ["DPC", "lhcds"],
  approveDocument: ["DPC", "cds"],
  publiciseCosts: ["D", "lhcds"],
  objectToCosts: ["P", "lbmojhcdsS"],
  answerCostObjection: ["P", "lhcds"],
  startCollecting: ["P", "lhcds"],
  recordReceipt: ["C", "bmhc"],
  recordRefusal: ["C", "bmhc"],
  voidReceipt: ["C", "cds"],
  waive: ["C", "cds"],
  payOut: ["C", "cds"],
  setFinalAccount: ["C", "cds"],
  payRefund: ["C", "cds"],
  publishFinal: ["CS", "lhcds"],
  settleCosts: ["C", "lhcds"],
  cancelCosts: ["DPC", "lhcds"],
};
const letters: Record<CostState, string> = { DRAFT: "D", PUBLICISED: "P", COLLECTING: "C", SETTLED: "S", CANCELLED: "X" };
const approvals: readonly CostAction[] = ["voidReceipt", "waive", "payOut", "setFinalAccount", "payRefund"];

const c = { ...workingCase().case, leadId: "lead" };
const cast: Record<string, Viewer> = {
  l: people.viewer("lead"), b: people.buildingHead, m: people.member003, o: people.councillor, j: people.mediator, h: people.li, c: people.zhou, d: people.deputy, s: people.chen, S: people.streetOfficer,
};
const nobody = { collectorIds: [], approverIds: [] };

describe("the table of cost plans, cell by cell", () => {
  it.each(costActionNames)("%s", (action) => {
    for (const state of costStates) {
      const allowed = Object.entries(cast).filter(([, viewer]) => whyNotCost(action, { state, ...nobody }, c, viewer) === null);
      const [states, who] = expected[action];
      expect(`${state}: ${allowed.map(([letter]) => letter).toSorted().join("")}`).toBe(`${state}: ${states.includes(letters[state]) ? [...who].toSorted().join("") : ""}`);
    }
  });
  it("C30: whoever collected approves nothing in the same plan, whoever approved collects nothing", () => {
    for (const action of costActionNames) {
      const state = costActions[action].from[0] ?? "DRAFT";
      const collected = whyNotCost(action, { state, collectorIds: ["zhou"], approverIds: [] }, c, people.zhou)?.code;
      const approved = whyNotCost(action, { state, collectorIds: [], approverIds: ["zhou"] }, c, people.zhou)?.code;
      if (action === "openCosts") continue;
      expect(collected, action).toBe(approvals.includes(action) ? "COST_COLLECTED_BY_YOU" : undefined);
      expect(approved, action).toBe(action === "recordReceipt" ? "COST_APPROVED_BY_YOU" : undefined);
    }
  });
  it("of a dispute there is none for whoever does not see it whole", () => {
    const confidential = { ...dispute().case, leadId: "lead" };
    const outside = [people.stranger, people.member003, people.buildingHead, people.councillor, people.expert, people.wang, people.housing, people.streetOfficer, people.districtOfficer, people.admin, people.key];
    for (const viewer of outside) for (const action of costActionNames) expect(whyNotCost(action, { state: "COLLECTING", ...nobody }, confidential, viewer), `${viewer.personId} ${action}`).toMatchObject({ code: "NOT_FOUND" });
    expect(whyNotCost("waive", { state: "COLLECTING", ...nobody }, confidential, people.zhou)).toBeNull();
  });
  it("state before right before duty", () => {
    expect(whyNotCost("waive", { state: "DRAFT", ...nobody }, c, people.member003)).toMatchObject({ code: "COST_WRONG_STATE", data: { action: "waive", state: "DRAFT" } });
    expect(whyNotCost("waive", { state: "COLLECTING", collectorIds: ["member003"], approverIds: [] }, c, people.member003)).toMatchObject({ code: "FORBIDDEN_COST", data: { action: "waive" } });
  });
});
