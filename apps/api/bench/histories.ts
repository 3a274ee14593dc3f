import {
  calendarOf,
  calendarVersions,
  caseLevels,
  communityOf,
  defaultDeadlineRules,
  due,
  epochMillisecondsOf,
  evolve,
  instantOf,
  localDateOf,
  shippedCalendarYears,
  yearOf,
  type Case,
  type CaseEvent,
  type CaseEventBody,
  type CaseKind,
  type CaseLevel,
  type Due,
  type DueKind,
  type Instant,
} from "@bandeng/domain";
import { diceFor, idMaker, type Dice } from "../src/database/demo/seed.ts";
import { assetTellings } from "../src/database/demo/tellings/assets.ts";
import { disputeTellings } from "../src/database/demo/tellings/disputes.ts";
import { eventTellings } from "../src/database/demo/tellings/events.ts";
import { benchBegins, benchNow, staffPerGrid, type BenchGrid } from "./town.ts";

/** One case of the bench, with its log and the words it began with. */
export interface BenchCase {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly words: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const calendar = calendarOf(shippedCalendarYears);
const rules = defaultDeadlineRules;
const begins = epochMillisecondsOf(benchBegins);
const now = epochMillisecondsOf(benchNow);

const matters = Object.entries({ ...assetTellings, ...eventTellings });
const quarrels = Object.entries(disputeTellings);

/** What is due so many working days after a moment. Counting days is slow and days repeat: each is counted once. */
function dueCounter(): (kind: DueKind, from: Instant, days: number) => Due {
  const known = new Map<string, Omit<Due, "kind">>();
  return (kind, from, days) => {
    const date = localDateOf(from);
    const key = `${date}/${days}`;
    let counted = known.get(key);
    if (!counted) {
      const { at, provisional } = due(from, days, calendar);
      counted = { at, expected: false, provisional, calendar: calendarVersions(calendar, date, localDateOf(at)) };
      known.set(key, counted);
    }
    return { kind, ...counted };
  };
}

/** How open cases stand on the board, in percent: most of them low, a tail that waits above. */
const openShares: readonly (readonly [upTo: number, level: CaseLevel | "INTAKE" | "CALL_BACK"])[] = [
  [14, "INTAKE"],
  [48, "BUILDING"],
  [68, "COMPOUND"],
  [85, "COMMUNITY"],
  [89, "STREET"],
  [90, "DISTRICT"],
  [100, "CALL_BACK"],
];

/**
 * So many cases in the order of their collection, spread over ten years and, by their weights, over the grids. Nine to
 * ten in a hundred are open. Events are folded by the domain, so row and log agree; they are not decided by it.
 */
export function* benchCases(count: number, grids: readonly BenchGrid[]): Generator<BenchCase> {
  const dice = diceFor(`bench ${count}`);
  const maker = new CaseMaker(dice);
  const pick = weighted(grids, dice);
  for (let i = 0; i < count; i += 1) {
    const span = (now - begins) / count;
    const at = begins + Math.floor(i * span + dice.next() * span);
    yield maker.make(at, pick());
  }
}

/** One grid at a time, as often as its weight says: a bisection in the sums of the weights. */
function weighted(grids: readonly BenchGrid[], dice: Dice): () => BenchGrid {
  let sum = 0;
  const sums = grids.map((g) => (sum += g.weight));
  return () => {
    const x = dice.next() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= x) low = middle + 1;
      else high = middle;
    }
    return grids[low] as BenchGrid;
  };
}

