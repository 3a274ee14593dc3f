import { factsAt, when } from "./clock.ts";
import { freeze } from "./freeze.ts";
import { community, grid003, zhang } from "./people.ts";
import { catchUp } from "../case/catch-up.ts";
import type { Case } from "../case/case.ts";
import type { CaseEvent, CaseEventBody, CaseEventType } from "../case/case-events.ts";
import { decideAccept, type AcceptInput } from "../case/accept.ts";
import { decideCollect, type CollectInput } from "../case/collect.ts";
import { record, recorded, type Decision, type Facts } from "../case/record.ts";
import type { Viewer } from "../people/roles.ts";
import { isRefusal, type Refusal } from "../refusal.ts";

/** One case as it is told: who did what when, with the clock's own doings recorded first, as in production. */
export class CaseStory {
  #case: Case;
  readonly history: CaseEvent[] = [];

  constructor(collected: Case, events: readonly CaseEvent[]) {
    this.#case = freeze(collected);
    this.history.push(...events);
  }

  get case(): Case {
    return this.#case;
  }

  /** The due day, such as `LEVEL 2024-05-10 18:00`, or null. */
  get due(): string | null {
    const { due } = this.#case;
    if (!due) return null;
    return due.at === null ? due.kind : `${due.kind} ${new Date(Date.parse(due.at) + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ")}`;
  }

  get types(): CaseEventType[] {
    return this.history.map((e) => e.type);
  }

  /** What the clock does until then. */
  wait(until: string): this {
    this.#keep(catchUp(this.#case, factsAt(zhang, until)));
    return this;
  }

  /** Somebody tries something; the refusal, or null when it was done. `effective` is when it took effect, if earlier. */
  tries(who: Viewer, now: string, decide: (c: Case, facts: Facts) => Decision, effective = now): Refusal | null {
    this.wait(now);
    const facts = factsAt(who, now, effective);
    const result = recorded(this.#case, decide(this.#case, facts), facts, this.history);
    if (isRefusal(result)) return result;
    this.#keep(result);
    return null;
  }

  /** Somebody does something that the rules allow. @throws Error with the refusal when they do not */
  does(who: Viewer, now: string, decide: (c: Case, facts: Facts) => Decision, effective = now): this {
    const refusal = this.tries(who, now, decide, effective);
    if (refusal) throw new Error(`${who.personId} ${now}: ${refusal.code} ${JSON.stringify(refusal.data)}`);
    return this;
  }

  /** Records facts that were decided elsewhere: the other half of a pair. */
  takes(who: Viewer, now: string, bodies: readonly CaseEventBody[]): this {
    this.#keep(record(this.#case, this.#case.id, bodies, factsAt(who, now), this.history));
    return this;
  }

  #keep(result: { readonly case: Case; readonly events: readonly CaseEvent[] }): void {
    this.#case = freeze(result.case);
    this.history.push(...result.events);
  }
}

let running = 0;

/** What is collected unless a test says otherwise: a sewer in building 3 of a compound in grid 003, told by Lou. */
export function collectInput(more: Partial<CollectInput> = {}): CollectInput {
  running += 1;
  return {
    opinionId: `opinion-${running}`, text: "下水道堵了", title: "下水道堵塞", kind: "DIFFICULTY", category: "assets.sewer",
    place: { compoundId: "compound-1", buildingId: "building-3", unitId: null }, gridCode: grid003, severity: "NORMAL", tags: [],
    channel: "PROXY", voicedAt: when("2024-01-01"), reporterId: "lou", no: `${community}-2024-${String(running).padStart(4, "0")}`,
    caseId: `case-${running}`, linkedFrom: null,
    ...more,
  };
}

/** A case that was just collected. */
export function collectedCase(now: string, more: Partial<CollectInput> = {}, who: Viewer = zhang): CaseStory {
  const input = collectInput(more);
  const facts = factsAt(who, now);
  const bodies = decideCollect(input, facts);
  if (isRefusal(bodies)) throw new Error(bodies.code);
  const { case: c, events } = record(null, input.caseId, bodies, facts);
  return new CaseStory(c, events);
}

/** Accepting it as what it was collected as. */
export function acceptInput(more: Partial<AcceptInput> = {}): AcceptInput {
  return { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL", parties: [], ...more };
}

/** A case that was collected and accepted by its lead at the same moment. */
export function acceptedCase(now: string, lead: Viewer, collect: Partial<CollectInput> = {}, accept: Partial<AcceptInput> = {}): CaseStory {
  const story = collectedCase(now, collect);
  const { kind, category, severity } = story.case;
  const input = acceptInput({ kind, category: category ?? "assets.sewer", severity, ...accept });
  return story.does(lead, now, (c, facts) => decideAccept(c, input, facts));
}
