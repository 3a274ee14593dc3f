import {
  areaNumber,
  decideAddToAgenda,
  decideAssignAction,
  decideCompleteAction,
  decideEndUnresolved,
  decideHoldMeeting,
  decideInvite,
  decideNameCause,
  decideOpenMeeting,
  decideProposeOption,
  decideRecordMeeting,
  decideRecordStatement,
  decideRecuse,
  decideResolveItem,
  decideSignIn,
  decideSummon,
  decideTakePositions,
  recordAgendaItem,
  recordMeeting,
  type AffectedScope,
  type AgendaDecision,
  type AgendaEvent,
  type AgendaItem,
  type AttendeeRole,
  type BenchMeeting,
  type Facts,
  type Instant,
  type LocalDate,
  type MeetingDecision,
  type MeetingEvent,
  type ProposerKind,
  type SignInKind,
  type Stance,
} from "@bandeng/domain";
import { must, type CaseBook, type Matter } from "./case-book.ts";

/** One meeting with its items as it has been told so far. */
export interface ToldBench {
  meeting: BenchMeeting;
  readonly events: MeetingEvent[];
  readonly items: { now: AgendaItem; readonly areaNo: number; readonly events: AgendaEvent[] }[];
}

export interface BenchPlan {
  /** Key of whoever convenes: the grid's head. */
  readonly by: string;
  readonly at: Instant;
  readonly matter: Matter;
  /** Where it stands, in words. */
  readonly where: string;
  readonly scope: AffectedScope;
  /** For when; absent for one that is written down afterwards, at `at`, of `heldAt`. */
  readonly plannedFor?: Instant;
  readonly heldAt?: Instant;
}

/** Tells one bench meeting, verb by verb; every line is decided by the domain. Seats are called by words of the story: a room, or a role. */
export class BenchStory {
  readonly #book: CaseBook;
  readonly #told: ToldBench;
  readonly #matter: Matter;
  readonly #by: string;
  readonly #ids = new Map<string, string>();

