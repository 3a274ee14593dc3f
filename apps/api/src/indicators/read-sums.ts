import { indicatorKeys, type IndicatorKey, type Period } from "@bandeng/domain";
import type { Context } from "../http/context.ts";
import { MeasureStatement } from "./measure-sql.ts";
import type { IndicatorRequest } from "./request.ts";

/** Sums by name: of one period and one row of a table. */
export type Sums = Readonly<Record<string, number | null>>;

/** What the sums of a key are taken from. */
export type SumSource = "closed" | "accepted" | "collected" | "resolved" | "standing" | "opinions" | "bench";

const sources: Readonly<Record<SumSource, readonly IndicatorKey[]>> = {
  closed: [
    "NEVER_LEFT_BUILDING", "NEVER_LEFT_COMPOUND", "NEVER_LEFT_COMMUNITY", "ON_TIME", "RECURRENCE", "DELIBERATED", "EXPERT_DAYS_WITH", "EXPERT_DAYS_WITHOUT", "WARMTH", "WARMTH_FACE_TO_FACE",
    "CLOSED", "DIFFICULTIES_CLOSED", "DISPUTES_SETTLED", "MEDIAN_DAYS_BUILDING", "MEDIAN_DAYS_COMPOUND", "MEDIAN_DAYS_COMMUNITY", "MEDIAN_DAYS_STREET", "MEDIAN_DAYS_DISTRICT",
  ],
  accepted: ["RESPONSE", "ACCEPTED"],
  collected: ["COLLECTED"],
  resolved: ["RESOLUTION", "SATISFACTION", "CALLBACK_COVERAGE", "REOPENED", "WARMTH", "WARMTH_SATISFIED", "WARMTH_TOLD"],
  standing: ["OPEN", "OVERDUE", "FRESHNESS", "FRESHNESS_IDLE"],
  opinions: ["FRESHNESS", "FRESHNESS_RECORDED"],
  bench: ["RESIDENT_PROPOSED", "RESIDENT_OWNED", "MEETING_DISTANCE", "MEETING_AT_BUILDING", "TIME_TO_CONVENE"],
};

/** Keys that cases, opinions and benches decide; the rest are of projects and money. */
export const summedKeys: ReadonlySet<IndicatorKey> = new Set(indicatorKeys.filter((key) => Object.values(sources).some((keys) => keys.includes(key))));

/** How a table is divided: an expression on a measure `m`. */
export interface Division {
  readonly by: string;
  /** Whether a masked card shows what it is divided by. */
  readonly open: boolean;
}

/** The condition on each source, beside areas and filters, and the moment it goes by. */
const moments = { closed: "m.closed_at", accepted: "m.accepted_at", collected: "m.collected_at", resolved: "m.resolved_at" } as const;
const also: Partial<Record<SumSource, string>> = { accepted: "and m.round = 1" };

const medians = { BUILDING: 1, COMPOUND: 2, COMMUNITY: 3, STREET: 4, DISTRICT: 5 } as const;

