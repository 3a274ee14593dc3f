import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelRank, type Case } from "./case.ts";
import { caseActions, type CaseAction } from "./case-actions.ts";
import { isMove, type CaseEvent } from "./case-events.ts";
import { dueOf } from "./due-of.ts";
import { evolve, fold } from "./evolve.ts";
import { whyNot } from "./why-not.ts";
import { laterOf } from "../deadline/moment.ts";
import { calendar, rules } from "../testing/clock.ts";
import { allowedIn } from "../testing/expected-table.ts";
import { live, type Life, type Lived } from "../testing/random-history.ts";
import { cast, verbNames, type Wish } from "../testing/random-verbs.ts";

/** A random wish. */
const wishes: fc.Arbitrary<Wish> = fc.record({
  verb: fc.constantFrom(...verbNames),
  who: fc.nat(cast.length * 3),
  able: fc.boolean(),
  minutes: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(600), fc.nat(4000)),
  minutesAgo: fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, { arbitrary: fc.integer({ min: -60, max: 5000 }), weight: 1 }),
  n: fc.nat(1000),
  m: fc.nat(1000),
  text: fc.oneof({ arbitrary: fc.constant("有话"), weight: 8 }, { arbitrary: fc.string(), weight: 1 }, { arbitrary: fc.constant("   "), weight: 1 }),
  flag: fc.boolean(),
});

const lists = fc.array(wishes, { minLength: 20, maxLength: 80, size: "max" });

/** Holds for the histories of two cases, whatever happened to them. */
function always(property: (lived: Lived) => void, settings: fc.Parameters<unknown> = { numRuns: 150 }): void {
  fc.assert(fc.property(lists, (list) => property(live(list))), settings);
}
const ofEach = (property: (life: Life) => void) => always(({ lives }) => lives.forEach(property));

/** The states of a case, one after each event; a corrected one stands until it is corrected. */
function states({ history }: Life): Case[] {
  const all: Case[] = [];
  history.forEach((event, i) => all.push(event.type === "CORRECTED" ? fold(history.slice(0, i + 1)) : evolve(all.at(-1) ?? null, event)));
  return all;
}
const standing = (history: readonly CaseEvent[]): CaseEvent[] => {
  const gone = new Set(history.flatMap((e) => (e.type === "CORRECTED" ? [e.seq, e.payload.corrects] : [])));
  return history.filter((e) => !gone.has(e.seq));
};

