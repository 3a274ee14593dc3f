import { localDateOf, type Instant } from "../deadline/moment.ts";

/** Words with an “or” before the last. */
export const list = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);
/** As it stands in the middle of a sentence. */
export const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
/** A day and an hour on the wall clock of the communities. */
export const moment = (at: Instant): string => {
  // The wall clock of the communities: UTC+8, as in `localDateOf`.
  const hour = String((Number(at.slice(11, 13)) + 8) % 24).padStart(2, "0");
  return `${localDateOf(at)} ${hour}:${at.slice(14, 16)}`;
};
/** 123456 fen → 1234.56. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);
/** 1 day, 2 days. */
export const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
