import { factsAt } from "./clock.ts";
import { freeze } from "./freeze.ts";
import { grid003, li } from "./people.ts";
import type { Case } from "../case/case.ts";
import type { Facts } from "../case/record.ts";
import { decideAddToAgenda, type AddToAgendaInput } from "../meeting/agenda.ts";
import type { AgendaItem, Stance } from "../meeting/agenda-item.ts";
import type { ConcernedHousehold } from "../meeting/affected.ts";
import type { AgendaEvent, MeetingEvent } from "../meeting/meeting-events.ts";
import type { AttendeeRole, BenchMeeting } from "../meeting/meeting.ts";
import { decideTakePositions } from "../meeting/position.ts";
import { recordAgendaItem, recordedItem, recordedMeeting, recordMeeting, type AgendaDecision, type MeetingDecision } from "../meeting/record-meeting.ts";
import { decideOpenMeeting, decideSignIn } from "../meeting/sit.ts";
import { decideSummon, type SummonInput } from "../meeting/summon.ts";
import { decideProposeOption } from "../meeting/talk.ts";
import type { Viewer } from "../people/roles.ts";
import { isRefusal, type Refusal } from "../refusal.ts";

/** Homes 101 to 602 of a unit, two on each floor, of 58.40 m² each. */
export const homes: readonly ConcernedHousehold[] = [1, 2, 3, 4, 5, 6].flatMap((floor) =>
  ["01", "02"].map((position): ConcernedHousehold => ({
    id: `${floor}${position}`, kind: "HOME", buildingId: "building-3", unitId: "unit-1", floor, room: `${floor}${position}`, areaCm2: 584_000, compoundId: "compound-1",
  })),
);

export function summonInput(more: Partial<SummonInput> = {}): SummonInput {
  return {
    areaCode: grid003, councilId: null, recorderId: null, form: "SCHEDULED", plannedFor: "2024-03-06T08:00:00.000Z",
    place: { words: "3号楼前", compoundId: "compound-1", buildingId: "building-3", unitId: null }, ...more,
  };
}

export function entryInput(more: Partial<AddToAgendaInput> = {}): AddToAgendaInput {
  return { itemId: "item", scope: "UNIT", rule: "WIDEST_AGREEMENT", how: "DOOR_NOTICE", households: homes, reporters: ["302"], named: [], ...more };
}

/** One meeting with one item as it is told: who did what when. */
export class BenchStory {
  #meeting: BenchMeeting;
  #item: AgendaItem | null = null;
  readonly meetingLog: MeetingEvent[] = [];
  readonly itemLog: AgendaEvent[] = [];

  constructor(who: Viewer, now: string, decision: MeetingDecision) {
    if (isRefusal(decision)) throw new Error(decision.code);
    const { meeting, events } = recordMeeting(null, "meeting", decision, factsAt(who, now));
    this.#meeting = freeze(meeting);
    this.meetingLog.push(...events);
  }

  get meeting(): BenchMeeting {
    return this.#meeting;
  }

  get item(): AgendaItem {
    if (!this.#item) throw new Error("Nothing is on the agenda");
    return this.#item;
  }

  /** Puts a case on the agenda; the refusal, or null. */
  adds(who: Viewer, now: string, c: Case, more: Partial<AddToAgendaInput> = {}): Refusal | null {
    const facts = factsAt(who, now);
    const addition = decideAddToAgenda(this.#meeting, c, entryInput(more), facts);
    if (isRefusal(addition)) return addition;
    this.#keep(recordMeeting(this.#meeting, "meeting", addition.meeting, facts));
    const { item, events } = recordAgendaItem(null, entryInput(more).itemId, addition.item, facts);
    this.#item = freeze(item);
    this.itemLog.push(...events);
    return null;
  }

  /** Somebody tries something with the meeting; the refusal, or null when it was done. */
  tries(who: Viewer, now: string, decide: (m: BenchMeeting, facts: Facts) => MeetingDecision, effective = now): Refusal | null {
    const facts = factsAt(who, now, effective);
    const result = recordedMeeting(this.#meeting, decide(this.#meeting, facts), facts);
    if (isRefusal(result)) return result;
    this.#keep(result);
    return null;
  }

  does(who: Viewer, now: string, decide: (m: BenchMeeting, facts: Facts) => MeetingDecision, effective = now): this {
    const no = this.tries(who, now, decide, effective);
    if (no) throw new Error(`${who.personId} ${now}: ${no.code}`);
    return this;
  }

  /** Somebody tries something with the item. */
  triesItem(who: Viewer, now: string, decide: (i: AgendaItem, m: BenchMeeting, facts: Facts) => AgendaDecision): Refusal | null {
    const facts = factsAt(who, now);
    const result = recordedItem(this.item, decide(this.item, this.#meeting, facts), facts);
    if (isRefusal(result)) return result;
    this.#item = freeze(result.item);
    this.itemLog.push(...result.events);
    return null;
  }

  doesItem(who: Viewer, now: string, decide: (i: AgendaItem, m: BenchMeeting, facts: Facts) => AgendaDecision): this {
    const no = this.triesItem(who, now, decide);
    if (no) throw new Error(`${who.personId} ${now}: ${no.code}`);
    return this;
  }

  /** Somebody sits down; the attendance is called as the household, or as the role. */
  sits(as: AttendeeRole, householdId: string | null = null, more: { attendanceId?: string; personId?: string } = {}): this {
    const seat = { attendanceId: householdId ?? as, personId: null, householdId, as, signature: "HAND" as const, ...more };
    return this.does(li, "2024-03-06 16:05", (m, f) => decideSignIn(m, { seats: [seat] }, f));
  }

  proposes(...optionIds: readonly string[]): this {
    for (const optionId of optionIds) this.doesItem(li, "2024-03-06 16:10", (i, m, f) => decideProposeOption(i, m, { optionId, words: optionId, proposedBy: "RESIDENT", attendanceId: null }, f));
    return this;
  }

  /** Attendances take a position on an option. */
  says(stance: Stance, optionId: string, ...attendanceIds: readonly string[]): this {
    const positions = attendanceIds.map((attendanceId) => ({ attendanceId, optionId, stance, reason: null }));
    return this.doesItem(li, "2024-03-06 16:20", (i, m, f) => decideTakePositions(i, m, { positions }, f));
  }

  #keep({ meeting, events }: { readonly meeting: BenchMeeting; readonly events: readonly MeetingEvent[] }): void {
    this.#meeting = freeze(meeting);
    this.meetingLog.push(...events);
  }
}

/** Summoned by Li the day before, for 16:00 on 2024-03-06. */
export function summoned(more: Partial<SummonInput> = {}): BenchStory {
  return new BenchStory(li, "2024-03-05 10:00", decideSummon(summonInput(more), factsAt(li, "2024-03-05 10:00")));
}

/** Summoned with a case on its agenda, and open. */
export function opened(c: Case, more: Partial<AddToAgendaInput> = {}): BenchStory {
  const story = summoned();
  const no = story.adds(li, "2024-03-05 10:00", c, more);
  if (no) throw new Error(no.code);
  return story.does(li, "2024-03-06 16:00", (m, f) => decideOpenMeeting(m, { recorderId: null }, f));
}