describe("whatever happens to a case", () => {
  // Cases and events are frozen, inputs are wild, and every property below lives on both.
  it("no decision throws, and none changes what it was given", () => always(() => undefined));

  it("its events are numbered without a gap, and the case has the number of the last", () => {
    ofEach(({ case: c, history }) => {
      expect(history.map((e) => e.seq)).toEqual(history.map((_, i) => i + 1));
      expect(c.version).toBe(history.length);
    });
  });

  it("folding its events gives it exactly, and folding a beginning gives it as it was then", () => {
    ofEach(({ case: c, history, after }) => {
      expect(fold(history)).toEqual(c);
      for (const [version, then] of after) expect(fold(history.slice(0, version))).toEqual(then);
    });
  });

  it("its due moment is what counting anew gives", () => {
    ofEach(({ case: c }) => {
      expect(c.due).toEqual(dueOf(c, calendar, rules));
      const last = c.segments.at(-1);
      if (last && last.endedAt === null) expect(last.dueAt).toBe(c.due?.kind === "LEVEL" ? c.due.at : null);
    });
  });

  it("maxLevel never falls, except by a correction, and is the highest level it ever had", () => {
    ofEach((life) => {
      const all = states(life);
      all.forEach((c, i) => {
        const previous = all[i - 1];
        if (previous && life.history[i]?.type !== "CORRECTED") expect(levelRank(c.maxLevel)).toBeGreaterThanOrEqual(levelRank(previous.maxLevel));
        expect(levelRank(c.maxLevel)).toBeGreaterThanOrEqual(levelRank(c.level));
      });
    });
  });

  it("its level moves by one rung, and skips only to COMMUNITY for safety or mediation", () => {
    ofEach((life) => {
      const all = states(life);
      all.forEach((c, i) => {
        const [previous, event] = [all[i - 1], life.history[i] as CaseEvent];
        if (!previous || previous.level === c.level || event.type === "CORRECTED") return;
        const edge = `${levelRank(previous.level)}${levelRank(c.level)}`;
        if (event.type === "ESCALATED") {
          expect(event.payload.cause === "SAFETY" || event.payload.cause === "MEDIATION" ? ["12", "23", "13"] : ["12", "23"]).toContain(edge);
          if (edge === "13") expect(c.severity === "SAFETY" || c.kind === "DISPUTE").toBe(true);
        } else if (event.type === "REFERRED_UP") expect(["34", "45"]).toContain(edge);
        else if (event.type === "SENT_DOWN") expect(["21", "32", "43", "54"]).toContain(edge);
        else {
          expect(["AMENDED", "ACCEPTED"]).toContain(event.type);
          expect(["13", "23"]).toContain(edge);
          expect(c.severity).toBe("SAFETY");
        }
      });
    });
  });

  it("has exactly one lead from acceptance to closing, and none before", () => {
    ofEach((life) => {
      for (const c of states(life)) {
        const leads = c.assignments.filter((a) => a.as === "LEAD").map((a) => a.personId);
        if (["ACCEPTED", "DELIBERATING", "IN_PROGRESS", "ON_HOLD", "RESOLVED", "CLOSED"].includes(c.status)) {
          expect(leads).toEqual([c.leadId]);
          expect(c.leadIds.at(-1)).toBe(c.leadId);
        } else if (c.status === "COLLECTED") expect([leads, c.leadId]).toEqual([[], null]);
        expect(new Set(c.assignments.map((a) => a.personId)).size).toBe(c.assignments.length);
      }
    });
  });

  it("has gap-free segments, one of which runs exactly while it stands on a rung", () => {
    ofEach((life) => {
      for (const c of states(life)) {
        expect(c.segments.map((s) => s.no)).toEqual(c.segments.map((_, i) => i + 1));
        const running = c.segments.filter((s) => s.endedAt === null);
        const onRung = ["ACCEPTED", "DELIBERATING", "IN_PROGRESS", "ON_HOLD"].includes(c.status);
        expect(running.length).toBe(onRung ? 1 : 0);
        if (onRung) expect(running[0]).toMatchObject({ no: c.segments.length, level: c.level });
        for (const s of c.segments) {
          if (s.endedAt !== null) expect(s.endedAt >= s.startedAt).toBe(true);
          expect((s.endedAt === null) === (s.endedBy === null)).toBe(true);
          expect(s.extendedBy).toBeLessThanOrEqual(rules.resolveDays[s.level]);
        }
        expect(c.holds.filter((h) => h.endedAt === null).length).toBe(c.status === "ON_HOLD" ? 1 : 0);
      }
    });
  });

  it("nothing took effect after it was recorded, and moves stand in order of time", () => {
    ofEach(({ history }) => {
      for (const e of history) expect(e.at <= e.recordedAt).toBe(true);
      const moves = standing(history).filter(isMove).map((e) => e.at);
      expect(moves).toEqual(moves.toSorted());
      const recordings = history.map((e) => e.recordedAt);
      expect(recordings).toEqual(recordings.toSorted());
    });
  });

  it("a correction undoes exactly what it names", () => {
    ofEach((life) => {
      const all = states(life);
      life.history.forEach((event, i) => {
        if (event.type !== "CORRECTED") return;
        expect(event.payload.corrects).toBe(event.seq - 1);
        expect({ ...all[i], version: 0 }).toEqual({ ...all[i - 2], version: 0 });
      });
    });
  });

  it("goes up by itself at its due moment: not early, not late, once", () => {
    ofEach((life) => {
      const all = states(life);
      const seen = new Set<string>();
      life.history.forEach((event, i) => {
        if (event.type !== "ESCALATED" || event.payload.cause !== "DUE") return;
        const before = all[i - 1] as Case;
        // Later than due only where it was resumed after 18:00 of its last day.
        expect(event).toMatchObject({ at: laterOf(before.due?.at as string, before.movedAt), actorId: null });
        if (event.at !== before.due?.at) expect(life.history[i - 1]?.type).toBe("RESUMED");
        expect(before.due?.kind).toBe("LEVEL");
        expect(["BUILDING", "COMPOUND"]).toContain(before.level);
        expect(["ACCEPTED", "DELIBERATING", "IN_PROGRESS"]).toContain(before.status);
        expect(seen.has(event.at)).toBe(false);
        seen.add(event.at);
      });
    });
  });

  it("a call asks one expert at a time, in the order named, each until his time is up, and ends with whoever accepts, with the last, or with the case", () => {
    ofEach((life) => {
      // Mediation brings in a helper without a call.
      const joined = life.history.flatMap((e) => (e.type === "HELPER_JOINED" && e.payload.as === "MEDIATOR" ? [e.payload.personId] : []));
      for (const c of states(life)) {
        const open = c.calls.filter((call) => call.endedAt === null);
        expect(c.calledIds).toEqual(open.map((call) => call.asked.at(-1)?.personId));
        if (open.length > 0) expect(["ACCEPTED", "DELIBERATING", "IN_PROGRESS", "ON_HOLD"]).toContain(c.status);
        for (const call of c.calls) {
          const asked = call.asked.map((one) => one.personId);
          expect(asked).toEqual(call.candidates.slice(0, asked.length));
          expect(call.asked.filter((one) => one.answer === null).length).toBe(call.endedAt === null || call.outcome === "CASE_ENDED" ? 1 : 0);
          expect(call.asked.filter((one) => one.answer === "ACCEPTED").length).toBe(call.outcome === "ACCEPTED" ? 1 : 0);
          if (call.outcome === "NOBODY_LEFT") expect(asked).toEqual(call.candidates);
          for (const one of call.asked) {
            expect(one.replyDueAt > one.askedAt).toBe(true);
            if (one.answer === "PASSED") expect(one.answeredAt).toBe(one.replyDueAt);
          }
        }
        const came = [...joined, ...c.calls.flatMap((call) => call.asked.filter((one) => one.answer === "ACCEPTED").map((one) => one.personId))];
        expect(came).toEqual(expect.arrayContaining([...c.helperIds]));
      }
    });
  });

  it("nobody is asked beyond his time: the job's next moment is never behind the clock", () => {
    always(({ lives, steps }) => {
      const last = steps.at(-1)?.now ?? "";
      for (const { case: c } of lives) for (const call of c.calls) if (call.endedAt === null) expect((call.asked.at(-1)?.replyDueAt ?? "") > last).toBe(true);
    });
  });

  it("is never left behind its clock: after a verb nothing was due before it that had not happened", () => {
    always(({ steps }) => {
      for (const { verb, before, events, now } of steps) {
        if (verb === "clock" || !["ACCEPTED", "DELIBERATING", "IN_PROGRESS"].includes(before.status) || levelRank(before.level) > 2) continue;
        if (before.due?.kind === "LEVEL" && events.some(isMove)) expect((before.due.at as string) > now).toBe(true);
      }
    });
  });

  it("no verb does what the table forbids", () => {
    always(({ steps }) => {
      for (const { verb, viewer, before, events } of steps) {
        if (verb === "clock" || !(verb in caseActions)) continue;
        // The other half of a pair happens to a case nobody named as the subject.
        if (["ABSORBED", "SEPARATED"].includes(events[0]?.type ?? "") && verb !== "split") continue;
        expect(whyNot(verb as CaseAction, before, viewer)).toBeNull();
        expect(allowedIn(verb as CaseAction, before.status, before.level)).not.toBe("");
      }
    });
  });

  it("a round of call-backs asks nobody who led it, and closing needs everybody's answer or a clerk", () => {
    ofEach(({ history }) => {
      history.forEach((event, i) => {
        const before = i > 0 ? fold(history.slice(0, i)) : null;
        if (event.type === "CALLED_BACK") expect(before?.leadIds).not.toContain(event.actorId);
        if (event.type === "CLOSED" && event.actorId === null) expect(event.payload.unanswered).toBe(0);
      });
    });
  });
});

