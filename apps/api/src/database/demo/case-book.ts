import {
  balanceFen,
  calendarOf,
  catchUp,
  costPayers,
  decideCollect,
  decideMerge,
  defaultDeadlineRules,
  isRefusal,
  record,
  shippedCalendarYears,
  type Calendar,
  type Case,
  type CaseEvent,
  type CaseEventBody,
  type CaseKind,
  type CasePlace,
  type Channel,
  type ConcernedHousehold,
  type CostStanding,
  type Decision,
  type Facts,
  type Instant,
  type Recorded,
  type Refusal,
  type Severity,
  type UrgencyTag,
} from "@bandeng/domain";
import { found, type DemoPeople, type Resident } from "./people.ts";
import type { DemoBuilding, DemoPlaces } from "./places.ts";
import type { ToldBench } from "./bench-story.ts";
import type { ToldContractor } from "./contractors.ts";
import type { ToldCosts } from "./cost-story.ts";
import type { ToldMediation } from "./mediation-story.ts";
import type { ToldProject } from "./project-story.ts";
import { idMaker } from "./seed.ts";

/** An opinion's row: the resident's own words, apart from the case. */
export interface ToldOpinion {
  readonly id: string;
  readonly caseId: string;
  readonly gridCode: string;
  readonly words: string;
  readonly voicedAt: Instant;
  readonly recordedAt: Instant;
  readonly reporterId: string | null;
  readonly recordedBy: string;
  readonly channel: Channel;
}

/** Where something is: the ids, the grid, and the people who live there. */
export interface Spot {
  readonly place: CasePlace;
  readonly gridCode: string;
  /** Last three digits of the grid: `head-003` and `member-003` are its people. */
  readonly gridNo: string;
  readonly residents: readonly Resident[];
}

/** A door with where it is. */
export interface DemoDoor {
  readonly id: string;
  readonly kind: ConcernedHousehold["kind"];
  readonly floor: number;
  readonly room: string;
  readonly areaCm2: number;
  readonly address: string;
  /** Number of the unit; null for a door to the street. */
  readonly unit: number | null;
}

export interface Collecting {
  readonly at: Instant;
  /** Key of whoever writes it down. */
  readonly by: string;
  readonly spot: Spot;
  readonly title: string;
  readonly words: string;
  readonly kind: CaseKind;
  readonly category: string | null;
  readonly severity?: Severity;
  readonly tags?: readonly UrgencyTag[];
  readonly channel?: Channel;
  /** When the resident said it; the same moment unless given. */
  readonly voicedAt?: Instant;
  /** Null for an anonymous one. */
  readonly reporter: Resident | null;
}

/** One case as it has been told so far. */
export interface Matter {
  readonly id: string;
  readonly spot: Spot;
  now: Case;
  readonly events: CaseEvent[];
}

/**
 * Everything that happened, told through the domain's own decide functions under a clock that the teller sets: so
 * every case of the demo has a true history, and no state that the rules do not lead to.
 */
export class CaseBook {
  readonly calendar: Calendar = calendarOf(shippedCalendarYears);
  readonly matters: Matter[] = [];
  readonly opinions: ToldOpinion[] = [];
  readonly projects: ToldProject[] = [];
  readonly benches: ToldBench[] = [];
  readonly mediations: ToldMediation[] = [];
  readonly costs: ToldCosts[] = [];
  readonly contractors: ToldContractor[] = [];
  readonly people: DemoPeople;
  readonly #places: DemoPlaces;
  readonly #caseId = idMaker("cases");
  readonly #opinionId = idMaker("opinions");
  readonly whistleId = idMaker("whistles");
  readonly projectId = idMaker("projects");
  /** Ids of bench meetings, their items and everything that is said there. */
  readonly benchId = idMaker("benches");
  /** Ids of mediations, their statements, terms and visits. */
  readonly mediationId = idMaker("mediations");
  /** Ids of cost plans, of all that belongs to them, and of contractors. */
  readonly costId = idMaker("costs");
  #receipts = 0;
  /** Ids of calls for experts and of questions of fact, and the words that are kept apart from both. */
  readonly helpId = idMaker("help");
  readonly asks = new Map<string, string>();
  readonly factWords = new Map<string, { readonly question: string; readonly answer: string | null; readonly evidence: string | null }>();
  /** Ids of milestones, deliverables and objections. */
  readonly partId = idMaker("project parts");
  readonly #asked = new Map<string, number>();

