import { respondentsOf, type Case } from "./case.ts";
import type { Viewer } from "../people/roles.ts";

/** Whether a key (`person:<id>`, `opinion:<id>`) is one of the case's reporters, merged ones included. */
export function isReporter(c: Pick<Case, "reporters" | "parties" | "payers">, key: string): boolean {
  return respondentsOf(c).some((r) => r.key === key && r.as === "REPORTER");
}

/** Whether somebody may speak for a respondent: an official for everybody, who shows a slip code for himself only. */
export function speaksFor(viewer: Viewer, key: string): boolean {
  return viewer.slip === undefined || viewer.slip.respondent === key;
}
