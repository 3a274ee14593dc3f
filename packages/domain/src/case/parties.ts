import type { Case, Party } from "./case.ts";

/**
 * The parties of a dispute, as sides A, B, … in the order of naming; null when they are not two or more different ones.
 * `null` in the list is the anonymous reporter, and only if the case has one.
 */
export function partiesOf(c: Pick<Case, "reporters">, named: readonly (string | null)[]): readonly Party[] | null {
  const distinct = [...new Set(named)];
  const anonymous = c.reporters.some((r) => r.personId === null);
  if (distinct.length < 2 || (distinct.includes(null) && !anonymous)) return null;
  return distinct.map((personId, i) => ({ personId, side: String.fromCharCode(65 + i) }));
}
