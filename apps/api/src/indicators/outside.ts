import { areasWith, LEAST_SHOWN, periodAround, periodSteps, smallCells, type CellLine, type IndicatorKey, type Period } from "@bandeng/domain";
import { readSums, type Sums } from "./read-sums.ts";
import { isToldOutside, type IndicatorRequest } from "./request.ts";
import type { Context } from "../http/context.ts";

export interface Cell {
  readonly area: string;
  /** Empty for all, `kind:DISPUTE`, or `category:assets.sewer`. */
  readonly part: string;
}

/** Whether a figure of a key must not be told, for a period and a cell: an area, and of it all, one kind or one category. */
export type HiddenCells = (key: IndicatorKey, period: Period, cell: Cell) => boolean;

const disputes = "closed.n@kind:DISPUTE";

/** What the numbers of a figure count, by the names of sums (`@`: of that kind only). Each of them must be one that may be told. */
const behind: Readonly<Partial<Record<IndicatorKey, readonly string[]>>> = {
  NEVER_LEFT_BUILDING: ["closed.n"], NEVER_LEFT_COMPOUND: ["closed.n"], NEVER_LEFT_COMMUNITY: ["closed.n"], ON_TIME: ["closed.n"], RECURRENCE: ["closed.n"], DELIBERATED: ["closed.n"],
  CLOSED: ["closed.n"], DIFFICULTIES_CLOSED: ["closed.n@kind:DIFFICULTY"], DISPUTES_SETTLED: ["closed.settled", disputes], WARMTH_FACE_TO_FACE: ["closed.n"],
  EXPERT_DAYS_WITH: ["closed.withExpert", "closed.withoutExpert", disputes], EXPERT_DAYS_WITHOUT: ["closed.withExpert", "closed.withoutExpert", disputes],
  MEDIAN_DAYS_BUILDING: ["closed.ofBUILDING"], MEDIAN_DAYS_COMPOUND: ["closed.ofCOMPOUND"], MEDIAN_DAYS_COMMUNITY: ["closed.ofCOMMUNITY"],
  MEDIAN_DAYS_STREET: ["closed.ofSTREET"], MEDIAN_DAYS_DISTRICT: ["closed.ofDISTRICT"],
  RESPONSE: ["accepted.reachable"], ACCEPTED: ["accepted.n"], COLLECTED: ["collected.n"],
  RESOLUTION: ["resolved.answered"], SATISFACTION: ["resolved.answered"], WARMTH_SATISFIED: ["resolved.answered"], CALLBACK_COVERAGE: ["resolved.answered", "resolved.respondents"],
  REOPENED: ["resolved.first"], WARMTH_TOLD: ["resolved.n"], WARMTH: ["resolved.answered", "resolved.n", "closed.n"],
  OPEN: ["standing.n"], OVERDUE: ["standing.overdue"], FRESHNESS_IDLE: ["standing.running"], FRESHNESS_RECORDED: ["opinions.n"], FRESHNESS: ["standing.running", "opinions.n"],
  RESIDENT_PROPOSED: ["bench.adopted"], RESIDENT_OWNED: ["bench.actions"], MEETING_DISTANCE: ["bench.met"], MEETING_AT_BUILDING: ["bench.met"], TIME_TO_CONVENE: ["bench.convened"],
  FEES_COLLECTED: ["fees"],
};

/** Sums of a state are those of a day: they add up over areas and parts, and not over time. */
const isState = (name: string): boolean => name.startsWith("standing.") || name.startsWith("opinions.");
const nameOf = (period: Period): string => `${period.from}/${period.to}`;
const keyOf = (name: string, area: string, period: string, part: string): string => [name, area, period, part].join("|");

/**
 * Everything that somebody outside could ask for in a year: of each sum a cell for every area, period and part, and the lines on which
 * they add up. So the answer to one question fits the answers to all others.
 */
class Cells {
  readonly sizes = new Map<string, number>();
  readonly #lines = new Map<string, Set<string>>();

  /** Adds what one community had, of one kind and category: to its own cell and to every wider one. Each list goes from the widest to the narrowest. */
  add(name: string, n: number, areas: readonly string[], periods: readonly string[], kind: string, category: string): void {
    if (n === 0) return;
    const parts = ["", `kind:${kind}`, `category:${category}`];
    for (const [a, area] of areas.entries()) {
      for (const [p, period] of periods.entries()) {
        for (const part of parts) {
          const here = keyOf(name, area, period, part);
          this.sizes.set(here, (this.sizes.get(here) ?? 0) + n);
          if (a > 0) this.#join("areas", keyOf(name, areas[a - 1] as string, period, part), here);
          if (p > 0) this.#join("time", keyOf(name, area, periods[p - 1] as string, part), here);
        }
        const of = (part: string) => keyOf(name, area, period, part);
        this.#join("kinds", of(""), of(`kind:${kind}`));
        this.#join("categories", of(""), of(`category:${category}`));
        // Categories of disputes are theirs alone: together they are the disputes.
        if (kind === "DISPUTE") this.#join("categories", of("kind:DISPUTE"), of(`category:${category}`));
      }
    }
  }

