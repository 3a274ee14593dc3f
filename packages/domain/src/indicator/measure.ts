import { respondentsOf, levelRank, runningSegment, type Callback, type Case, type CaseKind, type CaseStatus } from "../case/case.ts";
import type { CaseEvent } from "../case/case-events.ts";
import { evolve } from "../case/evolve.ts";
import { localDateOf, type Instant, type LocalDate } from "../deadline/moment.ts";
import { defaultDeadlineRules } from "../deadline/rules.ts";

/**
 * What one case contributes to the indicators, per round: the first until its first reopening, one more after each. Everything
 * is taken from its events alone (deadlines stand in them), so that the log gives the same measures at any time.
 */
export interface CaseMeasure {
  /** 1 for the first round. */
  readonly round: number;
  readonly gridCode: string;
  readonly kind: CaseKind;
  readonly category: string | null;
  readonly compoundId: string | null;
  readonly buildingId: string | null;
  /** The highest level it ever had, 1 to 5, over all rounds so far. */
  readonly maxLevel: number;
  /** When it was collected; on the first round only, like `levels`. */
  readonly collectedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  /** Whether a reporter can be reached and was contacted in time; null where it counts for nothing: not accepted, or all anonymous. First round only. */
  readonly contacted: boolean | null;
  /** Since when it stood on which rung. */
  readonly levels: readonly (readonly [Instant, number])[] | null;
  /** Where it stands; on the last round only, with what follows. */
  readonly status: CaseStatus | null;
  readonly level: number | null;
  readonly dueAt: Instant | null;
  /** The last contact, meeting, visit or progress note; else its collection. */
  readonly humanAt: Instant | null;
  /** Working days its level is given. */
  readonly limitDays: number | null;
  readonly resolvedAt: Instant | null;
  /** When a reporter was first told of this resolution, or reached about it. */
  readonly toldAt: Instant | null;
  readonly respondents: number;
  readonly answered: number;
  readonly saidResolved: number;
  readonly satisfied: number;
  readonly basic: number;
  /** Whether a further round followed. */
  readonly reopened: boolean;
  /** When it was closed; null of a round that was reopened after all. */
  readonly closedAt: Instant | null;
  /** Every segment so far ended in time; one that the automatic escalation ended did not. */
  readonly onTime: boolean;
  readonly faceToFace: boolean;
  readonly withExpert: boolean;
  /** A dispute that was closed with another outcome than NOT_REACHED. */
  readonly settled: boolean;
}

/** What the walk through a history remembers beside the case. */
interface Walk {
  readonly late: boolean;
  readonly humanAt: Instant;
  readonly levels: readonly (readonly [Instant, number])[];
  readonly rounds: readonly Round[];
}

type Round = Pick<CaseMeasure, "resolvedAt" | "toldAt" | "respondents" | "answered" | "saidResolved" | "satisfied" | "basic">;

const human: readonly CaseEvent["type"][] = ["CONTACTED", "DELIBERATED"];

/** Whether an event can change a measure; the rest need not be looked at. */
export function touchesMeasure(type: CaseEvent["type"]): boolean {
  return !(["ASKED", "ASK_REFUSED", "WHISTLE_BLOWN", "DEPARTMENT_REPORTED", "WHISTLE_RELEASED", "SUPERVISED", "FACT_ASKED", "FACT_ANSWERED", "FACT_WITHDRAWN", "HELPER_JOINED", "HELPER_LEFT"] as readonly string[]).includes(type);
}

/**
 * The measures of a case, the first round first.
 * @throws TypeError for an empty history
 */
export function measuresOf(history: readonly CaseEvent[]): readonly CaseMeasure[] {
  const [first] = history;
  // What was over before it came here was dealt with under no deadline of ours.
  if (first?.type === "COLLECTED" && first.payload.imported !== undefined) return [];
  const corrected = new Set(history.flatMap((e) => (e.type === "CORRECTED" ? [e.payload.corrects] : [])));
  let c: Case | null = null;
  let walk: Walk = { late: false, humanAt: "", levels: [], rounds: [] };
  for (const event of history) {
    if (event.type === "CORRECTED" || corrected.has(event.seq)) continue;
    const next: Case = evolve(c, event);
    walk = step(walk, c, next, event);
    c = next;
  }
  if (c === null) throw new TypeError("A history has at least one event");
  return rows(c, walk);
}

