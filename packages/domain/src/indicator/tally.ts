import { countOf, middleOf, shareOf, type Figure, type IndicatorKey } from "./indicator.ts";
import type { CaseMeasure } from "./measure.ts";
import { medianOf } from "../expert/effect.ts";
import { workingDaysIn, type Calendar } from "../deadline/calendar.ts";
import { due } from "../deadline/due.ts";
import { localDateOf, type Instant, type LocalDate } from "../deadline/moment.ts";

/** Days from the first to the last, both counted. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Which measures stand behind a figure, and which of them are its `num`. */
interface Definition {
  /** The moment by whose day a measure belongs to a period; null where it does not count. */
  readonly on: (m: CaseMeasure) => Instant | null;
  readonly den: (m: CaseMeasure) => number;
  readonly num: (m: CaseMeasure, calendar: Calendar) => number;
}

const one = (): number => 1;
const when = (yes: boolean): number => (yes ? 1 : 0);
/** C(P): closed in the period and not reopened; a case that was reopened has no closing in its earlier rounds. */
const closed = (num: (m: CaseMeasure) => boolean): Definition => ({ on: (m) => m.closedAt, den: one, num: (m) => when(num(m)) });
const answers = (num: (m: CaseMeasure) => number): Definition => ({ on: (m) => m.resolvedAt, den: (m) => m.answered, num });
const toldInTime = (m: CaseMeasure, calendar: Calendar): boolean => m.resolvedAt !== null && m.toldAt !== null && m.toldAt <= due(m.resolvedAt, 1, calendar).at;

/** The shares that cases alone decide. The API counts the same in SQL; a test holds the two equal. */
const shares: Partial<Record<IndicatorKey, Definition>> = {
  NEVER_LEFT_BUILDING: closed((m) => m.maxLevel <= 1),
  NEVER_LEFT_COMPOUND: closed((m) => m.maxLevel <= 2),
  NEVER_LEFT_COMMUNITY: closed((m) => m.maxLevel <= 3),
  ON_TIME: closed((m) => m.onTime),
  WARMTH_FACE_TO_FACE: closed((m) => m.faceToFace),
  RESPONSE: { on: (m) => (m.contacted === null ? null : m.acceptedAt), den: one, num: (m) => when(m.contacted === true) },
  RESOLUTION: answers((m) => m.saidResolved),
  SATISFACTION: answers((m) => m.satisfied + m.basic),
  CALLBACK_COVERAGE: { on: (m) => m.resolvedAt, den: (m) => m.respondents, num: (m) => m.answered },
  // A case counts once, in the period of its first resolution.
  REOPENED: { on: (m) => (m.round === 1 ? m.resolvedAt : null), den: one, num: (m) => when(m.reopened) },
  WARMTH_TOLD: { on: (m) => m.resolvedAt, den: one, num: (m, calendar) => when(toldInTime(m, calendar)) },
};

const counts: Partial<Record<IndicatorKey, (m: CaseMeasure) => Instant | null>> = {
  COLLECTED: (m) => m.collectedAt,
  ACCEPTED: (m) => (m.round === 1 ? m.acceptedAt : null),
  CLOSED: (m) => m.closedAt,
  DIFFICULTIES_CLOSED: (m) => (m.kind === "DIFFICULTY" ? m.closedAt : null),
  DISPUTES_SETTLED: (m) => (m.settled ? m.closedAt : null),
};

const medianLevels: Partial<Record<IndicatorKey, (m: CaseMeasure) => boolean>> = {
  MEDIAN_DAYS_BUILDING: (m) => m.maxLevel === 1,
  MEDIAN_DAYS_COMPOUND: (m) => m.maxLevel === 2,
  MEDIAN_DAYS_COMMUNITY: (m) => m.maxLevel === 3,
  MEDIAN_DAYS_STREET: (m) => m.maxLevel === 4,
  MEDIAN_DAYS_DISTRICT: (m) => m.maxLevel === 5,
  EXPERT_DAYS_WITH: (m) => m.kind === "DISPUTE" && m.withExpert,
  EXPERT_DAYS_WITHOUT: (m) => m.kind === "DISPUTE" && !m.withExpert,
};

const isIn = (at: Instant | null, { from, to }: Period): boolean => at !== null && localDateOf(at) >= from && localDateOf(at) <= to;

/**
 * An indicator of some measures in a period, for those that cases alone decide.
 * @returns null for a key that looks at something else too (meetings, projects, money, opinions, or the state of a day)
 */
export function figureOfMeasures(key: IndicatorKey, measures: readonly CaseMeasure[], period: Period, calendar: Calendar): Figure | null {
  const share = shares[key];
  if (share) {
    const counted = measures.filter((m) => isIn(share.on(m), period));
    return shareOf(counted.reduce((sum, m) => sum + share.num(m, calendar), 0), counted.reduce((sum, m) => sum + share.den(m), 0));
  }
  const on = counts[key];
  if (on) return countOf(measures.filter((m) => isIn(on(m), period)).length);
  const of = medianLevels[key];
  if (!of) return null;
  const days = measures.filter((m) => m.acceptedAt !== null && of(m) && isIn(m.closedAt, period)).map((m) => workingDaysIn(calendar, localDateOf(m.acceptedAt as Instant), localDateOf(m.closedAt as Instant)));
  return middleOf(medianOf(days), days.length);
}
