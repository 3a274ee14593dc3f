import type { IndicatorKey } from "@bandeng/domain";
import type { FigurePart } from "./indicator-type.ts";
import type { MeasureStatement } from "./measure-sql.ts";

type Moment = "closed_at" | "accepted_at" | "collected_at" | "resolved_at";

/** Which measures stand behind a figure: by which moment, and which of them above the line. */
interface Behind {
  readonly at: Moment;
  readonly den?: string;
  readonly num?: string | ((s: MeasureStatement) => string);
  /** What is counted is shown on a masked card too. */
  readonly open?: true;
}

const medianOf = (level: number): Behind => ({ at: "closed_at", den: `m.max_level = ${level} and m.accepted_at is not null` });
const answered = "m.answered > 0";

const behind: Readonly<Partial<Record<IndicatorKey, Behind>>> = {
  NEVER_LEFT_BUILDING: { at: "closed_at", num: "m.max_level <= 1" },
  NEVER_LEFT_COMPOUND: { at: "closed_at", num: "m.max_level <= 2" },
  NEVER_LEFT_COMMUNITY: { at: "closed_at", num: "m.max_level <= 3" },
  RESPONSE: { at: "accepted_at", den: "m.contacted is not null", num: "m.contacted" },
  RESOLUTION: { at: "resolved_at", den: answered, num: "m.said_resolved > 0" },
  SATISFACTION: { at: "resolved_at", den: answered, num: "m.satisfied + m.basic > 0" },
  WARMTH_SATISFIED: { at: "resolved_at", den: answered, num: "m.satisfied + m.basic > 0" },
  CALLBACK_COVERAGE: { at: "resolved_at", den: "m.respondents > 0", num: answered },
  ON_TIME: { at: "closed_at", num: "m.on_time" },
  REOPENED: { at: "resolved_at", den: "m.round = 1", num: "m.reopened" },
  RECURRENCE: {
    at: "closed_at",
    num: (s) => `exists (select from case_measure r where r.building_id = m.building_id and r.category = m.category and r.case_id <> m.case_id and r.collected_at > m.closed_at
      and (r.collected_at at time zone 'Asia/Shanghai')::date <= (m.closed_at at time zone 'Asia/Shanghai')::date + 90 and ${s.known("r")})`,
  },
  DELIBERATED: { at: "closed_at", num: (s) => `exists (select from bench_fact b where b.case_id = m.case_id and b.kind = 'RESOLVED' and ${s.recorded("b.recorded_at")})` },
  EXPERT_DAYS_WITH: { at: "closed_at", den: "m.kind = 'DISPUTE' and m.with_expert and m.accepted_at is not null" },
  EXPERT_DAYS_WITHOUT: { at: "closed_at", den: "m.kind = 'DISPUTE' and not m.with_expert and m.accepted_at is not null" },
  WARMTH_FACE_TO_FACE: { at: "closed_at", num: "m.face_to_face" },
  WARMTH_TOLD: { at: "resolved_at", num: (s) => s.toldInTime("m.resolved_at", "m.told_at") },
  COLLECTED: { at: "collected_at", open: true },
  ACCEPTED: { at: "accepted_at", den: "m.round = 1", open: true },
  CLOSED: { at: "closed_at", open: true },
  DIFFICULTIES_CLOSED: { at: "closed_at", den: "m.kind = 'DIFFICULTY'", open: true },
  DISPUTES_SETTLED: { at: "closed_at", den: "m.settled" },
  MEDIAN_DAYS_BUILDING: medianOf(1),
  MEDIAN_DAYS_COMPOUND: medianOf(2),
  MEDIAN_DAYS_COMMUNITY: medianOf(3),
  MEDIAN_DAYS_STREET: medianOf(4),
  MEDIAN_DAYS_DISTRICT: medianOf(5),
};

const standing: Readonly<Partial<Record<IndicatorKey, { readonly den: string; readonly open?: true }>>> = {
  OPEN: { den: "true", open: true },
  OVERDUE: { den: "m.due_at < p.moment", open: true },
  FRESHNESS_IDLE: { den: "m.status <= 4" },
  FRESHNESS: { den: "m.status <= 4" },
};

const benches: Readonly<Partial<Record<IndicatorKey, { readonly den: string; readonly num: string }>>> = {
  RESIDENT_PROPOSED: { den: "b.kind = 'RESOLVED'", num: "b.by_resident" },
  RESIDENT_OWNED: { den: "b.kind = 'ACTION'", num: "b.by_resident" },
  MEETING_DISTANCE: { den: "b.kind = 'MET'", num: "true" },
  MEETING_AT_BUILDING: { den: "b.kind = 'MET'", num: "b.place_level = 1" },
  TIME_TO_CONVENE: { den: "b.kind = 'MET' and m.accepted_at is not null and not exists (select from bench_fact e where e.case_id = b.case_id and e.kind = 'MET' and e.at < b.at)", num: "true" },
};

/**
 * A statement that gives `id` and `at` of the cases behind a figure, each once; under a frame of one period.
 * @returns null for a figure that no cases stand behind one by one
 */
export function caseIdsSql(s: MeasureStatement, key: IndicatorKey, part: FigurePart): string | null {
  const isNum = part === "NUM";
  const of = behind[key];
  if (of) {
    // Bound only where it is said: PostgreSQL refuses a value that no condition mentions.
    const num = !isNum || of.num === undefined ? "true" : typeof of.num === "function" ? of.num(s) : of.num;
    const whole = of.open ? "true" : s.whole();
    return `select m.case_id as id, max(m.${of.at}) as at from k cross join p join case_measure m on m.community_no = k.no and m.${of.at} >= p.since and m.${of.at} < p.until and ${s.known()}
      ${of.at === "accepted_at" ? "and m.round = 1" : ""} where ${whole} and ${of.den ?? "true"} and ${num} and ${s.counts(false)} group by m.case_id`;
  }
  const state = standing[key];
  if (state) {
    return `select m.case_id as id, max(m.human_at) as at from k cross join p join case_measure m on m.community_no = k.no and m.status <= 6 and ${s.known("m", "p.known")}
      where ${state.open ? "true" : s.whole()} and ${state.den} and ${s.counts(false)} group by m.case_id`;
  }
  const bench = benches[key];
  if (!bench) return null;
  return `select m.case_id as id, max(b.at) as at from p join bench_fact b on b.at >= p.since and b.at < p.until and ${s.recorded("b.recorded_at")}
    join case_measure m on m.case_id = b.case_id and m.round = 1 and ${s.known()}
    where m.community_no in (select no from k) and ${s.whole()} and ${bench.den} and ${isNum ? bench.num : "true"} and ${s.counts(false)} group by m.case_id`;
}
