import { localDateOf, type Instant, type LocalDate } from "../deadline/moment.ts";

/** Words with an “or” before the last. */
export const list = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join("、")}或${words.at(-1)}`);
/** The same, each in quotation marks. */
export const quoted = (words: readonly string[]): string => list(words.map((word) => `“${word}”`));
/** 6月3日. */
export const day = (date: LocalDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
/** A day and an hour on the wall clock of the communities. */
export const moment = (at: Instant): string => {
  // The wall clock of the communities: UTC+8, as in `localDateOf`.
  const hour = String((Number(at.slice(11, 13)) + 8) % 24).padStart(2, "0");
  return `${day(localDateOf(at))}${hour}:${at.slice(14, 16)}`;
};
/** 123456 fen → 1234.56. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);
