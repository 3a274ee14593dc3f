import { epochMillisecondsOf, type Instant } from "@bandeng/domain";

/** Numbers that look random and are the same on every machine: what the demo is invented with. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** An integer from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** One of the list. */
  of<T>(list: readonly T[]): T;
}

/** Dice of their own for each topic, so that one more text does not move all houses. */
export function diceFor(topic: string): Dice {
  let state = hash(topic);
  // mulberry32: 32 bits of state are plenty for a few thousand throws.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const of = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(next() * list.length)];
    if (one === undefined) throw new RangeError("An empty list has no element");
    return one;
  };
  return { next, between, of };
}

/** FNV-1a. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Makes ids of the shape of UUIDv7 that are the same on every run and sort in the order in which they were made. */
export type IdMaker = (at: Instant) => string;

/** A maker of ids. Two makers with different names never make the same id, and one makes sixteen million before it repeats. */
export function idMaker(name: string): IdMaker {
  const owner = hash(name).toString(16).padStart(8, "0");
  let count = -1;
  return (at) => {
    count += 1;
    const time = epochMillisecondsOf(at).toString(16).padStart(12, "0");
    // The count stands where UUIDv7 has its random bits: within one millisecond, too, ids sort as they were made.
    const high = ((count >> 12) & 0xfff).toString(16).padStart(3, "0");
    const low = (count & 0xfff).toString(16).padStart(3, "0");
    const tail = (Math.imul(count + 1, 0x9e3779b1) >>> 16).toString(16).padStart(4, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-8${low}-${owner}${tail}`;
  };
}
