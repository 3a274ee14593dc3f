import { describe, expect, it } from "vitest";
import { mediationActionNames, type MediationAction } from "./mediation-actions.ts";
import { mediationStates, type MediationState } from "./mediation.ts";
import { whyNotMediation } from "./why-not-mediation.ts";
import { dispute } from "../testing/mediation-story.ts";
import * as people from "../testing/people.ts";
import type { Viewer } from "../people/roles.ts";

/**
 * What the rules allow, written down a second time.
 * states  O open · A agreed · P performed · N not reached
 * people  n its mediator, an expert without a role here · j a mediator of the community who is not its own · l lead of the case
 *         h grid head · c clerk · d deputy · s secretary
 */
const expected: Record<MediationAction, readonly [states: string, who: string]> = {
  recordConsent: ["O", "ncds"],
  extendMonth: ["O", "ncds"],
  nameMediator: ["O", "cds"],
  removeMediator: ["O", "cds"],
  hearParty: ["O", "ncds"],
  establishFacts: ["O", "ncds"],
  agreeTerms: ["O", "ncds"],
  sign: ["O", "ncds"],
  seal: ["O", "cds"],
  recordOral: ["O", "n"],
  performTerm: ["A", "nlhcds"],
  visit: ["APN", "njlhcds"],
  applyForConfirmation: ["AP", "ncds"],
  recordConfirmation: ["AP", "ncds"],
  endMediation: ["O", "ncds"],
};
const letters: Record<MediationState, string> = { OPEN: "O", AGREED: "A", PERFORMED: "P", NOT_REACHED: "N" };

const lead = people.viewer("lead");
const named = people.viewer("lawyer");
const c = { ...dispute().case, leadId: "lead", helperIds: ["lawyer"] };
const cast: Record<string, Viewer> = { n: named, j: people.mediator, l: lead, h: people.li, c: people.zhou, d: people.deputy, s: people.chen };

describe("the mediations' table, cell by cell", () => {
  it.each(mediationActionNames)("%s", (action) => {
    for (const state of mediationStates) {
      const allowed = Object.entries(cast).filter(([, viewer]) => whyNotMediation(action, { state, mediatorIds: ["lawyer"] }, c, viewer) === null);
      const [states, who] = expected[action];
      expect(`${state}: ${allowed.map(([letter]) => letter).toSorted().join("")}`).toBe(`${state}: ${states.includes(letters[state]) ? [...who].toSorted().join("") : ""}`);
    }
  });
  it("C38: for whoever does not see the dispute whole there is none", () => {
    const outside = [people.stranger, people.member003, people.buildingHead, people.councillor, people.expert, people.wang, people.member005, people.housing, people.streetOfficer, people.districtOfficer, people.admin, people.key];
    for (const viewer of outside) {
      for (const action of mediationActionNames) expect(whyNotMediation(action, { state: "AGREED", mediatorIds: ["lawyer"] }, c, viewer), `${viewer.personId} ${action}`).toMatchObject({ code: "NOT_FOUND" });
    }
  });
  it("state before right, and both say what would do", () => {
    expect(whyNotMediation("seal", { state: "AGREED", mediatorIds: ["lawyer"] }, c, people.li)).toMatchObject({ code: "MEDIATION_WRONG_STATE", data: { action: "seal", state: "AGREED" } });
    expect(whyNotMediation("seal", { state: "OPEN", mediatorIds: ["lawyer"] }, c, named)).toMatchObject({ code: "FORBIDDEN_MEDIATION", data: { action: "seal" } });
  });
});
