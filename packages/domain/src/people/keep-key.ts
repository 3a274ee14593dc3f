import { rightProblem, type PeopleFacts } from "./people-facts.ts";
import { textProblem } from "../case/guards.ts";
import { isLocalDate, plusNaturalDays, type LocalDate } from "../deadline/moment.ts";
import { isAreaCode, type AreaCode } from "../place/area-code.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Longest name of a key, in characters. */
export const keyNameLimit = 60;
/** A key lives two years at most: whoever still needs it rotates it by then. Natural days. */
export const longestKeyDays = 730;
/** What the requests of a key may cost within a minute. */
export const keyBudget = { least: 100, most: 500_000 } as const;
/** How long the earlier secret may go on opening after a rotation, in hours. */
export const longestOverlapHours = 168;

/** What can be said of a key when it is made, and changed later. */
export interface KeyEntry {
  readonly name: string;
  /** The last day on which it opens. */
  readonly expiresOn: LocalDate;
  readonly costPerMinute: number;
}

/** What of a key the rules look at. */
export interface KeyStanding {
  readonly area: AreaCode;
  /** It was revoked, or its last day is over. */
  readonly ended: boolean;
}

function entryProblem({ name, expiresOn, costPerMinute }: KeyEntry, { today }: PeopleFacts): Refusal | null {
  const wrong = textProblem("name", name, keyNameLimit);
  if (wrong) return wrong;
  if (!isLocalDate(expiresOn) || expiresOn <= today || expiresOn > plusNaturalDays(today, longestKeyDays)) return refuse("KEY_EXPIRY", { days: longestKeyDays }, "expiresOn");
  if (!Number.isInteger(costPerMinute) || costPerMinute < keyBudget.least || costPerMinute > keyBudget.most) return refuse("KEY_BUDGET", keyBudget, "costPerMinute");
  return null;
}

/** Why a key cannot be made, or null. */
export function newKeyProblem(entry: KeyEntry & { readonly area: string }, facts: PeopleFacts): Refusal | null {
  if (!isAreaCode(entry.area)) return refuse("UNKNOWN_PLACE", {}, "areaCode");
  return rightProblem("KEEP_INTEGRATIONS", entry.area, facts) ?? entryProblem(entry, facts);
}

/** Why something cannot be done to a key, or null. What has ended is not brought back: a new one is made. */
export function keyProblem({ area, ended }: KeyStanding, facts: PeopleFacts): Refusal | null {
  return rightProblem("KEEP_INTEGRATIONS", area, facts) ?? (ended ? refuse("KEY_ENDED", {}) : null);
}

/** Why a key cannot be amended so, or null. Its area and what it was made for never change: that would be another key. */
export function amendKeyProblem(key: KeyStanding, entry: KeyEntry, facts: PeopleFacts): Refusal | null {
  return keyProblem(key, facts) ?? entryProblem(entry, facts);
}

/** Why a key cannot get a new secret so, or null. Source: rotation with overlap, so that no system stands still. */
export function rotateKeyProblem(key: KeyStanding, { overlapHours }: { readonly overlapHours: number }, facts: PeopleFacts): Refusal | null {
  const no = keyProblem(key, facts);
  if (no) return no;
  return Number.isInteger(overlapHours) && overlapHours >= 0 && overlapHours <= longestOverlapHours ? null : refuse("KEY_OVERLAP", { hours: longestOverlapHours }, "overlapHours");
}
