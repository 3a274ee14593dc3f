import { calendar, rules, when } from "./clock.ts";
import { freeze } from "./freeze.ts";
import { acceptedCase, collectedCase } from "./case-story.ts";
import { member003 } from "./people.ts";
import { granted, verbs, type Verb, type Wish } from "./random-verbs.ts";
import { catchUp } from "../case/catch-up.ts";
import type { Case } from "../case/case.ts";
import type { CaseEvent, CaseEventBody } from "../case/case-events.ts";
import { recorded, type Facts, type Recorded } from "../case/record.ts";
import { instantOf, plusMilliseconds } from "../deadline/moment.ts";
import type { Viewer } from "../people/roles.ts";
import { isRefusal } from "../refusal.ts";

/** One case that went through a random history: its events, and the case as it was after each of them. */
export interface Life {
  readonly first: Case;
  readonly case: Case;
  readonly history: readonly CaseEvent[];
  /** After each recording; the last of several events recorded together. */
  readonly after: ReadonlyMap<number, Case>;
}

/** What was decided, and on what: for properties of single decisions. */
export interface Step {
  readonly verb: Verb | "clock";
  readonly viewer: Viewer;
  readonly before: Case;
  readonly events: readonly CaseEvent[];
  readonly now: string;
}

export interface Lived {
  readonly lives: readonly [Life, Life];
  readonly steps: readonly Step[];
}

/** Two neighbouring cases of one compound and the moving clock, taken through a list of wishes. Everything is frozen. */
export function live(wishes: readonly Wish[]): Lived {
  const born = [collectedCase("2024-04-26 20:40", { reporterId: "lou" }), acceptedCase("2024-04-26 20:40", member003, { reporterId: null })];
  const cases = born.map((story) => story.case) as [Case, Case];
  const histories = born.map((story) => [...story.history]) as [CaseEvent[], CaseEvent[]];
  const afters = cases.map((c) => new Map([[c.version, c]])) as [Map<number, Case>, Map<number, Case>];
  const firsts = [...cases] as const;
  const steps: Step[] = [];
  let now = when("2024-04-26 20:40");

  function keep(i: 0 | 1, verb: Step["verb"], facts: Facts, result: Recorded): void {
    if (result.events.length === 0) return;
    steps.push({ verb, viewer: facts.viewer, before: cases[i], events: result.events, now: facts.now });
    cases[i] = freeze(result.case);
    histories[i].push(...result.events.map(freeze));
    afters[i].set(result.case.version, result.case);
  }

  function write(i: 0 | 1, verb: Verb, facts: Facts, bodies: readonly CaseEventBody[]): boolean {
    const result = recorded(cases[i], bodies, facts, histories[i]);
    if (isRefusal(result)) return false;
    keep(i, verb, facts, result);
    return true;
  }

  for (const wish of wishes) {
    now = plusMilliseconds(now, wish.minutes * 60_000);
    const i = wish.m % 5 === 0 ? 1 : 0;
    const other = i === 0 ? 1 : 0;
    const clock: Facts = { viewer: member003, at: now, now, calendar, rules };
    for (const k of [0, 1] as const) keep(k, "clock", clock, catchUp(cases[k], clock));
    const { verb, viewer } = granted(cases[i], wish);
    const facts: Facts = { ...clock, viewer, at: instantOf(Date.parse(now) - wish.minutesAgo * 60_000) };
    const decision = verbs[verb]({ c: cases[i], other: cases[other], history: histories[i], wish, facts });
    if (isRefusal(decision)) continue;
    if ("source" in decision) {
      if (write(i, verb, facts, decision.source) && verb !== "split") write(other, verb, facts, decision.target);
    } else write(i, verb, facts, decision);
  }
  const lives = ([0, 1] as const).map((i) => ({ first: firsts[i], case: cases[i], history: histories[i], after: afters[i] }));
  return { lives: lives as unknown as [Life, Life], steps };
}
