import { areaKind, covers, inForce, rights, seesProject, seesSlipCode, visibility, type Role, type Viewer, type Visibility, type Whistle } from "@bandeng/domain";
import { eventIdOf } from "./ids.ts";
import { everybody, today, viewerOf, type WorldPerson } from "./people.ts";
import { canary, worldDepartments, worldPlaces, type WorldPlace } from "./places.ts";
import type { WorldCase } from "./cases.ts";
import { carrierOf, worldCases, worldNotices, worldProjects, worldViews } from "./world.ts";

/**
 * The reference model: what somebody sees of the world, said by the domain's own functions over objects in memory. It
 * asks no database and shares no line with what it judges.
 */

/** How an object stands to the viewer's roles, the ended and the coming ones included. */
export const relations = ["IN_SCOPE", "NEIGHBOUR_GRID", "PARENT", "SIBLING", "OTHER_STREET", "OTHER_DISTRICT", "ENDED", "FUTURE", "NO_ROLE"] as const;
export type Relation = (typeof relations)[number] | `CONFIDENTIAL ${(typeof relations)[number]}`;

export function relationTo(who: WorldPerson, area: string, confidential = false): Relation {
  const bare = bareRelation(who, area);
  return confidential ? `CONFIDENTIAL ${bare}` : bare;
}

function bareRelation(who: WorldPerson, area: string): (typeof relations)[number] {
  if (who.assignments.length === 0) return "NO_ROLE";
  const around = (one: string): boolean => who.assignments.some((a) => a.area.startsWith(one));
  if (who.assignments.some((a) => area.startsWith(a.area))) return who.term === "NOW" ? "IN_SCOPE" : who.term;
  if (area.length < 15 && around(area)) return "PARENT";
  if (around(area.slice(0, 12))) return "NEIGHBOUR_GRID";
  if (around(area.slice(0, 9))) return "SIBLING";
  return around(area.slice(0, 6)) ? "OTHER_STREET" : "OTHER_DISTRICT";
}

const held = (viewer: Viewer, roles: readonly Role[]): readonly string[] => viewer.assignments.filter((a) => roles.includes(a.role)).map((a) => a.area);

export class Model {
  readonly who: WorldPerson;
  readonly viewer: Viewer;
  #allowed: ReadonlySet<string> | undefined;

  constructor(who: WorldPerson) {
    this.who = who;
    this.viewer = viewerOf(who);
  }

  case(c: WorldCase): Visibility {
    return visibility(this.viewer, c.now);
  }

  /** Compounds, buildings and settings of the communities in which somebody works. */
  place(grid: string): boolean {
    return held(this.viewer, rights.READ_WORKERS).some((area) => covers(areaKind(area) === "GRID" ? area.slice(0, 12) : area, grid));
  }

  /** Colleagues and departments of the district. */
  near(area: string): boolean {
    return held(this.viewer, rights.READ_WORKERS).some((own) => own.slice(0, 6) === area.slice(0, 6));
  }

  resident(area: string): boolean {
    return held(this.viewer, rights.READ_RESIDENTS).some((own) => covers(areaKind(own) === "GRID" ? own.slice(0, 12) : own, area));
  }

  /** What a person is called for this viewer; null when he does not exist for him. */
  personName(id: string): string | null {
    const person = everybody.find((p) => p.id === id);
    if (!person) return null;
    if (person.assignments.some((a) => a.role !== "RESIDENT" && this.near(a.area))) return canary("person", person.key, "name");
    return person === this.who || this.resident(person.area) ? canary("person", person.key, "mask") : null;
  }

  /** Whether the viewer may print the slip of an opinion that a case carries. */
  slip(c: WorldCase, opinionId: unknown): boolean {
    const origin = worldCases.find((one) => one.opinion.id === opinionId);
    return origin !== undefined && seesSlipCode(this.viewer, c.now, origin.opinion);
  }

  /** The whistles on a case that count for the viewer: for a liaison those of his own departments. */
  whistles(c: WorldCase): readonly Whistle[] {
    if (this.case(c) !== "WHOLE") return [];
    const own = this.viewer.assignments.flatMap((a) => (a.role === "LIAISON" ? (a.departmentId ?? []) : []));
    const reads = held(this.viewer, rights.READ_CASES).length > 0;
    return c.now.whistles.filter((w) => reads || own.length === 0 || own.includes(w.departmentId));
  }

  allWhistles(): readonly Whistle[] {
    return worldCases.flatMap((c) => this.whistles(c));
  }

  /** The cases to which this person is called, whether he sees them or not. */
  invitedTo(): readonly WorldCase[] {
    return worldCases.filter((c) => c.now.calledIds.includes(this.who.id));
  }

  /** The notice this person was given, as far as he sees the case it is about. */
  noticed(): Record<string, unknown> {
    const notice = this.#notice();
    const seen = this.case(notice.c);
    const id = notice.c.now.id;
    return { id: notice.id, kind: "MENTIONED", case: seen === "NONE" ? null : { id, visibility: seen }, subject: seen === "NONE" ? null : { id } };
  }

  sleepsLate(): boolean {
    return this.#notice().sleepsLate;
  }

