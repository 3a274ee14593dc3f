import {
  bySlip,
  countSupporters,
  isComplaint,
  levelRank,
  runningHold,
  runningSegment,
  type Assignment,
  type Callback,
  type Case,
  type CaseLevel,
  type CaseHold,
  type Reporter,
  type Segment,
  type Whistle,
} from "./case.ts";
import type { CaseEvent } from "./case-events.ts";
import { callChange, endCalls, factChange } from "./evolve-call.ts";
import type { Instant } from "../deadline/moment.ts";
import { answerableSince, speakerOf, untold } from "../opinion/answer.ts";

/** The higher of two rungs. */
function higher(a: CaseLevel, b: CaseLevel): CaseLevel {
  return levelRank(a) >= levelRank(b) ? a : b;
}

function endSegment(c: Case, at: Instant, endedBy: NonNullable<Segment["endedBy"]>): readonly Segment[] {
  const last = runningSegment(c);
  return last ? [...c.segments.slice(0, -1), { ...last, endedAt: at, endedBy }] : c.segments;
}

function begin(segments: readonly Segment[], level: CaseLevel, startedAt: Instant, days: number): readonly Segment[] {
  return [...segments, { no: segments.length + 1, level, startedAt, days, extendedBy: 0, endedAt: null, endedBy: null, dueAt: null, notBefore: null, notBeforeSince: null }];
}

function endHold(c: Case, at: Instant): readonly CaseHold[] {
  const last = c.holds.at(-1);
  return last && last.endedAt === null ? [...c.holds.slice(0, -1), { ...last, endedAt: at }] : c.holds;
}

function changeLevel(c: Case, at: Instant, to: CaseLevel, days: number, endedBy: "LEVEL_UP" | "DUE" | "LEVEL_DOWN"): Partial<Case> {
  const level = { level: to, maxLevel: higher(c.maxLevel, to), movedAt: at };
  // Before acceptance nothing runs: only the rung changes.
  return runningSegment(c) ? { ...level, segments: begin(endSegment(c, at, endedBy), to, at, days) } : level;
}

function lead(c: Case, personId: string): Partial<Case> {
  const others = c.assignments.filter((a) => a.as !== "LEAD" && a.personId !== personId);
  return { leadId: personId, leadIds: [...c.leadIds.filter((id) => id !== personId), personId], assignments: [{ personId, as: "LEAD" }, ...others] };
}

function assign(c: Case, { personId, as }: Assignment): Partial<Case> {
  if (as === "LEAD") return lead(c, personId);
  return { assignments: [...c.assignments.filter((a) => a.personId !== personId || a.as === "LEAD"), { personId, as }] };
}

/** A department once called stays one that was called: what it was told cannot be untold. */
function called(c: Case, whistle: Whistle): Partial<Case> {
  return { whistles: [...c.whistles, whistle], whistleDepartments: [...new Set([...c.whistleDepartments, whistle.departmentId])] };
}

function withReporters(reporters: readonly Reporter[]): Partial<Case> {
  return { reporters, supporters: countSupporters(reporters) };
}

function collected(event: CaseEvent & { type: "COLLECTED" }): Case {
  const p = event.payload;
  const level: CaseLevel = p.severity === "SAFETY" ? "COMMUNITY" : "BUILDING";
  return {
    id: event.caseId,
    no: p.no,
    version: event.seq,
    title: p.title,
    kind: p.kind,
    category: p.category,
    place: p.place,
    gridCode: p.gridCode,
    severity: p.severity,
    tags: p.tags,
    status: "COLLECTED",
    level,
    maxLevel: level,
    leadId: null,
    leadIds: [],
    recordedBy: p.recordedBy,
    supporters: countSupporters(p.reporters),
    reopenCount: 0,
    projectId: null,
    pendingAsk: null,
    due: null,
    collectedAt: event.at,
    closedAt: null,
    appealed: false,
    whistleDepartments: [],
    supervised: false,
    helperIds: [],
    calledIds: [],
    assignments: [],
    reporters: p.reporters,
    parties: [],
    segments: [],
    holds: [],
    whistles: [],
    supervisions: [],
    calls: [],
    facts: [],
    callbacks: [],
    project: null,
    heldFrom: null,
    acceptedAt: null,
    firstContactAt: null,
    firstContactDueAt: p.firstContactDueAt,
    onSiteDueAt: p.onSiteDueAt,
    onSiteAt: null,
    resolvedAt: null,
    resultToldAt: null,
    declinedAt: null,
    mergedInto: null,
    mergedAt: null,
    unmerged: false,
    movedAt: event.at,
    mediationId: null,
    payers: [],
    outcome: null,
    failedMediations: 0,
    linkedFrom: p.linkedFrom,
  };
}

