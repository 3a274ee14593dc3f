import { communityOf, localDateOf, yearOf, type AreaCode, type CaseEvent } from "@bandeng/domain";
import type { Matter } from "./case-book.ts";
import type { ToldCosts } from "./cost-story.ts";
import type { ToldMediation } from "./mediation-story.ts";
import type { ToldProject } from "./project-story.ts";

/** Where the running numbers of a community and year have come to. */
export interface Counter {
  readonly community: AreaCode;
  readonly year: number;
  readonly last: number;
}

/**
 * Gives each case its number, per community and year in the order of collection. Stories are told one after the other,
 * though their days overlap; so the numbers come last. They stand in the case and in its first event, nowhere else.
 */
export function numberCases(matters: readonly Matter[]): readonly Counter[] {
  const counters = new Counters();
  for (const matter of matters.toSorted((a, b) => compare(a.now.collectedAt, b.now.collectedAt) || compare(a.id, b.id))) {
    const no = counters.next(communityOf(matter.now.gridCode), yearOf(localDateOf(matter.now.collectedAt)), 4);
    matter.now = { ...matter.now, no };
    const [first, ...rest] = matter.events;
    if (first?.type === "COLLECTED") matter.events.splice(0, matter.events.length, { ...first, payload: { ...first.payload, no } } satisfies CaseEvent, ...rest);
  }
  return counters.list();
}

/** Gives each project its number, such as 2024-02, in the order of adoption. */
export function numberProjects(projects: readonly ToldProject[]): readonly Counter[] {
  const counters = new Counters();
  const adoptedAt = (p: ToldProject): string => p.events[0]?.at ?? "";
  for (const told of projects.toSorted((a, b) => compare(adoptedAt(a), adoptedAt(b)))) {
    // A project's number does not repeat the community.
    const no = counters.next(told.now.communityCode, told.now.year, 2).slice(told.now.communityCode.length + 1);
    told.now = { ...told.now, no };
    const [first, ...rest] = told.events;
    if (first?.type === "PROJECT_ADOPTED") told.events.splice(0, told.events.length, { ...first, payload: { ...first.payload, no } }, ...rest);
  }
  return counters.list();
}

/** Gives each mediation its number, such as 2024-03, in the order of opening. */
export function numberMediations(mediations: readonly ToldMediation[]): readonly Counter[] {
  const counters = new Counters();
  for (const told of mediations.toSorted((a, b) => compare(a.now.openedAt, b.now.openedAt) || compare(a.now.id, b.now.id))) {
    const community = communityOf(told.now.areaCode);
    const no = counters.next(community, yearOf(localDateOf(told.now.openedAt)), 2).slice(community.length + 1);
    told.now = { ...told.now, no };
    const [first, ...rest] = told.events;
    if (first?.type === "MEDIATION_OPENED") told.events.splice(0, told.events.length, { ...first, payload: { ...first.payload, no } }, ...rest);
  }
  return counters.list();
}

/** Gives each cost plan its number, such as 2024-03, in the order of opening. */
export function numberCosts(costs: readonly ToldCosts[]): readonly Counter[] {
  const counters = new Counters();
  for (const told of costs.toSorted((a, b) => compare(a.now.openedAt, b.now.openedAt) || compare(a.now.id, b.now.id))) {
    const community = communityOf(told.now.areaCode);
    const no = counters.next(community, yearOf(localDateOf(told.now.openedAt)), 2).slice(community.length + 1);
    told.now = { ...told.now, no };
    const [first, ...rest] = told.events;
    if (first?.type === "COSTS_OPENED") told.events.splice(0, told.events.length, { ...first, payload: { ...first.payload, no } }, ...rest);
  }
  return counters.list();
}

class Counters {
  readonly #last = new Map<string, number>();

  next(community: AreaCode, year: number, digits: number): string {
    const key = `${community}-${year}`;
    const last = (this.#last.get(key) ?? 0) + 1;
    this.#last.set(key, last);
    return `${key}-${String(last).padStart(digits, "0")}`;
  }

  list(): readonly Counter[] {
    return [...this.#last].map(([key, last]) => ({ community: key.slice(0, 12), year: Number(key.slice(13)), last }));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
