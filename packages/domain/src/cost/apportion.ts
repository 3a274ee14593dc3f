/**
 * Shares an amount out by weights: the largest remainder, in exact integers. Each gets the whole fen of its part; what is
 * left goes, one fen each, to the largest remainders, of equal ones to the first in the order given (the household order,
 * `compareHouseholds`). The sum of the shares is the amount, always.
 * @param amountFen integer fen, at least 0
 * @param weights integers, at least 0: floor areas in cm², 1 for each household, or what each has paid in fen
 * @returns fen, one for each weight, in their order
 * @throws RangeError for what is no such integer, and for weights that are all 0 when there is something to share
 */
export function apportion(amountFen: number, weights: readonly number[]): readonly number[] {
  if (![amountFen, ...weights].every((n) => Number.isSafeInteger(n) && n >= 0)) throw new RangeError("Amount and weights are integers from 0 on");
  const amount = BigInt(amountFen);
  const parts = weights.map(BigInt);
  const all = parts.reduce((sum, part) => sum + part, 0n);
  if (all === 0n) {
    if (amount === 0n) return parts.map(() => 0);
    throw new RangeError("Nobody to share it out to");
  }
  const whole = parts.map((part) => (amount * part) / all);
  const left = Number(amount - whole.reduce((sum, part) => sum + part, 0n));
  const byRemainder = parts.map((part, index) => ({ index, rest: (amount * part) % all })).toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const one = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return whole.map((part, index) => Number(part) + (one.has(index) ? 1 : 0));
}