  constructor(book: CaseBook, plan: BenchPlan) {
    const { by, at, matter, where, scope, plannedFor, heldAt } = plan;
    this.#book = book;
    this.#matter = matter;
    this.#by = by;
    const facts = this.#facts(at, heldAt);
    const place = { words: where, ...matter.spot.place };
    const found = { areaCode: matter.now.gridCode, councilId: null, recorderId: null, place };
    const bodies = plannedFor === undefined ? decideRecordMeeting({ ...found, heldAt: heldAt ?? at }, facts) : decideSummon({ ...found, form: "SCHEDULED", plannedFor }, facts);
    const { meeting, events } = recordMeeting(null, book.benchId(at), must(bodies, `bench ${where}`), facts);
    const itemId = book.benchId(at);
    const households = book.householdsOf(matter.spot.place);
    const homes = [...matter.now.reporters, ...matter.now.parties].flatMap((r) => book.homeOf(r.personId) ?? []);
    // A matter that is deliberated on already has nothing to learn from it, even when more has happened to it since.
    if (matter.now.status !== "DELIBERATING") book.let(matter, facts);
    const added = must(decideAddToAgenda(meeting, matter.now, { itemId, scope, rule: "WIDEST_AGREEMENT", how: "DOOR_NOTICE", households, reporters: [...new Set(homes)], named: [] }, facts), `agenda ${where}`);
    if (added.case.length > 0) book.does(matter, facts, "agenda", () => added.case);
    const more = recordMeeting(meeting, meeting.id, added.meeting, facts);
    const item = recordAgendaItem(null, itemId, added.item, facts);
    this.#told = { meeting: more.meeting, events: [...events, ...more.events], items: [{ now: item.item, areaNo: areaNumber(matter.now.gridCode), events: [...item.events] }] };
    book.benches.push(this.#told);
  }

  #facts(at: Instant, effective = at): Facts {
    return { ...this.#book.facts(this.#by, at), at: effective };
  }

  #does(at: Instant, what: string, decide: (m: BenchMeeting, f: Facts) => MeetingDecision): this {
    const facts = this.#facts(at);
    const { meeting, events } = recordMeeting(this.#told.meeting, this.#told.meeting.id, must(decide(this.#told.meeting, facts), `${what} at ${at}`), facts);
    this.#told.meeting = meeting;
    this.#told.events.push(...events);
    return this;
  }

  #doesItem(at: Instant, what: string, decide: (i: AgendaItem, m: BenchMeeting, f: Facts) => AgendaDecision): this {
    const [told] = this.#told.items;
    if (!told) throw new RangeError("The agenda is empty");
    const facts = this.#facts(at);
    const { item, events } = recordAgendaItem(told.now, told.now.id, must(decide(told.now, this.#told.meeting, facts), `${what} at ${at}: ${this.#matter.now.title}`), facts);
    told.now = item;
    told.events.push(...events);
    return this;
  }

  #new(at: Instant, key: string): string {
    const id = this.#book.benchId(at);
    this.#ids.set(key, id);
    return id;
  }

  #known(key: string): string {
    const id = this.#ids.get(key);
    if (id === undefined) throw new RangeError(`Nobody and nothing is called ${key}`);
    return id;
  }

  /** Households of the item by what is on the door. */
  get doors(): readonly { readonly id: string; readonly room: string }[] {
    const wanted = new Set(this.#told.items[0]?.now.affected.map((a) => a.householdId));
    return this.#book.householdsOf(this.#matter.spot.place).filter((h) => wanted.has(h.id));
  }

  invite(at: Instant, rooms: readonly string[]): this {
    const invitations = this.doors.filter((d) => rooms.includes(d.room)).map((d) => ({ of: "HOUSEHOLD" as const, subjectId: d.id, how: "IN_PERSON" as const }));
    return this.#does(at, "invite", (m, f) => decideInvite(m, { invitations, at }, f));
  }

  open(at: Instant): this {
    return this.#does(at, "open", (m, f) => decideOpenMeeting(m, { recorderId: null }, f));
  }

  /** Seats: `[name in the story, as what, household or null, person or null]`. */
  sit(at: Instant, seats: readonly (readonly [key: string, as: AttendeeRole, householdId: string | null, personId?: string | null])[], signature: SignInKind = "PAPER"): this {
    const list = seats.map(([key, as, householdId, personId = null]) => ({ attendanceId: this.#new(at, key), as, householdId, personId, signature }));
    return this.#does(at, "sign in", (m, f) => decideSignIn(m, { seats: list }, f));
  }

  cause(at: Instant, words: string): this {
    return this.#doesItem(at, "cause", (i, m, f) => decideNameCause(i, m, { causeId: this.#book.benchId(at), words }, f));
  }

  option(at: Instant, key: string, words: string, proposedBy: ProposerKind, who: string | null = null): this {
    const optionId = this.#new(at, key);
    return this.#doesItem(at, "option", (i, m, f) => decideProposeOption(i, m, { optionId, words, proposedBy, attendanceId: who && this.#known(who) }, f));
  }

  say(at: Instant, who: string, words: string): this {
    return this.#doesItem(at, "statement", (i, m, f) => decideRecordStatement(i, m, { statementId: this.#book.benchId(at), attendanceId: this.#known(who), words }, f));
  }

  stand(at: Instant, stance: Stance, option: string, who: readonly string[]): this {
    const positions = who.map((key) => ({ attendanceId: this.#known(key), optionId: this.#known(option), stance, reason: null }));
    return this.#doesItem(at, "position", (i, m, f) => decideTakePositions(i, m, { positions }, f));
  }

  recuse(at: Instant, who: string, reason: string): this {
    return this.#doesItem(at, "recuse", (i, m, f) => decideRecuse(i, m, { attendanceId: this.#known(who), reasonId: this.#book.benchId(at), reason }, f));
  }

  resolve(at: Instant): this {
    return this.#doesItem(at, "resolve", (i, m, f) => decideResolveItem(i, m, { case: this.#matter.now, doorOf: (id) => id }, f));
  }

  endUnresolved(at: Instant): this {
    return this.#doesItem(at, "end", (i, m, f) => decideEndUnresolved(i, m, { case: this.#matter.now, doorOf: (id) => id }, f));
  }

  /** Somebody takes something on, by a key of the staff plan; null for the residents together. */
  action(at: Instant, what: string, owner: string | null, dueOn: LocalDate, doneAt: Instant | null = null): this {
    const id = this.#book.benchId(at);
    const ownerId = owner === null ? null : this.#book.people.staff(owner).id;
    this.#doesItem(at, "action", (i, m, f) => decideAssignAction(i, m, { id, what, ownerId, ownerIsResident: owner === null, dueOn }, f));
    return doneAt === null ? this : this.#doesItem(doneAt, "action done", (i, m, f) => decideCompleteAction(i, m, { actionId: id }, f));
  }

  hold(at: Instant, minutes: string): this {
    const undecided = this.#told.items.filter(({ now }) => now.resolution === null && now.notReached === null).length;
    return this.#does(at, "hold", (m, f) => decideHoldMeeting(m, { minutes, undecided }, f));
  }
}
