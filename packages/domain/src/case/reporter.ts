import { respondentsOf, type Case } from "./case.ts";

/** Whether a key (`person:<id>`, `opinion:<id>`) is one of the case's reporters, merged ones included. */
export function isReporter(c: Pick<Case, "reporters" | "parties">, key: string): boolean {
  return respondentsOf(c).some((r) => r.key === key && r.as === "REPORTER");
}
