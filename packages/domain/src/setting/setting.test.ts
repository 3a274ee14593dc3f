import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitedColumns, templateKinds, unsetCommunity, type CommunitySetting } from "./community-setting.ts";
import { evolveSetting, foldSetting, recordSetting, type SettingDecision } from "./record-setting.ts";
import { branchOf, categoryBranches, decideSetCategories, type CategoryInput } from "./set-categories.ts";
import { decideSetDeadlines, dueUnder } from "./set-deadlines.ts";
import { decideSetTemplates } from "./set-templates.ts";
import { decideSetWipLimits } from "./set-wip-limits.ts";
import type { SettingEvent } from "./setting-events.ts";
import { categories, categoryProblem, offeredCategories, type Category } from "../case/categories.ts";
import { decideAccept } from "../case/accept.ts";
import { caseKinds } from "../case/case.ts";
import { deadlineRuleNames, deadlineUnitOf, deadlineValue, defaultDeadlineRules } from "../deadline/rules.ts";
import { isRefusal } from "../refusal.ts";
import { acceptedCase, collectedCase } from "../testing/case-story.ts";
import { calendar, factsAt, when } from "../testing/clock.ts";
import { admin, chen, community, deputy, districtOfficer, li, member003, streetOfficer, zhou } from "../testing/people.ts";

const facts = factsAt(chen, "2024-06-03 10:00");
const unset = unsetCommunity(community);
const codeOf = (decision: SettingDecision): string => (isRefusal(decision) ? decision.code : decision.type);

/** The settings after a verb that has to succeed. */
function after(before: CommunitySetting, decision: SettingDecision): CommunitySetting {
  if (isRefusal(decision)) throw new Error(decision.code);
  return recordSetting(before, decision, facts).setting;
}

const tree = (edit: (leaf: CategoryInput) => CategoryInput = (leaf) => leaf, from: readonly Category[] = categories): CategoryInput[] =>
  from.map((c) => edit({ id: c.id, branch: branchOf(c), zh: c.zh, en: c.en, off: c.off === true }));

describe("settings of a community", () => {
  it.each([
    ["secretary", chen, "DEADLINES_SET"], ["deputy", deputy, "DEADLINES_SET"], ["clerk", zhou, "FORBIDDEN_RIGHT"], ["grid head", li, "FORBIDDEN_RIGHT"],
    ["street", streetOfficer, "FORBIDDEN_RIGHT"], ["district", districtOfficer, "FORBIDDEN_RIGHT"], ["administrator", admin, "FORBIDDEN_RIGHT"],
  ] as const)("are set by the %s or not", (_, viewer, code) => {
    expect(codeOf(decideSetDeadlines(unset, [{ name: "callBackDays", value: 4 }], { ...facts, viewer }))).toBe(code);
  });

  it("are of a community, and of the own one", () => {
    for (const area of ["340802001", `${community}003`, "nowhere"]) expect(codeOf(decideSetWipLimits(unsetCommunity(area), [], facts))).toBe("NOT_A_COMMUNITY");
    expect(codeOf(decideSetWipLimits(unsetCommunity("340802001008"), [{ column: "INTAKE", limit: 3 }], facts))).toBe("FORBIDDEN_RIGHT");
  });

  it("fold to what they are", () => {
    const decisions = [
      (s: CommunitySetting) => decideSetDeadlines(s, [{ name: "resolveDays.BUILDING", value: 2 }], facts),
      (s: CommunitySetting) => decideSetWipLimits(s, [{ column: "BUILDING", limit: 5 }], facts),
      (s: CommunitySetting) => decideSetCategories(s, tree((leaf) => (leaf.id === "events.dogs" ? { ...leaf, zh: "养犬" } : leaf)), facts),
      (s: CommunitySetting) => decideSetTemplates(s, [{ id: null, kind: "ANSWER", name: "已报修", body: "已报修。" }], facts),
    ];
    const events: SettingEvent[] = [];
    const last = decisions.reduce((setting, decide) => {
      const body = decide(setting);
      if (isRefusal(body)) throw new Error(body.code);
      const done = recordSetting(setting, body, facts);
      events.push(...done.events);
      return done.setting;
    }, unset);
    expect(foldSetting(community, events)).toEqual(last);
    expect(events.map(({ type, seq, at }) => [type, seq, at])).toEqual(["DEADLINES_SET", "WIP_LIMITS_SET", "CATEGORIES_SET", "TEMPLATES_SET"].map((type, i) => [type, i + 1, facts.now]));
    expect(evolveSetting(unset, events[1] as SettingEvent)).toMatchObject({ wipLimits: { BUILDING: 5 }, rules: defaultDeadlineRules });
  });

  it("that stay as they are, are not set", () => {
    expect(codeOf(decideSetDeadlines(unset, [{ name: "callBackDays", value: 3 }], facts))).toBe("NOTHING_TO_AMEND");
    expect(codeOf(decideSetWipLimits(unset, [], facts))).toBe("NOTHING_TO_AMEND");
    expect(codeOf(decideSetCategories(unset, tree(), facts))).toBe("NOTHING_TO_AMEND");
    expect(codeOf(decideSetTemplates(unset, [], facts))).toBe("NOTHING_TO_AMEND");
  });
});