/** What a source sums up, by name. Only what the keys ask for is worth its time: medians sort, recurrence looks things up. */
function sumsOf(source: SumSource, s: MeasureStatement, request: IndicatorRequest, keys: ReadonlySet<IndicatorKey>): Record<string, string> {
  const { q } = s;
  const whole = s.whole();
  const count = (condition: string) => `count(*) filter (where ${whole} and ${condition})`;
  const total = (column: string) => `coalesce(sum(${column}) filter (where ${whole}), 0)`;
  switch (source) {
    case "closed": {
      const median = (condition: string) => `percentile_cont(0.5) within group (order by ${s.workingDays("m.accepted_at", "m.closed_at")}) filter (where ${whole} and m.accepted_at is not null and ${condition})`;
      const levels = Object.entries(medians).filter(([level]) => keys.has(`MEDIAN_DAYS_${level}` as IndicatorKey));
      return {
        n: "count(*)", closed: count("true"), preliminary: `count(*) filter (where m.closed_at >= ${q.bind(`${MeasureStatement.firstPreliminary(request)}T00:00:00+08:00`, "timestamptz")})`,
        level1: count("m.max_level <= 1"), level2: count("m.max_level <= 2"), level3: count("m.max_level <= 3"), onTime: count("m.on_time"), faceToFace: count("m.face_to_face"),
        difficulties: "count(*) filter (where m.kind = 'DIFFICULTY')", disputes: "count(*) filter (where m.kind = 'DISPUTE')", settled: count("m.settled"),
        ...(keys.has("DELIBERATED") && { deliberated: count(`exists (select from bench_fact b where b.case_id = m.case_id and b.kind = 'RESOLVED' and ${s.recorded("b.recorded_at")})`) }),
        ...(keys.has("RECURRENCE") && {
          recurred: count(`exists (select from case_measure r where r.building_id = m.building_id and r.category = m.category and r.case_id <> m.case_id and r.collected_at > m.closed_at
            and r.collected_at <= m.closed_at + interval '91 days' and (r.collected_at at time zone 'Asia/Shanghai')::date <= (m.closed_at at time zone 'Asia/Shanghai')::date + 90 and ${s.known("r")})`),
        }),
        ...((keys.has("EXPERT_DAYS_WITH") || keys.has("EXPERT_DAYS_WITHOUT")) && {
          withExpert: count("m.kind = 'DISPUTE' and m.with_expert and m.accepted_at is not null"), withoutExpert: count("m.kind = 'DISPUTE' and not m.with_expert and m.accepted_at is not null"),
          daysWith: median("m.kind = 'DISPUTE' and m.with_expert"), daysWithout: median("m.kind = 'DISPUTE' and not m.with_expert"),
        }),
        ...Object.fromEntries(levels.flatMap(([level, rank]) => [[`of${level}`, count(`m.max_level = ${rank} and m.accepted_at is not null`)], [`days${level}`, median(`m.max_level = ${rank}`)]])),
      };
    }
    case "accepted":
      return { n: "count(*)", reachable: count("m.contacted is not null"), contacted: count("m.contacted") };
    case "collected":
      return { n: "count(*)" };
    case "resolved":
      return {
        n: count("true"), first: count("m.round = 1"), reopened: count("m.round = 1 and m.reopened"), respondents: total("m.respondents"), answered: total("m.answered"),
        saidResolved: total("m.said_resolved"), satisfied: total("m.satisfied + m.basic"), told: count(s.toldInTime("m.resolved_at", "m.told_at")),
      };
    default:
      return {};
  }
}