it("random histories come everywhere: the properties above do not hold for want of cases", () => {
  const seen = new Set<string>();
  always(({ lives }) => lives.forEach((life) => life.history.forEach((e) => seen.add(e.type === "ESCALATED" ? `${e.type} ${e.payload.cause}` : e.type))), { numRuns: 400, seed: 20240826 });
  const rare = ["COLLECTED", "ACCEPTED", "ANSWERED", "ASSIGNED", "ORDER_RETURNED", "CONTACTED", "AMENDED", "DECLINED", "APPEALED", "MERGED", "ABSORBED", "UNMERGED",
    "SEPARATED", "DELIBERATED", "STARTED", "ASKED", "ASK_REFUSED", "HELD", "EXTENDED", "RESUMED", "RESOLVED", "CALLED_BACK", "CLOSED", "REOPENED", "WITHDRAWN",
    "ESCALATED HAND", "ESCALATED DUE", "SENT_DOWN", "REFERRED_UP", "WHISTLE_BLOWN", "DEPARTMENT_REPORTED", "WHISTLE_RELEASED", "ADOPTED", "PROJECT_DUE_SET",
    "EXPERT_CALLED", "EXPERT_ANSWERED", "CALL_PASSED", "HELPER_JOINED", "HELPER_LEFT", "FACT_ASKED", "FACT_ANSWERED", "FACT_WITHDRAWN",
    "PROJECT_LEFT", "GRID_CHANGED", "CORRECTED", "HOLD_PROLONGED"];
  expect(rare.filter((type) => !seen.has(type))).toEqual([]);
});

it("a history begins with COLLECTED, and a correction is folded", () => {
  const { lives } = live([]);
  const [first] = lives[0].history as [CaseEvent];
  expect(() => evolve(null, { ...first, type: "WITHDRAWN", payload: { respondent: "x" } } as CaseEvent)).toThrow(TypeError);
  expect(() => evolve(lives[0].first, { ...first, type: "CORRECTED", payload: { corrects: 1, reason: "" } } as CaseEvent)).toThrow(TypeError);
  expect(() => fold([])).toThrow(TypeError);
});