describe("deadlines", () => {
  it.each([
    [[{ name: "callBackDays", value: 0 }], "DEADLINES_WRONG"], [[{ name: "callBackDays", value: 367 }], "DEADLINES_WRONG"], [[{ name: "mediationMonths", value: 1.5 }], "DEADLINES_WRONG"],
    [[{ name: "confirmationNaturalDays", value: 31 }], "DEADLINES_WRONG"], [[{ name: "resolveDays", value: 3 }], "DEADLINE_UNKNOWN"], [[{ name: "__proto__", value: 3 }], "DEADLINE_UNKNOWN"],
    [[{ name: "callBackDays", value: 4 }, { name: "callBackDays", value: 5 }], "DEADLINE_UNKNOWN"], [[{ name: "confirmationNaturalDays", value: 30 }, { name: "callBackDays", value: 366 }], "DEADLINES_SET"],
  ])("%j: %s", (given, code) => expect(codeOf(decideSetDeadlines(unset, given, facts))).toBe(code));

  it("are each read and set by name, the others staying as they were", () => {
    for (const name of deadlineRuleNames.filter((one) => one !== "confirmationNaturalDays")) {
      const { rules } = after(unset, decideSetDeadlines(unset, [{ name, value: 77 }], facts));
      for (const other of deadlineRuleNames) expect(deadlineValue(rules, other)).toBe(other === name ? 77 : deadlineValue(defaultDeadlineRules, other));
    }
    expect(deadlineRuleNames.map(deadlineUnitOf).filter((unit) => unit !== "WORKING_DAYS")).toEqual(["HOURS", "MONTHS", "NATURAL_DAYS", "NATURAL_DAYS", "NATURAL_DAYS", "NATURAL_DAYS"]);
  });

  it("hold for what begins from then on: what was promised stays, what would be due is shown", () => {
    const { rules } = after(unset, decideSetDeadlines(unset, [{ name: "resolveDays.BUILDING", value: 1 }, { name: "firstContactDays", value: 2 }], facts));
    const c = acceptedCase("2024-06-03 10:00", member003).case;
    expect(c.due).toMatchObject({ kind: "LEVEL", at: when("2024-06-06 18:00") });
    expect(dueUnder(c, rules, { calendar })).toBe(when("2024-06-04 18:00"));
    expect(dueUnder(collectedCase("2024-06-03 10:00").case, rules, { calendar })).toBe(when("2024-06-05 18:00"));
    expect(dueUnder({ ...c, due: null }, rules, { calendar })).toBeNull();
  });
});

describe("limits of work", () => {
  it.each([[0, "WIP_LIMIT_WRONG"], [1, "WIP_LIMITS_SET"], [9999, "WIP_LIMITS_SET"], [10_000, "WIP_LIMIT_WRONG"], [1.5, "WIP_LIMIT_WRONG"]])("of %d: %s", (limit, code) => {
    expect(codeOf(decideSetWipLimits(unset, [{ column: "INTAKE", limit }], facts))).toBe(code);
  });
  it("are of columns that hold open cases, each once", () => {
    expect(codeOf(decideSetWipLimits(unset, [{ column: "CLOSED", limit: 3 }], facts))).toBe("WIP_LIMIT_WRONG");
    expect(codeOf(decideSetWipLimits(unset, [{ column: "INTAKE", limit: 3 }, { column: "INTAKE", limit: 4 }], facts))).toBe("WIP_LIMIT_WRONG");
    const all = limitedColumns.map((column) => ({ column, limit: 3 }));
    expect(after(unset, decideSetWipLimits(unset, all.toReversed(), facts)).wipLimits).toEqual(after(unset, decideSetWipLimits(unset, all, facts)).wipLimits);
  });
});

