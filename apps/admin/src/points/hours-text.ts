import type { OpeningSpan } from "@bandeng/domain";
import type { Same } from "../words/language.ts";
import type { points } from "../words/zh/points.ts";

type PointsWords = Same<typeof points>;

/** Days of the week in words: 每天, 周一至周五, 周二、周四. */
function daysText(days: readonly number[], w: PointsWords): string {
  const sorted = days.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0] ?? 1, sorted.at(-1) ?? 1];
  const name = (day: number) => w.weekdays[day - 1] ?? "";
  if (sorted.length === 7) return w.everyDay;
  if (sorted.length > 2 && last - first === sorted.length - 1) return w.daysFromTo(name(first), name(last));
  return sorted.map(name).join(w.listJoin);
}

/** One line for each span, and the words that weekly hours cannot say. */
export function hoursLines(hours: readonly OpeningSpan[], hoursWords: string, w: PointsWords): string[] {
  return [...hours.map(({ days, from, to }) => `${daysText(days, w)} ${from}–${to}`), ...(hoursWords === "" ? [] : [hoursWords])];
}