  #join(direction: string, total: string, part: string): void {
    const line = `${direction} ${total}`;
    const parts = this.#lines.get(line);
    if (parts) parts.add(part);
    else this.#lines.set(line, new Set([part]));
  }

  /** Those that must not be told. */
  hidden(): Set<string> {
    const lines = [...this.#lines].map(([line, parts]): CellLine => ({ total: line.slice(line.indexOf(" ") + 1), parts: [...parts] }));
    const hidden = new Set(smallCells(this.sizes, lines));
    // What is left of the disputes when the settled ones are told must not be small either.
    for (const [key, n] of this.sizes) {
      if (!key.startsWith("closed.settled|")) continue;
      const rest = (this.sizes.get(key.replace("closed.settled|", "closed.disputes|")) ?? 0) - n;
      if (rest > 0 && rest < LEAST_SHOWN) hidden.add(key);
    }
    return hidden;
  }
}

/** The areas around a community from the widest that the viewer reads, down to it. */
const pathOf = (root: string, community: string): string[] => [4, 6, 9, 12].filter((digits) => digits >= root.length).map((digits) => community.slice(0, digits));
/** The year, quarter and month of a month. */
const stepsOf = (month: Period): string[] => periodSteps.toReversed().map((step) => nameOf(periodAround(month.from, step)));

/** The widest area around the one asked for that the viewer reads: from there down he could ask for everything. */
function rootOf(ctx: Context, { areas: [area = ""] }: IndicatorRequest): string {
  return areasWith(ctx.viewer, "READ_CASES").find((own) => area.startsWith(own)) ?? area;
}

const division = { by: "substr(m.area_no::text, 1, 12) || '|' || m.kind || '|' || coalesce(m.category, '')", open: true };

async function cellsOf(ctx: Context, request: IndicatorRequest, keys: readonly IndicatorKey[], year: string, asked: readonly Period[]): Promise<Cells> {
  const root = rootOf(ctx, request);
  const whole: IndicatorRequest = { ...request, areas: [root], kind: null, category: null };
  const named = new Set(keys.flatMap((key) => behind[key] ?? []).map((name) => name.split("@")[0] as string));
  if (named.has("closed.settled")) named.add("closed.disputes");
  const names = [...named];
  const months = Array.from({ length: 12 }, (_, i) => periodAround(`${year}-${String(i + 1).padStart(2, "0")}-01`, "MONTH"));
  const cells = new Cells();
  const add = (rows: readonly ReadonlyMap<string, Sums>[], periodsAt: (i: number) => string[], wanted: readonly string[]) => {
    for (const [i, row] of rows.entries()) {
      for (const [group, sums] of row) {
        const [community = "", kind = "", category = ""] = group.split("|");
        for (const name of wanted) cells.add(name, sums[name] ?? 0, pathOf(root, community), periodsAt(i), kind, category);
      }
    }
  };
  const [flows, states] = [names.filter((name) => !isState(name)), names.filter(isState)];
  if (flows.length > 0) add(await readSums(ctx, whole, keys, months, division), (i) => stepsOf(months[i] as Period), flows);
  if (states.length > 0) add(await readSums(ctx, whole, keys, asked, division), (i) => [nameOf(asked[i] as Period)], states);
  return cells;
}

interface Found {
  readonly shown: readonly string[];
  readonly hidden: ReadonlySet<string>;
}

/** A page asks for several figures of the same year at once: their cells are the same. */
function onceInRequest(ctx: Context, request: IndicatorRequest, keys: readonly IndicatorKey[], year: string, asked: readonly Period[]): Promise<Found> {
  const states = keys.some((key) => (behind[key] ?? []).some(isState)) ? asked.map(nameOf) : [];
  const name = ["cells", rootOf(ctx, request), request.known, year, ...keys, ...states].join(" ");
  const made = ctx.loaders.get(name) as Promise<Found> | undefined;
  if (made) return made;
  const found = cellsOf(ctx, request, keys, year, asked).then((cells) => ({ shown: [...cells.sizes.keys()], hidden: cells.hidden() }));
  ctx.loaders.set(name, found);
  return found;
}

/**
 * What must be hidden of figures for somebody outside the community: small cells, those that would give one away by subtraction over
 * areas, time, kinds or categories, and every combination that is not told outside at all. Within the community nothing.
 */
export async function hiddenOutside(ctx: Context, request: IndicatorRequest, keys: readonly IndicatorKey[], periods: readonly Period[]): Promise<HiddenCells> {
  if (request.view !== "OUTSIDE") return () => false;
  const told = periods.filter((period) => isToldOutside(request, period));
  const [shown, hidden] = [new Set<string>(), new Set<string>()];
  for (const year of new Set(told.map(({ from }) => from.slice(0, 4)))) {
    const found = await onceInRequest(ctx, request, keys, year, told.filter(({ from }) => from.startsWith(year)));
    for (const key of found.shown) shown.add(key);
    for (const key of found.hidden) hidden.add(key);
  }
  return (key, period, { area, part }) => {
    const names = behind[key];
    // Projects are publicised, with all their numbers.
    if (names === undefined) return false;
    if (!isToldOutside(request, period)) return true;
    return names.some((name) => {
      const [sum = "", of] = name.split("@");
      // Of another kind, or of one category, there is no such cell.
      if (of !== undefined && part !== "" && part !== of) return true;
      const cell = keyOf(sum, area, nameOf(period), of ?? part);
      return !shown.has(cell) || hidden.has(cell);
    });
  };
}