/** Told what became of it: all reporters, or whoever voiced one opinion. What was said before there was a result is no answer. */
function told(c: Case, at: Instant, opinionId: string | null): readonly Reporter[] {
  const since = answerableSince(c);
  const one = c.reporters.find((r) => r.opinionId === opinionId);
  if (since === null || at < since) return c.reporters;
  return c.reporters.map((r) => (r.toldAt === undefined && (opinionId === null || (one && speakerOf(one) === speakerOf(r))) ? { ...r, toldAt: at } : r));
}

function calledBack(c: Case, { payload, actorId, at }: CaseEvent & { type: "CALLED_BACK" }): Callback {
  const { self, ...answer } = payload;
  return { ...answer, by: self ? bySlip : (actorId ?? ""), at, round: c.reopenCount + 1 };
}

/** What was done about a household that was not content is written down. */
function noted(c: Case, respondent: string, at: Instant): readonly Callback[] {
  return c.callbacks.map((b) => (b.respondent === respondent && isComplaint(b) ? { ...b, notedAt: at } : b));
}

function resolved(c: Case, at: Instant): Partial<Case> {
  return { status: "RESOLVED", resolvedAt: at, resultToldAt: null, reporters: untold(c.reporters), movedAt: at, pendingAsk: null, segments: endSegment(c, at, "RESOLVED"), ...endCalls(c, at) };
}

/** A new segment on the same rung, where one runs: full days from now, and nothing that moves the case lies before it. */
function restart(c: Case, at: Instant, days: number): Partial<Case> {
  return runningSegment(c) ? { movedAt: at, segments: begin(endSegment(c, at, "END"), c.level, at, days), pendingAsk: dropExtension(c) } : {};
}

