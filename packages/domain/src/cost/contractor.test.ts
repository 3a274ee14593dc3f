import { describe, expect, it } from "vitest";
import type { Contractor } from "./contractor.ts";
import { decideAddContractor, decideAmendContractor, decideRateContractor, evolveContractor, recordedContractor, seesContractor, type ContractorDecision, type ContractorEvent } from "./keep-contractor.ts";
import { isRefusal } from "../refusal.ts";
import { factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";
import type { Viewer } from "../people/roles.ts";

const entry = { name: "宜城市政工程队", licence: "91340800MA2XXXXX", phone: null };
const facts = (who: Viewer, now = "2024-05-01") => factsAt(who, now);
const code = (decision: ContractorDecision) => (isRefusal(decision) ? decision.code : null);
const kept = (before: Contractor | null, decision: ContractorDecision, who: Viewer = people.zhou, now = "2024-05-01") => {
  const done = recordedContractor(before, "k", decision, facts(who, now));
  if (isRefusal(done)) throw new Error(done.code);
  return done;
};
const added = (): Contractor => kept(null, decideAddContractor({ ...entry, area: people.community }, facts(people.zhou))).contractor;
const settled = { id: "plan", state: "SETTLED", quotes: [{ id: "q", contractorId: "k", totalFen: 1, at: when("2024-05-01") }], chosenQuoteId: "q" } as const;

describe("the register of contractors", () => {
  it.each([
    ["the clerk", people.zhou, {}, null],
    ["a grid's head", people.li, {}, "FORBIDDEN_RIGHT"],
    ["a grid member", people.member003, {}, "FORBIDDEN_RIGHT"],
    ["the street", people.streetOfficer, {}, "FORBIDDEN_RIGHT"],
    ["another community's register", people.zhou, { area: "340802001008" }, "FORBIDDEN_RIGHT"],
    ["a grid's register", people.zhou, { area: people.grid003 }, "NOT_A_COMMUNITY"],
    ["no area", people.zhou, { area: "" }, "NOT_A_COMMUNITY"],
    ["no name", people.zhou, { name: " " }, "TEXT_REQUIRED"],
    ["no licence", people.zhou, { licence: "" }, "TEXT_REQUIRED"],
    ["an endless phone", people.zhou, { phone: "1".repeat(31) }, "TEXT_TOO_LONG"],
  ] as const)("%s", (_what, who, more, expected) => {
    expect(code(decideAddContractor({ ...entry, area: people.community, ...more }, facts(who)))).toBe(expected);
  });
  it("keeps no name in its events, and is what they made of it", () => {
    const first = kept(null, decideAddContractor({ ...entry, area: people.community }, facts(people.zhou)));
    const second = kept(first.contractor, decideAmendContractor(first.contractor, { ...entry, active: false }, facts(people.chen)), people.chen);
    const third = kept(second.contractor, decideRateContractor(second.contractor, { plan: settled, stars: 4, words: "工期准" }, facts(people.chen)), people.chen);
    const events = [first, second, third].map(({ event }) => event);
    expect(JSON.stringify(events)).not.toMatch(/宜城|9134|工期/);
    expect(events.reduce<Contractor | null>(evolveContractor, null)).toEqual({
      id: "k", version: 3, area: people.community, active: false, ratings: [{ costPlanId: "plan", stars: 4, by: "chen", at: when("2024-05-01") }],
    });
    expect(() => evolveContractor(null, events[1] as ContractorEvent)).toThrow(TypeError);
    expect(code(decideAmendContractor(first.contractor, { ...entry, active: true }, facts(people.member003)))).toBe("FORBIDDEN_RIGHT");
  });
  it.each([
    ["a plan nobody sees", { plan: null }, "NO_SETTLED_WORK"],
    ["one that is not settled", { plan: { ...settled, state: "COLLECTING" } }, "NO_SETTLED_WORK"],
    ["one another did", { plan: { ...settled, chosenQuoteId: null } }, "NO_SETTLED_WORK"],
    ["no star", { stars: 0 }, "STARS_INVALID"],
    ["half a star", { stars: 4.5 }, "STARS_INVALID"],
    ["six stars", { stars: 6 }, "STARS_INVALID"],
    ["five stars", { stars: 5 }, null],
  ] as const)("rated: %s", (_what, more, expected) => {
    expect(code(decideRateContractor(added(), { plan: settled, stars: 3, words: "", ...more }, facts(people.zhou)))).toBe(expected);
  });
  it("rated once a plan, by those who keep it", () => {
    const once = kept(added(), decideRateContractor(added(), { plan: settled, stars: 3, words: "" }, facts(people.zhou))).contractor;
    expect(code(decideRateContractor(once, { plan: settled, stars: 5, words: "" }, facts(people.zhou)))).toBe("RATED_ALREADY");
    expect(code(decideRateContractor(added(), { plan: settled, stars: 5, words: "" }, facts(people.member003)))).toBe("FORBIDDEN_RIGHT");
  });
  it("is known to whoever works in the community or above it", () => {
    const knows = [people.zhou, people.member003, people.zhang, people.streetOfficer, people.districtOfficer, people.stranger].filter((who) => seesContractor(added(), who)).map(({ personId }) => personId);
    expect(knows).toEqual(["zhou", "member003", "zhang", "streetOfficer", "districtOfficer"]);
    expect(seesContractor({ area: "340802001008" }, people.zhou)).toBe(false);
  });
});
