import { dayNumberOf, localDateOf, type Instant, type LocalDate } from "../deadline/moment.ts";
import type { AreaCode } from "../place/area-code.ts";

/** What somebody in the talent pool (人才库) can be called for. */
export const expertSkills = ["LAW", "URBAN_MGMT", "POLICE", "MUNICIPAL", "MEDIATION", "ENGINEERING", "MEDICAL"] as const;
export type ExpertSkill = (typeof expertSkills)[number];

/** How somebody in the pool is tied to somebody else, so that he is not called to that person's matters. */
export const tieKinds = ["KIN", "INTEREST"] as const;
export type TieKind = (typeof tieKinds)[number];

/** After so many natural days without a word an expert is asked first whether he still stands ready. */
export const CONFIRMATION_VALID_DAYS = 365;

/** Somebody who can be called to a case: a lawyer, an urban manager, police, a municipal engineer. What folding his events gives. */
export interface Expert {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  /** A community or a district: whoever works there may call him. */
  readonly area: AreaCode;
  /** Where he works. */
  readonly org: string;
  readonly skills: readonly ExpertSkill[];
  /** Whether he can come at present. */
  readonly available: boolean;
  /** When he last said that he stands ready. */
  readonly confirmedAt: Instant;
  readonly withdrawnAt: Instant | null;
}

/** Somebody an expert is tied to. Kept in rows of their own, so that erasing a person ends the tie. */
export interface ExpertTie {
  readonly personId: string;
  readonly kind: TieKind;
}

/** Whether the last confirmation is at most 365 days old, counted in local dates. */
export function isConfirmed(expert: Pick<Expert, "confirmedAt">, today: LocalDate): boolean {
  return dayNumberOf(today) - dayNumberOf(localDateOf(expert.confirmedAt)) <= CONFIRMATION_VALID_DAYS;
}
