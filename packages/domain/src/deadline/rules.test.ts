import { describe, expect, it } from "vitest";
import { deadlineRuleProblems, defaultDeadlineRules } from "./rules.ts";

describe("the rules of deadlines", () => {
  it("can be used as they ship", () => {
    expect(deadlineRuleProblems(defaultDeadlineRules)).toEqual([]);
  });

  it("give more time to higher levels", () => {
    expect(Object.values(defaultDeadlineRules.resolveDays)).toEqual([3, 5, 10, 10, 15]);
  });

  it("name what cannot be used", () => {
    expect(
      deadlineRuleProblems({
        ...defaultDeadlineRules,
        callBackDays: 0,
        mediationMonths: 1.5,
        confirmationNaturalDays: 31 as 30,
        resolveDays: { ...defaultDeadlineRules.resolveDays, STREET: 400 },
      }),
    ).toEqual(["callBackDays", "mediationMonths", "confirmationNaturalDays", "resolveDays.STREET"]);
  });
});
