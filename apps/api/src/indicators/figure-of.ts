import { countOf, freshness, middleOf, shareOf, warmth, wilsonLowerBound, type Figure, type IndicatorKey } from "@bandeng/domain";
import type { Sums } from "./read-sums.ts";

type Part = (sums: Sums) => Figure;

const of = (sums: Sums, name: string): number => sums[name] ?? 0;
const share = (num: string, den: string): Part => (sums) => shareOf(of(sums, num), of(sums, den));
const count = (num: string): Part => (sums) => countOf(of(sums, num));
const middle = (value: string, den: string): Part => (sums) => middleOf(sums[value] ?? null, of(sums, den));
const pair = (sums: Sums, num: string, den: string) => ({ num: of(sums, num), den: of(sums, den) });

const told: Part = share("resolved.told", "resolved.n");
const faceToFace: Part = share("closed.faceToFace", "closed.closed");

const mean: Part = (sums) => {
  const den = of(sums, "bench.met");
  return { num: of(sums, "bench.distance"), den, value: den === 0 ? null : of(sums, "bench.distance") / den };
};

/** How each figure is made of sums. */
const parts: Readonly<Partial<Record<IndicatorKey, Part>>> = {
  NEVER_LEFT_BUILDING: share("closed.level1", "closed.closed"),
  NEVER_LEFT_COMPOUND: share("closed.level2", "closed.closed"),
  NEVER_LEFT_COMMUNITY: share("closed.level3", "closed.closed"),
  RESPONSE: share("accepted.contacted", "accepted.reachable"),
  RESOLUTION: share("resolved.saidResolved", "resolved.answered"),
  SATISFACTION: share("resolved.satisfied", "resolved.answered"),
  CALLBACK_COVERAGE: share("resolved.answered", "resolved.respondents"),
  ON_TIME: share("closed.onTime", "closed.closed"),
  REOPENED: share("resolved.reopened", "resolved.first"),
  RECURRENCE: share("closed.recurred", "closed.closed"),
  DELIBERATED: share("closed.deliberated", "closed.closed"),
  RESIDENT_PROPOSED: share("bench.proposed", "bench.adopted"),
  RESIDENT_OWNED: share("bench.owned", "bench.actions"),
  EXPERT_DAYS_WITH: middle("closed.daysWith", "closed.withExpert"),
  EXPERT_DAYS_WITHOUT: middle("closed.daysWithout", "closed.withoutExpert"),
  MEETING_DISTANCE: mean,
  MEETING_AT_BUILDING: share("bench.atBuilding", "bench.met"),
  TIME_TO_CONVENE: middle("bench.daysToConvene", "bench.convened"),
  FEES_COLLECTED: share("fees.paid", "fees.due"),
  PROJECT_PROGRESS: share("projects.done", "projects.weights"),
  STRUCK_OFF_ON_TIME: share("projects.onTime", "projects.planned"),
  FRESHNESS: (sums) => freshness(pair(sums, "opinions.inTime", "opinions.n"), { sum: of(sums, "standing.fresh"), of: of(sums, "standing.running") }),
  FRESHNESS_RECORDED: share("opinions.inTime", "opinions.n"),
  FRESHNESS_IDLE: share("standing.fresh", "standing.running"),
  WARMTH: (sums) => warmth({ satisfied: pair(sums, "resolved.satisfied", "resolved.answered"), faceToFace: pair(sums, "closed.faceToFace", "closed.closed"), told: pair(sums, "resolved.told", "resolved.n") }),
  WARMTH_SATISFIED: (sums) => ({ ...share("resolved.satisfied", "resolved.answered")(sums), value: wilsonLowerBound(of(sums, "resolved.satisfied"), of(sums, "resolved.answered")) }),
  WARMTH_FACE_TO_FACE: faceToFace,
  WARMTH_TOLD: told,
  COLLECTED: count("collected.n"),
  ACCEPTED: count("accepted.n"),
  CLOSED: count("closed.n"),
  DIFFICULTIES_CLOSED: count("closed.difficulties"),
  DISPUTES_SETTLED: count("closed.settled"),
  DELIVERABLES_ACCEPTED: count("projects.accepted"),
  OPEN: count("standing.n"),
  OVERDUE: count("standing.overdue"),
  MEDIAN_DAYS_BUILDING: middle("closed.daysBUILDING", "closed.ofBUILDING"),
  MEDIAN_DAYS_COMPOUND: middle("closed.daysCOMPOUND", "closed.ofCOMPOUND"),
  MEDIAN_DAYS_COMMUNITY: middle("closed.daysCOMMUNITY", "closed.ofCOMMUNITY"),
  MEDIAN_DAYS_STREET: middle("closed.daysSTREET", "closed.ofSTREET"),
  MEDIAN_DAYS_DISTRICT: middle("closed.daysDISTRICT", "closed.ofDISTRICT"),
};

/** A figure of sums; of none it is that of nothing. */
export function figureOf(key: IndicatorKey, sums: Sums): Figure {
  const figure = (parts[key] as Part)(sums);
  return { ...figure, value: figure.value === null ? null : rounded(figure.value), num: figure.num === null ? null : rounded(figure.num) };
}

/** To twelve digits, so that a figure is the same text in whichever order its cases were added up. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** Keys of which what can still be reopened is a part. */
const ofClosed: ReadonlySet<IndicatorKey> = new Set([
  "NEVER_LEFT_BUILDING", "NEVER_LEFT_COMPOUND", "NEVER_LEFT_COMMUNITY", "ON_TIME", "RECURRENCE", "DELIBERATED", "EXPERT_DAYS_WITH", "EXPERT_DAYS_WITHOUT", "WARMTH", "WARMTH_FACE_TO_FACE", "CLOSED",
  "DIFFICULTIES_CLOSED", "DISPUTES_SETTLED", "MEDIAN_DAYS_BUILDING", "MEDIAN_DAYS_COMPOUND", "MEDIAN_DAYS_COMMUNITY", "MEDIAN_DAYS_STREET", "MEDIAN_DAYS_DISTRICT",
]);

/** Keys that count working days. */
const ofWorkingDays: ReadonlySet<IndicatorKey> = new Set([
  "RESPONSE", "ON_TIME", "EXPERT_DAYS_WITH", "EXPERT_DAYS_WITHOUT", "TIME_TO_CONVENE", "FRESHNESS", "FRESHNESS_IDLE", "WARMTH", "WARMTH_TOLD", "OVERDUE",
  "MEDIAN_DAYS_BUILDING", "MEDIAN_DAYS_COMPOUND", "MEDIAN_DAYS_COMMUNITY", "MEDIAN_DAYS_STREET", "MEDIAN_DAYS_DISTRICT",
]);

/** Whether some of what a figure counts can still be reopened. */
export function isPreliminary(key: IndicatorKey, sums: Sums): boolean {
  return ofClosed.has(key) && of(sums, "closed.preliminary") > 0;
}

/** Whether a figure counts working days, which a year without a calendar leaves uncertain. */
export function countsWorkingDays(key: IndicatorKey): boolean {
  return ofWorkingDays.has(key);
}