/** What an event changes. One case of the switch per event type, so that a new type does not compile until it is here. */
function change(c: Case, event: CaseEvent): Partial<Case> {
  const { at } = event;
  switch (event.type) {
    case "COLLECTED":
      return collected(event);
    case "ACCEPTED": {
      const { kind, category, severity, level, parties, leadId, days, onSiteDueAt } = event.payload;
      return {
        kind, category, severity, parties, level, maxLevel: higher(c.maxLevel, level), ...lead(c, leadId),
        status: "ACCEPTED", acceptedAt: at, movedAt: at, segments: begin(c.segments, level, at, days),
        onSiteDueAt: onSiteDueAt ?? c.onSiteDueAt,
      };
    }
    case "ANSWERED":
      return resolved(c, at);
    case "RESOLVED": {
      const { outcome, payers = [] } = event.payload;
      return { ...resolved(c, at), outcome, payers, failedMediations: c.failedMediations + (outcome === "NOT_REACHED" ? 1 : 0) };
    }
    case "ASSIGNED":
      return assign(c, event.payload);
    case "ORDER_RETURNED":
      return lead(c, event.payload.leadId);
    case "CONTACTED": {
      const { kind } = event.payload;
      const there = kind === "FACE" || kind === "VISIT";
      return {
        firstContactAt: c.firstContactAt ?? (kind === "NOTE" ? null : at),
        onSiteAt: c.onSiteAt ?? (there ? at : null),
        resultToldAt: c.resultToldAt ?? (kind === "RESULT_TOLD" ? at : null),
        reporters: kind === "RESULT_TOLD" ? told(c, at, event.payload.opinionId ?? null) : c.reporters,
        callbacks: event.payload.householdId === undefined ? c.callbacks : noted(c, `household:${event.payload.householdId}`, at),
      };
    }
    case "AMENDED": {
      const { after, raisedTo, days, onSiteDueAt } = event.payload;
      const next = { ...after, onSiteDueAt: onSiteDueAt ?? c.onSiteDueAt } as Partial<Case>;
      return raisedTo === null ? next : { ...next, ...changeLevel(c, at, raisedTo, days ?? 0, "LEVEL_UP"), pendingAsk: dropExtension(c) };
    }
    case "DECLINED":
      return { status: "DECLINED", declinedAt: at, movedAt: at, reporters: untold(c.reporters) };
    case "APPEALED":
      return { status: "COLLECTED", appealed: true, movedAt: at };
    case "MERGED":
      return { status: "MERGED", mergedInto: event.payload.into, mergedAt: at, movedAt: at, pendingAsk: null, segments: endSegment(c, at, "END"), ...endCalls(c, at) };
    case "UNMERGED":
      // Collected again, as if it had not been accepted: whoever accepts it leads it.
      return {
        status: "COLLECTED", mergedInto: null, mergedAt: null, unmerged: true, movedAt: at,
        leadId: null, assignments: c.assignments.filter((a) => a.as !== "LEAD"), acceptedAt: null,
      };
    case "ABSORBED":
      // Whoever handled the matter before it was merged does not judge it afterwards.
      // The last of `leadIds` is who leads now, so whoever is in both keeps the place he has here.
      return {
        ...withReporters([...c.reporters, ...event.payload.reporters]),
        leadIds: [...(event.payload.leads ?? []).filter((id) => !c.leadIds.includes(id)), ...c.leadIds],
      };
    case "SUPPORTED":
      return withReporters([...c.reporters, event.payload.reporter]);
    case "SEPARATED": {
      const gone = new Set(event.payload.opinionIds);
      return withReporters(c.reporters.filter((r) => !gone.has(r.opinionId)));
    }
    case "DELIBERATED":
      return { status: "DELIBERATING", movedAt: at };
    case "STARTED":
      return { status: "IN_PROGRESS", movedAt: at };
    case "ASKED":
      return { pendingAsk: event.payload.ask };
    case "ASK_REFUSED":
      return { pendingAsk: null };
    case "HELD": {
      const { reason, until } = event.payload;
      return { status: "ON_HOLD", heldFrom: c.status, movedAt: at, pendingAsk: null, holds: [...c.holds, { from: at, until, endedAt: null, reason }] };
    }
    case "HOLD_PROLONGED": {
      const last = runningHold(c);
      const { until } = event.payload;
      return last ? { pendingAsk: null, holds: [...c.holds.slice(0, -1), { ...last, until }] } : { pendingAsk: null };
    }
    case "EXTENDED": {
      const last = runningSegment(c);
      if (!last) return { pendingAsk: null };
      const { days } = event.payload;
      return { pendingAsk: null, segments: [...c.segments.slice(0, -1), { ...last, days: last.days + days, extendedBy: days }] };
    }
    case "RESUMED":
      return { status: c.heldFrom ?? "IN_PROGRESS", heldFrom: null, movedAt: at, holds: endHold(c, at) };
    case "CALLED_BACK":
      return { callbacks: [...c.callbacks, calledBack(c, event)] };
    case "CLOSED":
      return { status: "CLOSED", closedAt: at, movedAt: at };
    case "REOPENED":
      return {
        status: "IN_PROGRESS", reopenCount: c.reopenCount + 1, closedAt: null, resolvedAt: null, movedAt: at,
        segments: begin(c.segments, c.level, at, event.payload.days),
      };
    case "WITHDRAWN":
      return { status: "WITHDRAWN", movedAt: at, pendingAsk: null, segments: endSegment(c, at, "END"), holds: endHold(c, at), ...endCalls(c, at) };
    case "ESCALATED":
      return { ...changeLevel(c, at, event.payload.to, event.payload.days, event.payload.cause === "DUE" ? "DUE" : "LEVEL_UP"), pendingAsk: dropExtension(c) };
    case "REFERRED_UP":
      return { ...changeLevel(c, at, event.payload.to, event.payload.days, "LEVEL_UP"), pendingAsk: dropExtension(c) };
    case "SENT_DOWN":
      return { ...changeLevel(c, at, event.payload.to, event.payload.days, "LEVEL_DOWN"), pendingAsk: dropExtension(c) };
    case "WHISTLE_BLOWN":
      return called(c, event.payload.whistle);
    case "DEPARTMENT_REPORTED":
      return { whistles: c.whistles.map((w) => (w.id === event.payload.whistleId ? { ...w, reportedAt: at, result: event.payload.result } : w)) };
    case "WHISTLE_RELEASED":
      return { whistles: c.whistles.map((w) => (w.id === event.payload.whistleId ? { ...w, releasedAt: at } : w)) };
    case "SUPERVISED":
      return { supervised: true, supervisions: [...c.supervisions, { at, by: event.actorId ?? "", replyDueOn: event.payload.replyDueOn }] };
    case "EXPERT_CALLED":
    case "EXPERT_ANSWERED":
    case "CALL_PASSED":
      return callChange(c, event);
    case "FACT_ASKED":
    case "FACT_ANSWERED":
    case "FACT_WITHDRAWN":
      return factChange(c, event);
    case "MEDIATION_OPENED":
      return { mediationId: event.payload.mediationId };
    case "HELPER_JOINED":
      return { helperIds: [...c.helperIds.filter((id) => id !== event.payload.personId), event.payload.personId] };
    case "HELPER_LEFT":
      return { helperIds: c.helperIds.filter((id) => id !== event.payload.personId) };
    case "ADOPTED":
      return { projectId: event.payload.projectId, project: { ...event.payload, ended: false }, pendingAsk: dropExtension(c) };
    case "PROJECT_DUE_SET":
      return { project: { ...event.payload, ended: false } };
    case "PROJECT_LEFT": {
      const { cause, days } = event.payload;
      // A struck-off project stays on the card; an abandoned one lets go of the case. Either way the level's clock sets
      // the pace again, from that day: what had run before the adoption must not make the case late at once.
      const link = cause === "STRUCK_OFF" ? { project: c.project && { ...c.project, ended: true } } : { projectId: null, project: null };
      return { ...link, ...restart(c, at, days) };
    }
    case "DEADLINE_MOVED": {
      const last = runningSegment(c);
      const { notBefore, notBeforeSince } = event.payload;
      return last ? { segments: [...c.segments.slice(0, -1), { ...last, notBefore, notBeforeSince }] } : {};
    }
    case "GRID_CHANGED":
      return { gridCode: event.payload.to };
    case "CORRECTED":
      throw new TypeError("A correction is folded with the history before it: use fold()");
  }
}