/** One source as a statement that gives `i`, `g`, its name, and its sums as JSON. */
function statementOf(source: SumSource, s: MeasureStatement, request: IndicatorRequest, keys: ReadonlySet<IndicatorKey>, division: Division | null): string {
  const by = division?.by ?? "''";
  const filter = s.counts(division !== null && !division.open);
  const as = (sums: Record<string, string>) => `json_build_object(${Object.entries(sums).map(([name, sql]) => `'${name}', ${sql}`).join(", ")})`;
  if (source === "standing") {
    const running = `${s.whole()} and m.status <= 4`;
    const met = "coalesce((select max(b.at) from bench_fact b where b.case_id = m.case_id and b.kind = 'MET' and b.at <= p.moment), m.human_at)";
    const fresh = () => `sum(greatest(0, 1 - ${s.workingDays(`greatest(m.human_at, ${met})`, "p.moment")}::numeric / m.limit_days)) filter (where ${running})`;
    const sums = {
      n: "count(*)", overdue: "count(*) filter (where m.due_at < p.moment)",
      ...((keys.has("FRESHNESS") || keys.has("FRESHNESS_IDLE")) && { running: `count(*) filter (where ${running})`, fresh: fresh() }),
    };
    return `select p.i, ${by} as g, 'standing' as source, ${as(sums)} as sums from k cross join p join case_measure m on m.community_no = k.no and m.status <= 6 and ${s.known("m", "p.known")}
      where ${filter} group by 1, 2`;
  }
  if (source === "opinions") {
    const sums = { n: "count(*)", inTime: "count(*) filter (where not o.late)" };
    return `select p.i, ${by} as g, 'opinions' as source, ${as(sums)} as sums from k cross join p
      join opinion_fact o on o.community_no = k.no and o.recorded_at <= p.moment and o.recorded_at > p.moment - interval '30 days'
      join case_measure m on m.case_id = o.case_id and m.round = 1 and ${s.known("m", "p.known")}
      where ${s.within("o.area_no")} and ${s.whole()} and ${filter} group by 1, 2`;
  }
  if (source === "bench") {
    const level = "coalesce((select (x.v ->> 1)::int from jsonb_array_elements(m.levels) with ordinality x(v, no) where (x.v ->> 0)::timestamptz <= b.at order by x.no desc limit 1), (m.levels -> 0 ->> 1)::int)";
    const first = `not exists (select from bench_fact e where e.case_id = b.case_id and e.kind = 'MET' and e.at < b.at and ${s.recorded("e.recorded_at")}) and m.accepted_at is not null`;
    const met = "b.kind = 'MET'";
    const sums = {
      adopted: "count(*) filter (where b.kind = 'RESOLVED')", proposed: "count(*) filter (where b.kind = 'RESOLVED' and b.by_resident)",
      actions: "count(*) filter (where b.kind = 'ACTION')", owned: "count(*) filter (where b.kind = 'ACTION' and b.by_resident)",
      met: `count(*) filter (where ${met})`, atBuilding: `count(*) filter (where ${met} and b.place_level = 1)`,
      distance: `coalesce(sum(b.place_level - ${level}) filter (where ${met}), 0)`,
      ...(keys.has("TIME_TO_CONVENE") && {
        convened: `count(*) filter (where ${met} and ${first})`,
        daysToConvene: `percentile_cont(0.5) within group (order by ${s.workingDays("m.accepted_at", "b.at")}) filter (where ${met} and ${first})`,
      }),
    };
    return `select p.i, ${by} as g, 'bench' as source, ${as(sums)} as sums from p join bench_fact b on b.at >= p.since and b.at < p.until and ${s.recorded("b.recorded_at")}
      join case_measure m on m.case_id = b.case_id and m.round = 1 and ${s.known()} where m.community_no in (select no from k) and ${s.whole()} and ${filter} group by 1, 2`;
  }
  const at = moments[source];
  return `select p.i, ${by} as g, '${source}' as source, ${as(sumsOf(source, s, request, keys))} as sums from k cross join p
    join case_measure m on m.community_no = k.no and ${at} >= p.since and ${at} < p.until and ${s.known()} ${also[source] ?? ""} where ${filter} group by 1, 2`;
}

/** Sums of each period and row of a table (`g`, empty where nothing is divided), by source and name, such as `closed.level1`. */
export async function readSums(ctx: Context, request: IndicatorRequest, keys: readonly IndicatorKey[], periods: readonly Period[], division: Division | null = null): Promise<ReadonlyMap<string, Sums>[]> {
  const wanted = new Set(keys);
  const asked = (Object.keys(sources) as SumSource[]).filter((source) => sources[source].some((key) => wanted.has(key)));
  const all = periods.map(() => new Map<string, Record<string, number | null>>());
  if (asked.length === 0 || request.areas.length === 0) return all;
  const s = new MeasureStatement(ctx, request);
  const frame = s.frame(periods);
  const statements = asked.map((source) => statementOf(source, s, request, wanted, division)).join(" union all ");
  for (const { i, g, source: from, sums } of await s.q.run<{ i: number; g: string | null; source: string; sums: Record<string, number | null> }>(ctx.db, `with ${frame} ${statements}`)) {
    const row = all[i]?.get(g ?? "") ?? {};
    for (const [name, value] of Object.entries(sums)) row[`${from}.${name}`] = value;
    all[i]?.set(g ?? "", row);
  }
  return all;
}