function step(walk: Walk, before: Case | null, c: Case, event: CaseEvent): Walk {
  if (before === null) return { late: false, humanAt: event.at, levels: [[event.at, levelRank(c.level)]], rounds: [] };
  return {
    late: walk.late || endedLate(before, c),
    humanAt: human.includes(event.type) && event.at > walk.humanAt ? event.at : walk.humanAt,
    levels: c.level === before.level ? walk.levels : [...walk.levels, [event.at, levelRank(c.level)]],
    rounds: event.type === "REOPENED" ? [...walk.rounds, roundOf(before)] : walk.rounds,
  };
}

/** Whether the running segment has just ended, too late: by the due moment that stood until then, a project's included. */
function endedLate(before: Case, c: Case): boolean {
  const running = runningSegment(before);
  const ended = running && c.segments[running.no - 1];
  if (!ended || ended.endedAt === null) return false;
  return ended.endedBy === "DUE" || (before.due?.at != null && ended.endedAt > before.due.at);
}

/** The last answer of each respondent to the present resolution. */
function answersOf(c: Case): readonly Callback[] {
  const last = new Map<string, Callback>();
  for (const b of c.callbacks) if (b.round === c.reopenCount + 1 && b.satisfaction !== null) last.set(b.respondent, b);
  return [...last.values()];
}

function roundOf(c: Case): Round {
  if (c.resolvedAt === null) return { resolvedAt: null, toldAt: null, respondents: 0, answered: 0, saidResolved: 0, satisfied: 0, basic: 0 };
  const answers = answersOf(c);
  const reached = c.callbacks.filter((b) => b.round === c.reopenCount + 1 && b.reached).map((b) => b.at);
  // Whoever answered and was separated since still counts as one who was asked.
  const asked = new Set([...respondentsOf(c).map((r) => r.key), ...answers.map((b) => b.respondent)]);
  return {
    resolvedAt: c.resolvedAt,
    toldAt: [...(c.resultToldAt === null ? [] : [c.resultToldAt]), ...reached].toSorted()[0] ?? null,
    respondents: asked.size,
    answered: answers.length,
    saidResolved: answers.filter((b) => b.resolved === true).length,
    satisfied: answers.filter((b) => b.satisfaction === "SATISFIED").length,
    basic: answers.filter((b) => b.satisfaction === "BASIC").length,
  };
}

function rows(c: Case, { late, humanAt, levels, rounds }: Walk): readonly CaseMeasure[] {
  const reachable = c.reporters.some((r) => r.personId !== null);
  const inTime = c.firstContactAt !== null && c.firstContactAt <= c.firstContactDueAt;
  const segment = runningSegment(c);
  const all = [...rounds, roundOf(c)];
  return all.map((round, i): CaseMeasure => {
    const [first, last] = [i === 0, i === all.length - 1];
    return {
      ...round,
      round: i + 1,
      gridCode: c.gridCode,
      kind: c.kind,
      category: c.category,
      compoundId: c.place.compoundId,
      buildingId: c.place.buildingId,
      maxLevel: levelRank(c.maxLevel),
      collectedAt: first ? c.collectedAt : null,
      acceptedAt: c.acceptedAt,
      contacted: first && c.acceptedAt !== null && reachable ? inTime : null,
      levels: first ? levels : null,
      status: last ? c.status : null,
      level: last ? levelRank(c.level) : null,
      dueAt: last ? (c.due?.at ?? null) : null,
      humanAt: last ? humanAt : null,
      limitDays: last ? (segment ? segment.days - segment.extendedBy : defaultDeadlineRules.resolveDays[c.level]) : null,
      reopened: !last,
      closedAt: last ? c.closedAt : null,
      onTime: !late,
      faceToFace: c.onSiteAt !== null,
      withExpert: c.calls.some((call) => call.outcome === "ACCEPTED"),
      settled: last && c.kind === "DISPUTE" && c.closedAt !== null && c.outcome !== "NOT_REACHED",
    };
  });
}

/** The day a moment belongs to, as reports count days. */
export function dayKnown(recordedAt: Instant): LocalDate {
  return localDateOf(recordedAt);
}

/** One state of the measures, as known from the end of a day on. */
export interface KnownMeasures {
  readonly from: LocalDate;
  readonly measures: readonly CaseMeasure[];
}

/**
 * What was known of a case at the end of each day on which something was recorded: *as of D* is the last of them whose day
 * is not after D.
 */
export function measureVersions(history: readonly CaseEvent[]): readonly KnownMeasures[] {
  const days = [...new Set(history.map((e) => dayKnown(e.recordedAt)))].toSorted();
  return days.map((from) => ({ from, measures: measuresOf(history.filter((e) => dayKnown(e.recordedAt) <= from)) }));
}