  #notice(): (typeof worldNotices)[number] {
    return worldNotices.find(({ who }) => who === this.who) as (typeof worldNotices)[number];
  }

  view(id: string): boolean {
    const view = worldViews.find((v) => v.id === id);
    return view !== undefined && (view.owner === this.who || (view.shared && this.viewer.assignments.some((a) => a.area.startsWith(view.area) || view.area.startsWith(a.area))));
  }

  /** Whether an object of a type exists for the viewer; undefined for what has no existence of its own. */
  sees(type: string, id: string): Visibility | undefined {
    const yes = (seen: boolean | undefined): Visibility => (seen === true ? "WHOLE" : "NONE");
    switch (type) {
      case "Case": {
        const found = worldCases.find((c) => c.now.id === id);
        return found ? this.case(found) : "NONE";
      }
      case "Opinion":
        return yes(worldCases.some((c) => c === carrierOf(id) && this.case(c) === "WHOLE"));
      case "SecretaryProject": {
        const found = worldProjects.find((p) => p.now.id === id);
        return yes(found && seesProject(found.now, this.viewer));
      }
      case "Compound":
        return yes(this.#place((p) => p.compoundId === id));
      case "Building":
        return yes(this.#place((p) => p.buildingId === id));
      case "Unit":
        return yes(this.#place((p) => p.unitId === id));
      case "Department":
        return yes(worldDepartments.some((d) => d.id === id && this.near(d.district)));
      case "Resident":
        return yes(everybody.some((p) => p.id === id && !p.assignments.some((a) => this.near(a.area)) && this.resident(p.area)));
      case "Worker":
        return yes(everybody.some((p) => p.id === id && p.assignments.some((a) => inForce(a, today) && this.near(a.area))));
      case "SavedView":
        return yes(this.view(id));
      case "OverdueWhistle": {
        const found = worldCases.find((c) => c.now.whistles.some((w) => w.id === id));
        return yes(found && this.whistles(found).some((w) => w.id === id));
      }
      case "Area":
        return "WHOLE";
      default:
        return undefined;
    }
  }

  #place(is: (place: WorldPlace) => boolean): boolean {
    const found = worldPlaces.find(is);
    return found !== undefined && this.place(found.grid);
  }

  /** Every id, number and marked text that an answer to this viewer may hold, wherever it stands. */
  allowed(): ReadonlySet<string> {
    return (this.#allowed ??= new Set(tokensOf(this.#everythingSeen())));
  }

  #everythingSeen(): string {
    const parts: unknown[] = [this.who.id, canary("person", this.who.key, "name")];
    const whole = worldCases.filter((c) => this.case(c) === "WHOLE");
    for (const c of worldCases) if (this.case(c) === "MASKED") parts.push(c.now.id, c.now.no);
    for (const c of whole) {
      const spot = worldPlaces.find((p) => p.buildingId === c.now.place.buildingId);
      const opinions = worldCases.filter((other) => c.now.reporters.some((r) => r.opinionId === other.opinion.id));
      parts.push(c.now, c.events, c.opinion, spot && placeTexts(spot), opinions.map((o) => canary("case", o.key, "words")));
      parts.push(c.now.calls.length > 0 && canary("case", c.key, "ask"), c.now.facts.length > 0 && canary("case", c.key, "question"));
      parts.push(c.now.leadId && canary("person", everybody.find((p) => p.id === c.now.leadId)?.key ?? "", "name"));
      parts.push(c.now.whistles.map((w) => canary("department", worldDepartments.find((d) => d.id === w.departmentId)?.key ?? "", "name")));
    }
    for (const p of worldProjects) if (seesProject(p.now, this.viewer)) parts.push(p.now, p.events, canary("person", everybody.find((x) => x.id === p.now.secretaryId)?.key ?? "", "name"));
    for (const spot of worldPlaces) if (this.place(spot.grid)) parts.push(placeTexts(spot), spot.householdId, canary("household", spot.key, "room"));
    for (const d of worldDepartments) if (this.near(d.district)) parts.push(d.id, canary("department", d.key, "name"));
    for (const p of everybody) parts.push(this.personName(p.id) === null ? null : [p.id, this.personName(p.id)]);
    for (const v of worldViews) if (this.view(v.id)) parts.push(v.id, canary("view", v.key, "name"), canary("view", v.key, "search"));
    parts.push(this.who.assignments);
    const streams = [...whole, ...worldProjects.filter((p) => seesProject(p.now, this.viewer))];
    return JSON.stringify(parts) + streams.flatMap(({ now, events }) => events.map((e) => eventIdOf(now.id, e.seq))).join(" ");
  }
}

const placeTexts = (p: WorldPlace): unknown => [
  p.compoundId, p.buildingId, p.unitId, ...["name", "pinyin", "batch", "company"].map((field) => canary("compound", p.key, field)),
  canary("building", p.key, "address"), canary("building", p.key, "pinyin"),
];

const TOKEN = /«[^»]*»|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{12}-\d{4}-\d{4}/g;

/** Marked texts, ids and case numbers in a text. Cursors are opened. */
export function tokensOf(text: string): string[] {
  const cursors = [...text.matchAll(/"(WyJ[\w-]+)"/g)].map(([, cursor]) => Buffer.from(cursor as string, "base64url").toString());
  return [text, ...cursors].flatMap((one) => one.match(TOKEN) ?? []);
}

