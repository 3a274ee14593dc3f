import type { FigureFragment } from "../graphql/graphql.ts";
import type { Format } from "../words/format.ts";
import type { dashboard } from "../words/zh/dashboard.ts";
import type { Same } from "../words/language.ts";

type DashboardWords = Same<typeof dashboard>;

/** A figure in words: the value, and what stands behind it. Where there is nothing to count no 0 is told. */
export function figureText({ unit, num, den, value, hidden }: FigureFragment, w: DashboardWords, format: Format): { readonly value: string; readonly basis: string } {
  if (hidden) return { value: w.hidden, basis: "" };
  if (value == null) return { value: "–", basis: w.none };
  const of = den == null ? "" : w.ofN(format.number(den));
  switch (unit) {
    case "SHARE":
      return { value: format.percent(value), basis: num != null && den != null ? w.ofCount(format.number(Math.round(num * 10) / 10), format.number(den)) : of };
    case "DAYS":
      return { value: w.days(format.number(Math.round(value * 10) / 10)), basis: of };
    case "INDEX":
      return { value: value.toFixed(1), basis: of };
    case "LEVELS":
      return { value: w.levels(value.toFixed(1)), basis: of };
    case "COUNT":
      return { value: format.number(value), basis: "" };
  }
}