describe("categories", () => {
  const own: CategoryInput = { id: null, branch: "assets", zh: "健身器材", en: "", off: false };
  it("of one's own have an id that never comes back, and the kinds of their branch", () => {
    const first = after(unset, decideSetCategories(unset, [...tree(), own], facts));
    expect(first.categories.find(({ zh }) => zh === own.zh)).toEqual({ id: "assets.own1", zh: own.zh, en: own.zh, kinds: ["OPINION", "DIFFICULTY"] });
    const second = after(first, decideSetCategories(first, [...tree(undefined, first.categories), { ...own, branch: "disputes", zh: "分界", en: "Boundary" }], facts));
    expect(second.categories.at(-1)).toEqual({ id: "disputes.own2", zh: "分界", en: "Boundary", kinds: ["DISPUTE"] });
  });

  it.each([
    ["one left out", tree().slice(1), "CATEGORY_MISSING"],
    ["one that is none", [...tree(), { ...own, id: "assets.own9" }], "UNKNOWN_CATEGORY"],
    ["one twice", [...tree(), tree()[0] as CategoryInput], "UNKNOWN_CATEGORY"],
    ["one in another branch", tree((leaf) => (leaf.id === "assets.roof" ? { ...leaf, branch: "events" as const } : leaf)), "UNKNOWN_CATEGORY"],
    ["one without a name", [...tree(), { ...own, zh: " " }], "TEXT_REQUIRED"],
    ["one with a long name", [...tree(), { ...own, zh: "长".repeat(21) }], "TEXT_TOO_LONG"],
    ["two of one name", [...tree(), { ...own, zh: "屋面 " }], "CATEGORY_TWICE"],
    ["a branch switched off", tree((leaf) => ({ ...leaf, off: leaf.branch === "disputes" })), "BRANCH_EMPTY"],
    ["too many", [...tree(), ...Array.from({ length: 79 }, (_, i) => ({ ...own, zh: `第${i}` }))], "LIST_TOO_LONG"],
  ] as const)("with %s are refused", (_, given, code) => expect(codeOf(decideSetCategories(unset, given, facts))).toBe(code));

  it("that are switched off are given to no case any more, and stay on those that have them", () => {
    const { categories: mine } = after(unset, decideSetCategories(unset, tree((leaf) => ({ ...leaf, off: leaf.id === "assets.sewer" })), facts));
    expect(offeredCategories(mine, "DIFFICULTY").map(({ id }) => id)).not.toContain("assets.sewer");
    expect(categoryProblem("assets.sewer", "DIFFICULTY", { categories: mine })).toMatchObject({ code: "CATEGORY_OFF" });
    const c = { ...collectedCase("2024-06-03 10:00").case, category: null };
    const input = { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL", parties: [] } as const;
    expect(decideAccept(c, input, { ...factsAt(li, "2024-06-03 11:00"), categories: mine })).toMatchObject({ code: "CATEGORY_OFF" });
    expect(decideAccept({ ...c, category: "assets.sewer", kind: "DIFFICULTY" }, input, { ...factsAt(li, "2024-06-03 11:00"), categories: mine })).toMatchObject([{ type: "ACCEPTED" }]);
  });

  it("whatever is done to them: every id stays, in its branch, once; every kind has a choice", () => {
    const edits = fc.array(fc.record({ at: fc.nat(30), zh: fc.string({ maxLength: 22 }), off: fc.boolean(), drop: fc.boolean(), branch: fc.constantFrom(...categoryBranches) }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 4 }), (rounds) => {
        let setting = unset;
        for (const round of rounds) {
          const before = setting;
          const given = tree(undefined, before.categories);
          for (const { at, zh, off, drop, branch } of round) {
            if (at >= given.length) given.push({ id: null, branch, zh, en: "", off });
            else if (drop) given.splice(at, 1);
            else given[at] = { ...(given[at] as CategoryInput), zh, off };
          }
          const decision = decideSetCategories(before, given, facts);
          if (isRefusal(decision)) continue;
          setting = after(before, decision);
          const ids = setting.categories.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(before.categories.every(({ id }) => ids.includes(id))).toBe(true);
          for (const kind of caseKinds) expect(offeredCategories(setting.categories, kind).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("templates", () => {
  const one = { id: null, kind: "ANSWER", name: "已报修", body: "已报修。" } as const;
  it.each([
    ["no name", [{ ...one, name: "" }], "TEXT_REQUIRED"], ["no text", [{ ...one, body: " " }], "TEXT_REQUIRED"], ["a long text", [{ ...one, body: "长".repeat(501) }], "TEXT_TOO_LONG"],
    ["two of a name", [one, { ...one, name: "已报修 " }], "TEMPLATE_TWICE"], ["an unknown id", [{ ...one, id: "t9" }], "TEXT_UNKNOWN"], ["a name in two kinds", [one, { ...one, kind: "RESULT" as const }], "TEMPLATES_SET"],
    ["too many", Array.from({ length: 61 }, (_, i) => ({ ...one, name: `第${i}` })), "LIST_TOO_LONG"],
  ] as const)("with %s are judged", (_, given, code) => expect(codeOf(decideSetTemplates(unset, given, facts))).toBe(code));

  it("keep their id and stand by kind", () => {
    const first = after(unset, decideSetTemplates(unset, templateKinds.toReversed().map((kind) => ({ ...one, kind })), facts));
    expect(first.templates.map(({ kind }) => kind)).toEqual(templateKinds);
    const [answer] = first.templates;
    const second = after(first, decideSetTemplates(first, [{ ...one, name: "新的" }, { ...(answer as (typeof first.templates)[number]), body: "改过。" }], facts));
    expect(second.templates.map(({ id, body }) => [id, body])).toEqual([["t61", "已报修。"], [answer?.id, "改过。"]]);
  });
});
