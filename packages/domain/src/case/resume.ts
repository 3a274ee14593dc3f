import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";

/** 恢复: the case goes on where it was. The due moment keeps the working days it really waited. */
export function decideResume(c: Case, facts: Facts): Decision {
  return whyNot("resume", c, facts.viewer) ?? [{ type: "RESUMED", at: facts.at, payload: { cause: "HAND" } }];
}
