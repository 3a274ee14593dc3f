import type { Instant } from "../deadline/moment.ts";

/**
 * 施工单位: who can be asked for a quote. Name, licence and phone lie in its row and not here: a sole trader's name is a
 * person's.
 */
export interface Contractor {
  readonly id: string;
  readonly version: number;
  /** The community whose register it is. */
  readonly area: string;
  /** Asked for quotes. */
  readonly active: boolean;
  /** Plans it was rated for, each once. */
  readonly ratings: readonly { readonly costPlanId: string; readonly stars: number; readonly by: string; readonly at: Instant }[];
}

/** What is written down about a contractor; kept beside the log. */
export interface ContractorEntry {
  readonly name: string;
  /** Business licence or qualification, as it is printed. */
  readonly licence: string;
  readonly phone: string | null;
}