/** An extension is asked for a segment; with the segment its ask goes. A hold may still be decided. */
function dropExtension(c: Case): Case["pendingAsk"] {
  return c.pendingAsk?.kind === "EXTEND" ? null : c.pendingAsk;
}

/** Puts what is due next, as the event carries it, on the case and on its running segment. */
export function withDue(c: Case, event: CaseEvent): Case {
  if (event.due === undefined) return c;
  const last = runningSegment(c);
  const dueAt = event.due?.kind === "LEVEL" ? event.due.at : null;
  return { ...c, due: event.due, segments: last ? [...c.segments.slice(0, -1), { ...last, dueAt }] : c.segments };
}

/**
 * The case after one more event. Pure; equal on server, page and in tests.
 * @throws TypeError for CORRECTED, which needs the history (`fold`), and for a first event that is not COLLECTED
 */
export function evolve(c: Case | null, event: CaseEvent): Case {
  if (c === null && event.type !== "COLLECTED") throw new TypeError(`A case begins with COLLECTED, not ${event.type}`);
  const next = { ...(c as Case), ...change(c as Case, event), version: event.seq };
  return withDue(next, event);
}

/**
 * The case that a whole history gives. A corrected event and its correction are both skipped, maxLevel included;
 * the version is that of the last event all the same.
 * @throws TypeError for an empty history
 */
export function fold(history: readonly CaseEvent[]): Case {
  const last = history.at(-1);
  if (!last) throw new TypeError("A history has at least one event");
  const corrected = new Set(history.flatMap((e) => (e.type === "CORRECTED" ? [e.payload.corrects] : [])));
  const kept = history.filter((e) => e.type !== "CORRECTED" && !corrected.has(e.seq));
  const c = kept.reduce<Case | null>(evolve, null);
  return { ...(c as Case), version: last.seq };
}
