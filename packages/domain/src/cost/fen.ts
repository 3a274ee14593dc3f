import { refuse, type Refusal } from "../refusal.ts";

/** The highest amount of one entry, in fen: a thousand million yuan. Sums of all entries of a plan stay safe integers. */
export const fenLimit = 100_000_000_000;

/** Refuses what is no amount: an integer of fen, at least `least`, at most {@link fenLimit}. */
export function fenProblem(fen: number, path: string, least = 1): Refusal | null {
  return Number.isSafeInteger(fen) && fen >= least && fen <= fenLimit ? null : refuse("FEN_INVALID", { limit: fenLimit }, path);
}

/** The sum of amounts, in fen. */
export function sumFen(entries: readonly { readonly fen: number }[]): number {
  return entries.reduce((sum, { fen }) => sum + fen, 0);
}
