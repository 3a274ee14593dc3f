import type { CommunitySetting } from "./community-setting.ts";
import { ifChanged, whyNotConfigure, type SettingDecision } from "./record-setting.ts";
import { isRunning, runningSegment, type Case } from "../case/case.ts";
import type { Facts } from "../case/record.ts";
import { segmentDue } from "../deadline/clock.ts";
import { due } from "../deadline/due.ts";
import type { Instant } from "../deadline/moment.ts";
import { deadlineRuleNames, deadlineRuleProblems, deadlineRulesWith, type DeadlineRuleName, type DeadlineRules } from "../deadline/rules.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** A value for one rule. */
export interface DeadlineRuleValue {
  readonly name: string;
  readonly value: number;
}

/** The rules after some were set anew; a refusal naming those that do not exist or have a value that cannot be used. */
export function rulesAfter(before: DeadlineRules, given: readonly DeadlineRuleValue[]): DeadlineRules | Refusal {
  const names = given.map(({ name }) => name);
  if (names.some((name, i) => !(deadlineRuleNames as readonly string[]).includes(name) || names.indexOf(name) !== i)) return refuse("DEADLINE_UNKNOWN", {}, "rules");
  const rules = deadlineRulesWith(before, given as readonly { readonly name: DeadlineRuleName; readonly value: number }[]);
  const wrong = deadlineRuleProblems(rules);
  return wrong.length > 0 ? refuse("DEADLINES_WRONG", { rules: wrong }, "rules") : rules;
}

/**
 * 设置时限: how long things may take in this community. It holds for what begins from now on: a deadline that was promised
 * stays as it was, for every event carries the days it was given.
 */
export function decideSetDeadlines(before: CommunitySetting, given: readonly DeadlineRuleValue[], facts: Facts): SettingDecision {
  const no = whyNotConfigure(before.communityCode, facts);
  if (no) return no;
  const rules = rulesAfter(before.rules, given);
  return "refused" in rules ? rules : ifChanged({ type: "DEADLINES_SET", at: facts.now, payload: { rules } }, before);
}

/**
 * When a case would be due if what it waits for had begun under these rules; null when nothing of it depends on them. An
 * extension that was granted stays granted, an adopted case follows its milestones.
 */
export function dueUnder(c: Case, rules: DeadlineRules, { calendar }: Pick<Facts, "calendar">): Instant | null {
  if (c.due?.kind === "FIRST_CONTACT") return due(c.collectedAt, rules.firstContactDays, calendar).at;
  if (c.due?.kind === "CALL_BACK" && c.resolvedAt !== null) return due(c.resolvedAt, rules.callBackDays, calendar).at;
  const segment = runningSegment(c);
  if (c.due?.kind !== "LEVEL" || !segment || !(isRunning(c.status) || c.status === "ON_HOLD")) return null;
  return segmentDue({ ...segment, days: rules.resolveDays[segment.level] + segment.extendedBy }, c.holds, calendar).at;
}
