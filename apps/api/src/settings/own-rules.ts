import { defaultDeadlineRules, type DeadlineRules } from "@bandeng/domain";

/** Deadlines as they are stored: what a community has set itself. */
export type OwnRules = Omit<Partial<DeadlineRules>, "resolveDays"> & { readonly resolveDays?: Partial<DeadlineRules["resolveDays"]> };

/** The deadlines of a community: the defaults, with its own. */
export function rulesOf(own: OwnRules): DeadlineRules {
  return { ...defaultDeadlineRules, ...own, resolveDays: { ...defaultDeadlineRules.resolveDays, ...own.resolveDays } };
}
