import type { Contractor, ContractorEntry } from "./contractor.ts";
import type { CostPlan } from "./cost-plan.ts";
import { chosenQuote } from "./cost-plan.ts";
import { optionalTextProblem, textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import type { Instant } from "../deadline/moment.ts";
import { mayIn } from "../people/rights.ts";
import type { Viewer } from "../people/roles.ts";
import { areaKind, isAreaCode } from "../place/area-code.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";

/** Everything that can have happened to a contractor of the register; not a name in it. */
export interface ContractorEventPayloads {
  CONTRACTOR_ADDED: { readonly area: string };
  CONTRACTOR_AMENDED: { readonly active: boolean };
  CONTRACTOR_RATED: { readonly costPlanId: string; readonly stars: number };
}
export type ContractorEventType = keyof ContractorEventPayloads;
export type ContractorEventBody = { [T in ContractorEventType]: { readonly type: T; readonly at: Instant; readonly payload: ContractorEventPayloads[T] } }[ContractorEventType];
/** A fact in the log of a contractor; `seq` is gap-free from 1. */
export type ContractorEvent = ContractorEventBody & { readonly contractorId: string; readonly seq: number; readonly recordedAt: Instant; readonly actorId: string };
export type ContractorDecision = ContractorEventBody | Refusal;

/**
 * The contractor after one more event. Pure.
 * @throws TypeError for a first event that is not CONTRACTOR_ADDED
 */
export function evolveContractor(before: Contractor | null, event: ContractorEvent): Contractor {
  if (event.type === "CONTRACTOR_ADDED") return { id: event.contractorId, version: event.seq, area: event.payload.area, active: true, ratings: [] };
  if (before === null) throw new TypeError(`A contractor begins with CONTRACTOR_ADDED, not ${event.type}`);
  const next = { ...before, version: event.seq };
  return event.type === "CONTRACTOR_AMENDED" ? { ...next, active: event.payload.active } : { ...next, ratings: [...before.ratings, { ...event.payload, by: event.actorId, at: event.at }] };
}

/** A contractor after a decision, and the event as it goes into the log; or the refusal. */
export function recordedContractor(before: Contractor | null, contractorId: string, decision: ContractorDecision, facts: Pick<Facts, "viewer" | "now">): { readonly contractor: Contractor; readonly event: ContractorEvent } | Refusal {
  if (isRefusal(decision)) return decision;
  const at = decision.at < facts.now ? decision.at : facts.now;
  const event: ContractorEvent = { ...decision, at, contractorId, seq: (before?.version ?? 0) + 1, recordedAt: facts.now, actorId: facts.viewer.personId };
  return { contractor: evolveContractor(before, event), event };
}

/** Whether somebody knows the contractors of a community: whoever works there, or above it. */
export function seesContractor(contractor: Pick<Contractor, "area">, viewer: Viewer): boolean {
  return viewer.assignments.some(({ area }) => contractor.area.startsWith(area.slice(0, 12)));
}

function entryProblem({ name, licence, phone }: ContractorEntry): Refusal | null {
  return textProblem("name", name, 60) ?? textProblem("licence", licence, 100) ?? optionalTextProblem("phone", phone ?? "", 30);
}

const keepProblem = (area: string, viewer: Viewer): Refusal | null => (mayIn(viewer, "KEEP_CONTRACTORS", area) ? null : refuse("FORBIDDEN_RIGHT", { right: "KEEP_CONTRACTORS" }));

/** 登记: a contractor that residents of a community may ask for a quote. */
export function decideAddContractor(input: ContractorEntry & { readonly area: string }, facts: Facts): ContractorDecision {
  const { area } = input;
  if (!isAreaCode(area) || areaKind(area) !== "COMMUNITY") return refuse("NOT_A_COMMUNITY", {}, "areaCode");
  const no = keepProblem(area, facts.viewer) ?? entryProblem(input);
  return no ?? { type: "CONTRACTOR_ADDED", at: facts.at, payload: { area } };
}

/** Name, licence, phone, or whether it is still asked. */
export function decideAmendContractor(contractor: Contractor, input: ContractorEntry & { readonly active: boolean }, facts: Facts): ContractorDecision {
  const no = keepProblem(contractor.area, facts.viewer) ?? entryProblem(input);
  return no ?? { type: "CONTRACTOR_AMENDED", at: facts.at, payload: { active: input.active } };
}

export interface RateContractorInput {
  /** The plan it did the work of; null for one the viewer does not see. */
  readonly plan: Pick<CostPlan, "id" | "state" | "quotes" | "chosenQuoteId"> | null;
  /** 1 to 5. */
  readonly stars: number;
  readonly words: string;
}

/** 评价 after a settled plan, once: what the next who asks for quotes will read. */
export function decideRateContractor(contractor: Contractor, { plan, stars, words }: RateContractorInput, facts: Facts): ContractorDecision {
  const no = keepProblem(contractor.area, facts.viewer) ?? optionalTextProblem("words", words);
  if (no) return no;
  if (!plan || plan.state !== "SETTLED" || chosenQuote(plan)?.contractorId !== contractor.id) return refuse("NO_SETTLED_WORK", {}, "costPlanId");
  if (contractor.ratings.some(({ costPlanId }) => costPlanId === plan.id)) return refuse("RATED_ALREADY", {}, "costPlanId");
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) return refuse("STARS_INVALID", {}, "stars");
  return { type: "CONTRACTOR_RATED", at: facts.at, payload: { costPlanId: plan.id, stars } };
}