class CaseMaker {
  readonly #dice: Dice;
  readonly #caseId = idMaker("bench cases");
  readonly #opinionId = idMaker("bench opinions");
  readonly #due = dueCounter();
  readonly #numbers = new Map<string, number>();

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  make(collectedMs: number, grid: BenchGrid): BenchCase {
    const dice = this.#dice;
    // What came in lately is mostly open; of the rest a few wait on, which makes nine to ten in a hundred.
    const isOpen = dice.next() < (now - collectedMs < 200 * DAY ? 0.82 : 0.052);
    const throwKind = dice.next();
    const kind: CaseKind = throwKind < 0.55 ? "OPINION" : throwKind < 0.9 ? "DIFFICULTY" : "DISPUTE";
    const [category, told] = dice.of<readonly [string, readonly { readonly title: string; readonly words: string }[]]>(kind === "DISPUTE" ? quarrels : matters);
    const { title, words } = dice.of(told);
    const staff = grid.people[dice.between(0, staffPerGrid - 1)] ?? "";
    const reporter = dice.of(grid.people);
    const place = dice.of(grid.buildings);

    // The longest way to a closing takes nine days: what is younger has just come in.
    const where = now - collectedMs < 9 * DAY ? "INTAKE" : this.#aim(isOpen);
    const atIntake = where === "INTAKE" ? now - dice.between(0, 3 * 24) * HOUR : collectedMs;
    const collectedAt = instantOf(Math.max(begins, atIntake));
    const caseId = this.#caseId(collectedAt);
    const history = new History(caseId, staff);
    history.add(
      {
        type: "COLLECTED", at: collectedAt,
        payload: {
          no: this.#number(grid, collectedAt), title, kind, category, place: { compoundId: place.compoundId, buildingId: place.id, unitId: null }, gridCode: grid.code,
          severity: dice.next() < 0.15 ? "HIGH" : "NORMAL", tags: dice.next() < 0.1 ? ["URGENT"] : [], recordedBy: staff,
          reporters: [{ opinionId: this.#opinionId(collectedAt), personId: reporter, fromCaseId: caseId }],
          firstContactDueAt: this.#due("FIRST_CONTACT", collectedAt, 1).at ?? collectedAt, onSiteDueAt: null, linkedFrom: null,
        },
      },
      this.#due("FIRST_CONTACT", collectedAt, 1),
    );
    if (where !== "INTAKE") this.#after(history, kind, category, reporter, dice.of(grid.people), staff, epochMillisecondsOf(collectedAt), where);
    return { case: history.case, events: history.events, words };
  }

  /** Where the case is to stand. Closed ones have mostly never left the building (小事不出楼栋). */
  #aim(isOpen: boolean): (typeof openShares)[number][1] | "CLOSED" | "MERGED" | "DECLINED" {
    const x = this.#dice.next() * 100;
    if (isOpen) return openShares.find(([upTo]) => x < upTo)?.[1] ?? "BUILDING";
    return x < 5 ? "MERGED" : x < 7 ? "DECLINED" : "CLOSED";
  }

  #after(history: History, kind: CaseKind, category: string, reporter: string, other: string, staff: string, collected: number, where: string): void {
    const dice = this.#dice;
    if (where === "MERGED") return history.add({ type: "MERGED", at: instantOf(collected + 20 * HOUR), payload: { into: this.#caseId(instantOf(collected)) } }, null);
    if (where === "DECLINED") return history.add({ type: "DECLINED", at: instantOf(collected + 6 * HOUR), payload: { reason: "NOT_COMMUNITY_MATTER", goTo: "12345" } }, null);
    const closed = where === "CLOSED";
    const target: CaseLevel = closed || where === "CALL_BACK" ? this.#closedLevel() : (where as CaseLevel);
    const steps = caseLevels.indexOf(target);
    // Below the community the clock takes cases up: whoever stands there came within the last days.
    const isLow = !closed && where !== "CALL_BACK" && steps < 2;
    const entered = isLow ? now - dice.between(1, 40) * HOUR : closed || where === "CALL_BACK" ? collected + 2 * HOUR : Math.max(collected + 2 * HOUR, now - dice.between(1, 500) * HOUR);
    let at = Math.max(collected + HOUR, entered - steps * 20 * HOUR);
    const parties = kind === "DISPUTE" ? [{ personId: reporter, side: "A" }, { personId: other, side: "B" }] : [];
    const days = rules.resolveDays;
    history.add(
      { type: "ACCEPTED", at: instantOf(at), payload: { kind, category, severity: history.case.severity, level: "BUILDING", parties, leadId: staff, days: days.BUILDING } },
      this.#due("LEVEL", instantOf(at), days.BUILDING),
    );
    for (let rank = 1; rank <= steps; rank += 1) {
      const [from, to] = [caseLevels[rank - 1] as CaseLevel, caseLevels[rank] as CaseLevel];
      at += 18 * HOUR;
      const body: CaseEventBody =
        rank <= 2
          ? { type: "ESCALATED", at: instantOf(at), payload: { from, to, cause: "HAND", reason: "需要上一级协调。", days: days[to] } }
          : { type: "REFERRED_UP", at: instantOf(at), payload: { from, to, tried: "社区协商未果。", days: days[to] } };
      history.add(body, this.#due("LEVEL", instantOf(at), days[to]));
    }
    if (closed || where === "CALL_BACK") return this.#end(history, kind, Math.max(at, where === "CALL_BACK" ? now - dice.between(2, 120) * HOUR : at), closed);
    if (dice.next() < 0.6) history.add({ type: "STARTED", at: instantOf(Math.min(at + 2 * HOUR, now - 60_000)), payload: { measure: "现场处理。", planOn: null } });
  }

  #end(history: History, kind: CaseKind, from: number, closed: boolean): void {
    const resolvedAt = instantOf(Math.min(from + this.#dice.between(1, 60) * HOUR, now - 90_000));
    if (kind === "OPINION") history.add({ type: "ANSWERED", at: resolvedAt, payload: { answer: "已答复。" } }, this.#due("CALL_BACK", resolvedAt, rules.callBackDays));
    else {
      history.add({ type: "STARTED", at: instantOf(from), payload: { measure: "现场处理。", planOn: null } });
      history.add({ type: "RESOLVED", at: resolvedAt, payload: { result: "已办结。", outcome: null } }, this.#due("CALL_BACK", resolvedAt, rules.callBackDays));
    }
    if (!closed) return;
    const closedAt = Math.min(epochMillisecondsOf(resolvedAt) + this.#dice.between(20, 80) * HOUR, now - 60_000);
    history.add({ type: "CLOSED", at: instantOf(closedAt), payload: { answered: 1, unanswered: 0 } }, null);
  }

  #closedLevel(): CaseLevel {
    const x = this.#dice.next();
    return x < 0.6 ? "BUILDING" : x < 0.88 ? "COMPOUND" : x < 0.98 ? "COMMUNITY" : "STREET";
  }

  #number(grid: BenchGrid, at: Instant): string {
    const key = `${communityOf(grid.code)}-${yearOf(localDateOf(at))}`;
    const last = (this.#numbers.get(key) ?? 0) + 1;
    this.#numbers.set(key, last);
    return `${key}-${String(last).padStart(4, "0")}`;
  }
}

/** A log under construction, folded as it grows. */
class History {
  readonly events: CaseEvent[] = [];
  readonly #caseId: string;
  readonly #actorId: string;
  #case: Case | null = null;

  constructor(caseId: string, actorId: string) {
    this.#caseId = caseId;
    this.#actorId = actorId;
  }

  get case(): Case {
    if (!this.#case) throw new RangeError("A case begins with its collection");
    return this.#case;
  }

  /** Without `due` the event changes nothing of what is due next. */
  add(body: CaseEventBody, due?: Due | null): void {
    const event: CaseEvent = { ...body, caseId: this.#caseId, seq: this.events.length + 1, recordedAt: body.at, actorId: this.#actorId, ...(due === undefined ? {} : { due }) };
    this.#case = evolve(this.#case, event);
    this.events.push(event);
  }
}
