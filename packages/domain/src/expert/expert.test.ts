import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callStanding, hasConflict, type TiedExpert } from "./call-standing.ts";
import { expertEffect, medianOf, type ClosedDispute } from "./effect.ts";
import { evolveExpert, recordedExpert, type ExpertDecision, type ExpertEvent } from "./expert-events.ts";
import { isConfirmed, type Expert } from "./expert.ts";
import { decideAddExpert, decideAmendExpert, decideConfirmExpert, decideWithdrawExpert, seesExpert, type AddExpertInput } from "./keep-expert.ts";
import { calendar, factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";
import { isRefusal } from "../refusal.ts";

const input: AddExpertInput = { personId: "lawyer", area: people.community, org: " 宜城律师事务所 ", skills: ["MEDIATION", "LAW", "LAW"], available: true, isInPool: false };
const code = (decision: ExpertDecision) => (isRefusal(decision) ? decision.code : null);
const added = (now = "2024-03-01 10:00", more: Partial<AddExpertInput> = {}): Expert => {
  const done = recordedExpert(null, "e1", decideAddExpert({ ...input, ...more }, factsAt(people.zhou, now)), { actorId: "zhou", now: when(now) });
  if (isRefusal(done)) throw new Error(done.code);
  return done.expert;
};

describe("the talent pool", () => {
  it("takes somebody in who has just confirmed, with the skills in order, each once", () => {
    expect(added()).toEqual({
      id: "e1", version: 1, personId: "lawyer", area: people.community, org: "宜城律师事务所", skills: ["LAW", "MEDIATION"], available: true,
      confirmedAt: when("2024-03-01 10:00"), withdrawnAt: null,
    });
  });
  it.each([
    ["a grid", { area: people.grid003 }, people.chen, "EXPERT_AREA_WRONG"],
    ["a street", { area: people.street }, people.streetOfficer, "EXPERT_AREA_WRONG"],
    ["no area", { area: "x" }, people.zhou, "EXPERT_AREA_WRONG"],
    ["somebody who may only read it", {}, people.li, "FORBIDDEN_RIGHT"],
    ["the community for the district's pool", { area: people.district }, people.chen, "FORBIDDEN_RIGHT"],
    ["the district for its own", { area: people.district }, people.districtOfficer, null],
    ["the district for a community's", {}, people.districtOfficer, null],
    ["no skill", { skills: [] }, people.zhou, "SKILLS_REQUIRED"],
    ["a skill that is none", { skills: ["COOKING" as "LAW"] }, people.zhou, "SKILLS_REQUIRED"],
    ["no organisation", { org: " " }, people.zhou, "TEXT_REQUIRED"],
    ["an endless organisation", { org: "局".repeat(101) }, people.zhou, "TEXT_TOO_LONG"],
    ["somebody who is in it", { isInPool: true }, people.zhou, "EXPERT_IN_POOL"],
  ] as const)("%s", (_what, more, who, expected) => {
    expect(code(decideAddExpert({ ...input, ...more }, factsAt(who, "2024-03-01")))).toBe(expected);
  });
  it("is amended, confirmed and left by the same people; who left stays out", () => {
    const expert = added();
    const facts = factsAt(people.zhou, "2024-04-01");
    const verbs = [
      (e: Expert, f: typeof facts) => decideAmendExpert(e, { org: "x", skills: ["LAW"], available: false }, f),
      (e: Expert, f: typeof facts) => decideConfirmExpert(e, f),
      (e: Expert, f: typeof facts) => decideWithdrawExpert(e, f),
    ];
    for (const verb of verbs) {
      expect(code(verb(expert, facts))).toBeNull();
      expect(code(verb(expert, factsAt(people.li, "2024-04-01")))).toBe("FORBIDDEN_RIGHT");
      expect(code(verb({ ...expert, withdrawnAt: facts.now }, facts))).toBe("EXPERT_LEFT_POOL");
    }
    expect(code(decideConfirmExpert(expert, factsAt(people.zhou, "2024-04-01", "2024-02-01")))).toBe("EARLIER_THAN_LAST_MOVE");
  });
  it("is what its events made of it", () => {
    const events: ExpertEvent[] = [];
    let expert: Expert | null = null;
    const steps: [string, (e: Expert | null, f: ReturnType<typeof factsAt>) => ExpertDecision][] = [
      ["2024-03-01", (_e, f) => decideAddExpert(input, f)],
      ["2024-04-01", (e, f) => decideAmendExpert(e as Expert, { org: "新所", skills: ["LAW"], available: false }, f)],
      ["2024-05-01", (e, f) => decideConfirmExpert(e as Expert, f)],
      ["2024-06-01", (e, f) => decideWithdrawExpert(e as Expert, f)],
    ];
    for (const [day, decide] of steps) {
      const done = recordedExpert(expert, "e1", decide(expert, factsAt(people.zhou, day)), { actorId: "zhou", now: when(day) });
      if (isRefusal(done)) throw new Error(done.code);
      expert = done.expert;
      events.push(done.event);
    }
    expect(events.map((e) => e.seq)).toEqual([1, 2, 3, 4]);
    expect(events.reduce<Expert | null>(evolveExpert, null)).toEqual(expert);
    expect(expert).toMatchObject({ version: 4, org: "新所", skills: ["LAW"], available: false, confirmedAt: when("2024-05-01"), withdrawnAt: when("2024-06-01") });
    expect(() => evolveExpert(null, events[1] as ExpertEvent)).toThrow(TypeError);
  });
  it("is seen by who reads pools there, around it or in a part of it", () => {
    const sees = (area: string) => [people.zhou, people.member003, people.wang, people.districtOfficer, people.zhang, people.expert, people.housing, people.stranger].filter((who) => seesExpert({ area, personId: "lawyer" }, who)).map((who) => who.personId);
    expect(sees(people.community)).toEqual(["zhou", "member003", "wang", "districtOfficer"]);
    expect(sees(people.district)).toEqual(["zhou", "member003", "wang", "districtOfficer"]);
    expect(sees("340802001008")).toEqual(["districtOfficer"]);
    expect(sees("340803")).toEqual([]);
    expect(seesExpert({ area: "340803", personId: "expert" }, people.expert)).toBe(true);
  });
});

describe("whether an expert can be called", () => {
  it("365 days after the confirmation, not 366", () => {
    const expert = { confirmedAt: when("2023-06-04 23:00") };
    expect(isConfirmed(expert, "2024-06-03")).toBe(true);
    expect(isConfirmed(expert, "2024-06-04")).toBe(false);
  });
  it.each([
    [true, "2024-01-01", true, "CONFLICT"],
    [false, "2020-01-01", true, "CONFLICT"],
    [false, "2020-01-01", false, "UNAVAILABLE"],
    [true, "2020-01-01", false, "CONFIRM_FIRST"],
    [true, "2024-01-01", false, "CALLABLE"],
  ] as const)("available %s, confirmed %s, tied %s: %s", (available, confirmed, tied, expected) => {
    expect(callStanding({ available, confirmedAt: when(confirmed) }, tied, "2024-06-03")).toBe(expected);
  });
  const home = (personId: string, householdId: string | null) => ({ personId, householdId });
  it("a conflict: he himself, his household, whoever he is tied to; nobody else", () => {
    const expert: TiedExpert = { ...home("lawyer", "h1"), ties: ["zhao"] };
    expect(hasConflict(expert, [home("lawyer", null)])).toBe(true);
    expect(hasConflict(expert, [home("sun", "h1")])).toBe(true);
    expect(hasConflict(expert, [home("sun", "h2"), home("zhao", "h3")])).toBe(true);
    expect(hasConflict(expert, [home("sun", "h2")])).toBe(false);
    expect(hasConflict({ ...expert, householdId: null }, [home("sun", null)])).toBe(false);
    expect(hasConflict(expert, [])).toBe(false);
  });
  it("a conflict does not depend on the order, and one more person never heals it", () => {
    const who = fc.record({ personId: fc.constantFrom("a", "b", "c", "d"), householdId: fc.constantFrom(null, "h1", "h2") });
    fc.assert(
      fc.property(fc.record({ personId: fc.constantFrom("a", "x"), householdId: fc.constantFrom(null, "h1", "h2"), ties: fc.array(fc.constantFrom("b", "c"), { maxLength: 2 }) }), fc.array(who), who, (expert, all, more) => {
        const conflict = hasConflict(expert, all);
        expect(hasConflict(expert, all.toReversed())).toBe(conflict);
        if (conflict) expect(hasConflict(expert, [more, ...all])).toBe(true);
      }),
    );
  });
});

describe("expert effect", () => {
  const dispute = (from: string, to: string, withExpert: boolean): ClosedDispute => ({ acceptedAt: when(from), closedAt: when(to), withExpert });
  const some = (n: number, withExpert: boolean) => Array.from({ length: n }, () => dispute("2024-06-03", "2024-06-06", withExpert));
  it("is the median in working days of both, the holiday not counted", () => {
    const withExpert = [...some(4, true), dispute("2024-06-06", "2024-06-12", true)];
    const without = [...some(3, false), dispute("2024-06-03", "2024-06-21", false), dispute("2024-06-03", "2024-06-21", false), dispute("2024-06-03", "2024-06-21", false)];
    // 2024-06-10 is 端午: from the 6th to the 12th there are three working days, from the 3rd to the 21st thirteen.
    expect(expertEffect([...withExpert, ...without], calendar)).toEqual({ withExpert: { n: 5, medianDays: 3 }, without: { n: 6, medianDays: 8 } });
  });
  it("shows nothing of fewer than five", () => {
    expect(expertEffect([...some(4, true), ...some(5, false)], calendar)).toEqual({ withExpert: { n: null, medianDays: null }, without: { n: 5, medianDays: 3 } });
    expect(expertEffect([], calendar)).toEqual({ withExpert: { n: null, medianDays: null }, without: { n: null, medianDays: null } });
  });
  it("a median has as many at or below it as at or above it", () => {
    expect(medianOf([])).toBeNull();
    fc.assert(fc.property(fc.array(fc.nat(50), { minLength: 1 }), (values) => {
      const median = medianOf(values) as number;
      expect(values.filter((v) => v <= median).length).toBeGreaterThanOrEqual(values.length / 2);
      expect(values.filter((v) => v >= median).length).toBeGreaterThanOrEqual(values.length / 2);
    }));
  });
});