  constructor(places: DemoPlaces, people: DemoPeople) {
    this.#places = places;
    this.people = people;
  }

  /** A house, a unit of it, or a whole compound, by the name people use. */
  spot(address: string, unitNo?: number): Spot {
    const building = this.#places.buildings.find((b) => b.address === address);
    if (building) {
      const unitId = unitNo === undefined ? null : found(building.units, (u) => u.no === unitNo).id;
      const residents = this.#residentsOf((b) => b.id === building.id).filter((r) => unitId === null || r.household.unitId === unitId);
      return { place: { compoundId: building.compoundId, buildingId: building.id, unitId }, gridCode: building.grid, gridNo: building.grid.slice(-3), residents };
    }
    const compound = found(this.#places.compounds, (c) => c.name === address);
    const residents = this.#residentsOf((b) => b.compoundId === compound.id);
    return { place: { compoundId: compound.id, buildingId: null, unitId: null }, gridCode: compound.mainGrid, gridNo: compound.mainGrid.slice(-3), residents };
  }

  /** Somewhere that nobody could say: the grid of whoever wrote it down, or 未定网格 for `…000`. */
  unknownSpot(gridCode: string): Spot {
    return { place: { compoundId: null, buildingId: null, unitId: null }, gridCode, gridNo: gridCode.slice(-3), residents: this.#residentsOf((b) => b.grid.startsWith(gridCode.slice(0, 12))) };
  }

  /** All doors of a unit, of a building, or of a compound: what a list of those concerned is made from. */
  householdsOf({ unitId, buildingId, compoundId }: CasePlace): readonly ConcernedHousehold[] {
    const buildings = this.#places.buildings.filter((b) => (buildingId === null ? b.compoundId === compoundId : b.id === buildingId));
    const doors = buildings.flatMap((b) => b.households.map((h) => ({ ...h, buildingId: b.id, compoundId: b.compoundId })));
    return doors.filter((h) => unitId === null || h.unitId === unitId);
  }

  /** All doors of a unit, with where they are. */
  doorsOf({ unitId, buildingId }: CasePlace): readonly DemoDoor[] {
    const building = found(this.#places.buildings, (b) => b.id === buildingId);
    const unitOf = (id: string | null): number | null => building.units.find((u) => u.id === id)?.no ?? null;
    return building.households.filter((h) => h.unitId === unitId).map(({ id, kind, floor, room, areaCm2, unitId: of }) => ({ id, kind, floor, room, areaCm2, address: building.address, unit: unitOf(of) }));
  }

  /** What is on a door. */
  roomOf(householdId: string): string {
    return found(this.#places.buildings.flatMap((b) => b.households), (h) => h.id === householdId).room;
  }

  /** A contractor of the register, by name. */
  contractor(name: string): string {
    return found(this.contractors, ({ entry }) => entry.name === name).now.id;
  }

  /** The next number of the community's receipts. */
  receiptNo(at: Instant): string {
    this.#receipts += 1;
    return `${at.slice(0, 4)}-${String(this.#receipts).padStart(4, "0")}`;
  }

  /** What a case's cost plan says when its lead states the result; null when it has none. */
  costStanding(c: Case): CostStanding | null {
    const plans = this.costs.flatMap(({ now }) => (now.caseId === c.id ? [now] : []));
    if (plans.length === 0) return null;
    const asked = new Set(c.reporters.map(({ personId }) => this.homeOf(personId)));
    return { balanceFen: plans.reduce((sum, plan) => sum + BigInt(balanceFen(plan)), 0n), payers: costPayers(plans).filter((id) => !asked.has(id)) };
  }

  /** The home of somebody who is known; null when it is not. */
  homeOf(personId: string | null): string | null {
    return this.people.people.find((p) => p.id === personId)?.householdId ?? null;
  }

  #residentsOf(lives: (building: DemoBuilding) => boolean): readonly Resident[] {
    return this.people.residents.filter((r) => lives(r.building));
  }

  /** The next resident of a spot who has not spoken yet; around again when all have. */
  resident(spot: Spot): Resident {
    const key = `${spot.gridCode}${spot.place.compoundId}${spot.place.buildingId}${spot.place.unitId}`;
    const n = this.#asked.get(key) ?? 0;
    this.#asked.set(key, n + 1);
    const one = spot.residents[n % spot.residents.length];
    if (!one) throw new RangeError("Nobody known lives there");
    return one;
  }

  /** Who acts, by the key of the staff plan. */
  facts(by: string, at: Instant): Facts {
    return this.factsOf(this.people.staff(by).id, at);
  }

  /** Who acts, by id: a lead is known by nothing else. */
  factsOf(personId: string, at: Instant): Facts {
    return { viewer: this.people.viewer(personId), at, now: at, calendar: this.calendar, rules: defaultDeadlineRules };
  }

  collect(input: Collecting): Matter {
    const { at, spot, reporter } = input;
    const facts = this.facts(input.by, at);
    const caseId = this.#caseId(at);
    const opinionId = this.#opinionId(at);
    const voicedAt = input.voicedAt ?? at;
    const channel = input.channel ?? "VISIT";
    const bodies = must(
      decideCollect(
        {
          opinionId, caseId, text: input.words, title: input.title, kind: input.kind, category: input.category, place: spot.place, gridCode: spot.gridCode,
          severity: input.severity ?? "NORMAL", tags: input.tags ?? [], channel, voicedAt, reporterId: reporter?.id ?? null,
          // The number is given when all stories are told: in the order of collection (see number-cases.ts).
          no: "", linkedFrom: null,
        },
        facts,
      ),
      `collect ${input.title}`,
    );
    const { case: now, events } = record(null, caseId, bodies, facts);
    this.opinions.push({ id: opinionId, caseId, gridCode: spot.gridCode, words: input.words, voicedAt, recordedAt: at, reporterId: reporter?.id ?? null, recordedBy: facts.viewer.personId, channel });
    const matter: Matter = { id: caseId, spot, now, events: [...events] };
    this.matters.push(matter);
    return matter;
  }

  /** Runs one verb as the server does: first what the clock did by itself, then the decision. A refusal is a mistake of the story. */
  does(matter: Matter, facts: Facts, what: string, decide: (c: Case) => Decision): void {
    this.let(matter, facts);
    const bodies = must(decide(matter.now), `${what} at ${facts.at}: ${matter.now.title}`);
    this.#write(matter, bodies, facts);
  }

  /** Lets the clock do what it does by itself until now: holds lapse, levels fall due. */
  let(matter: Matter, facts: Facts): void {
    const last = matter.events.at(-1);
    if (last && facts.now < last.recordedAt) throw new RangeError(`${matter.now.title}: ${facts.now} is before ${last.type} at ${last.recordedAt}`);
    this.#add(matter, catchUp(matter.now, facts));
  }

  /** Puts one case into another, as grid heads do. */
  merge(source: Matter, target: Matter, by: string, at: Instant): void {
    const facts = this.facts(by, at);
    this.let(source, facts);
    this.let(target, facts);
    const pair = must(decideMerge(source.now, target.now, facts), `merge at ${at}: ${source.now.title}`);
    this.#write(source, pair.source, facts);
    this.#write(target, pair.target, facts);
  }

  #write(matter: Matter, bodies: readonly CaseEventBody[], facts: Facts): void {
    if (bodies.length > 0) this.#add(matter, record(matter.now, matter.id, bodies, facts));
  }

  #add(matter: Matter, more: Recorded): void {
    matter.now = more.case;
    matter.events.push(...more.events);
  }
}

/** What was decided. @throws Error when it was refused: the demo tells nothing that the rules forbid */
export function must<T>(decision: T | Refusal, what: string): T {
  if (isRefusal(decision)) throw new Error(`The demo's story breaks a rule: ${what}: ${decision.code} ${JSON.stringify(decision.data)}`);
  return decision;
}
