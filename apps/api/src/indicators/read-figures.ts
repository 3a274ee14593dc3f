import { hiddenFigure, indicatorsEn, indicatorsZh, unitOf, type IndicatorKey, type Period } from "@bandeng/domain";
import { countsWorkingDays, figureOf, isPreliminary } from "./figure-of.ts";
import type { Indicator } from "./indicator-type.ts";
import { MeasureStatement } from "./measure-sql.ts";
import { readMoneyAndProjects } from "./read-projects.ts";
import { readSums, summedKeys, type Sums } from "./read-sums.ts";
import type { IndicatorRequest } from "./request.ts";
import { hiddenOutside } from "./outside.ts";
import type { Context } from "../http/context.ts";

/** Figures of some sums, in the order of the keys. */
export function indicatorsOf(ctx: Pick<Context, "language">, request: IndicatorRequest, keys: readonly IndicatorKey[], period: Period, sums: Sums, hidden: (key: IndicatorKey) => boolean): Indicator[] {
  const provisional = MeasureStatement.isProvisional(request, period);
  const definitions = ctx.language === "en" ? indicatorsEn : indicatorsZh;
  return keys.map((key) => {
    const isHidden = hidden(key);
    const figure = isHidden ? hiddenFigure : figureOf(key, sums);
    return { key, unit: unitOf(key), ...figure, provisional: provisional && countsWorkingDays(key), preliminary: !isHidden && isPreliminary(key, sums), hidden: isHidden, definition: definitions[key] };
  });
}

/** Sums of everything: cases, opinions and benches in one statement, projects and money in another where they are asked for. */
async function readAllSums(ctx: Context, request: IndicatorRequest, keys: readonly IndicatorKey[], periods: readonly Period[]): Promise<Sums[]> {
  const [sums, others] = await Promise.all([readSums(ctx, request, keys, periods), readMoneyAndProjects(ctx, request, keys.filter((key) => !summedKeys.has(key)), periods)]);
  return periods.map((_, i) => ({ ...sums[i]?.get(""), ...others[i] }));
}

/** Figures of periods, in the order of the keys; what must not be told is hidden. */
export async function readFigures(ctx: Context, request: IndicatorRequest, keys: readonly IndicatorKey[], periods: readonly Period[]): Promise<Indicator[][]> {
  const sums = await readAllSums(ctx, request, keys, periods);
  const hidden = await hiddenOutside(ctx, request, keys, periods);
  return periods.map((period, i) => indicatorsOf(ctx, request, keys, period, sums[i] ?? {}, (key) => hidden(key, period, cellOf(request))));
}

/** Which cell of its area and period a request looks at: all of it, or one kind or category. */
export function cellOf({ kind, category, areas }: IndicatorRequest): { readonly area: string; readonly part: string } {
  return { area: areas[0] ?? "", part: kind !== null ? `kind:${kind}` : category !== null ? `category:${category}` : "" };
}
