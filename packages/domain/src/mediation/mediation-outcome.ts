import type { Mediation } from "./mediation.ts";
import type { Case } from "../case/case.ts";

/**
 * What `decideResolve` is told of a case's last mediation: OPEN while it runs, null when there is none. A failed one counts
 * for the resolution it was opened for and for no later one: twice without an agreement means two mediations.
 */
export function mediationOutcome(c: Pick<Case, "reopenCount">, last: Pick<Mediation, "state" | "round"> | null): "OPEN" | "REACHED" | "NOT_REACHED" | null {
  if (last === null) return null;
  if (last.state === "OPEN") return "OPEN";
  if (last.state !== "NOT_REACHED") return "REACHED";
  return last.round === c.reopenCount + 1 ? "NOT_REACHED" : null;
}
