import { middleOf, shareOf, type Figure } from "./indicator.ts";
import { LEAST_SHOWN } from "../expert/effect.ts";

/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959_963_984_540_054;

/**
 * Lower end of Wilson's 95 % interval of a share: 17 of 18 give 0.742, one of one 0.21, thirty of thirty 0.89. So a community
 * that asks nobody cannot look perfect. Null of nothing.
 */
export function wilsonLowerBound(num: number, den: number): number | null {
  if (den === 0) return null;
  // Exactly 0: what the root leaves of it is an error of rounding.
  if (num === 0) return 0;
  const p = num / den;
  const z2 = Z * Z;
  const bound = (p + z2 / (2 * den) - Z * Math.sqrt((p * (1 - p) + z2 / (4 * den)) / den)) / (1 + z2 / den);
  return bound;
}

/** How fresh a running case is: 1 on the day of its last human event, 0 once the days of its level have passed without one. */
export function freshnessOfCase(idleDays: number, limitDays: number): number {
  return Math.max(0, 1 - idleDays / limitDays);
}

/**
 * 鲜度 F = 100·(½A + ½B). A: opinions recorded within 24 hours of all of the last 30 days; B: mean freshness of the running cases,
 * given as its sum and how many. A half of nothing is dropped; both of nothing give null.
 */
export function freshness(a: { readonly num: number; readonly den: number }, b: { readonly sum: number; readonly of: number }): Figure {
  const halves = [shareOf(a.num, a.den).value, shareOf(b.sum, b.of).value].filter((half) => half !== null);
  const value = halves.length === 0 ? null : (100 * halves.reduce((sum, half) => sum + half, 0)) / halves.length;
  return middleOf(value, a.den + b.of);
}

export interface WarmthParts {
  /** SATISFIED and BASIC of the answers. */
  readonly satisfied: { readonly num: number; readonly den: number };
  /** Closed cases with a face-to-face contact. */
  readonly faceToFace: { readonly num: number; readonly den: number };
  /** Resolutions of which the reporter was told within a working day. */
  readonly told: { readonly num: number; readonly den: number };
}

/** 温度 W = 100·(0.5·L + 0.3·V + 0.2·T), L the lower Wilson bound of satisfaction; only where at least five have answered, and V and T are of something. */
export function warmth({ satisfied, faceToFace, told }: WarmthParts): Figure {
  const [l, v, t] = [wilsonLowerBound(satisfied.num, satisfied.den), shareOf(faceToFace.num, faceToFace.den).value, shareOf(told.num, told.den).value];
  const shown = satisfied.den >= LEAST_SHOWN && l !== null && v !== null && t !== null;
  return { num: null, den: satisfied.den, value: shown ? 100 * (0.5 * l + 0.3 * v + 0.2 * t) : null };
}
