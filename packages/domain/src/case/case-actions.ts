import { caseLevels, openStatuses, rungStatuses, type CaseLevel, type CaseStatus } from "./case.ts";
import { rights } from "../people/rights.ts";
import type { Role } from "../people/roles.ts";

/**
 * By what right somebody does something to a case.
 * A role: held in an area that covers the case's grid.
 * LEAD: the case's present lead. OWNER: owner of its level, or of a higher one inside the community (`owners.ts`).
 * BUILDING_OWNER: OWNER, or the head of its building while it is at BUILDING.
 * ONE_ROLE_UP: one role above whoever asked, never the asker. ANY_IN_SCOPE: every role that reads the case whole, helpers apart.
 * CONVENER: convener of a bench council of the case's grid or community. HELPER: an expert or mediator who came when called.
 * CALLED: an expert who is being asked whether he comes.
 * REPORTER: the respondent himself, by his slip code. LIAISON: of a department that a whistle called to the case.
 */
export type Standing =
  | Extract<Role, "GRID_MEMBER" | "GRID_HEAD" | "MEDIATOR" | "CLERK" | "SECRETARY" | "DEPUTY" | "STREET_OFFICER" | "DISTRICT_OFFICER" | "LIAISON">
  | "LEAD"
  | "OWNER"
  | "BUILDING_OWNER"
  | "ONE_ROLE_UP"
  | "REPORTER"
  | "CONVENER"
  | "HELPER"
  | "CALLED"
  | "ANY_IN_SCOPE";

/** One row of THE TABLE. */
export interface ActionRow {
  /** Statuses it may be done in. */
  readonly from: readonly CaseStatus[];
  /** Levels it may be done at. */
  readonly levels: readonly CaseLevel[];
  /** Any one of these rights is enough. */
  readonly by: readonly Standing[];
  /** Where a level has rights of its own, they stand instead of `by`. */
  readonly byAt: Partial<Record<CaseLevel, readonly Standing[]>>;
  /** Refused to everybody who ever led the case: who handled a matter does not judge it. */
  readonly neverLead: boolean;
  /** The status it leads to; SAME keeps it, BACK returns to where a hold came from. */
  readonly to: CaseStatus | "SAME" | "BACK";
}

const open = openStatuses;
const rung = rungStatuses;
const led = [...rung, "RESOLVED"] as const;
const leaders = ["GRID_HEAD", "CLERK", "SECRETARY", "DEPUTY"] as const;

type Row = Pick<ActionRow, "from" | "by" | "to"> & Partial<ActionRow>;

function row({ from, by, to, levels = caseLevels, byAt = {}, neverLead = false }: Row): ActionRow {
  return { from, levels, by, byAt, to, neverLead };
}

/**
 * THE TABLE: action × status × level × standing. Who a guard beyond it concerns (dates, parties, balances) is asked in
 * the verb's own file. *Collect* has no row: there is no case yet, and anybody with a role may do it.
 * A role that a row names is also held by the higher owners inside the community, who are therefore named too.
 */
export const caseActions = {
  accept: row({ from: ["COLLECTED"], by: ["GRID_MEMBER", ...leaders], to: "ACCEPTED" }),
  answer: row({ from: ["ACCEPTED"], by: ["LEAD"], to: "RESOLVED" }),
  assign: row({ from: led, by: ["OWNER"], to: "SAME" }),
  returnOrder: row({ from: rung, by: ["LEAD"], to: "SAME" }),
  support: row({ from: open, by: ["ANY_IN_SCOPE"], to: "SAME" }),
  // A reason for not taking it up is told as well.
  contact: row({ from: [...open, "DECLINED"], by: ["ANY_IN_SCOPE", "HELPER"], to: "SAME" }),
  amend: row({ from: open, by: ["LEAD", ...leaders], to: "SAME" }),
  decline: row({ from: ["COLLECTED"], by: leaders, to: "DECLINED" }),
  appeal: row({ from: ["DECLINED"], by: ["REPORTER", "ANY_IN_SCOPE"], to: "COLLECTED" }),
  merge: row({ from: ["COLLECTED", "ACCEPTED"], by: leaders, to: "MERGED" }),
  unmerge: row({ from: ["MERGED"], by: leaders, to: "COLLECTED" }),
  split: row({ from: open, by: leaders, to: "SAME" }),
  deliberate: row({ from: ["ACCEPTED", "IN_PROGRESS"], by: [...leaders, "CONVENER"], to: "DELIBERATING" }),
  // The committee is the residents' committee's (People's Mediation Law, art. 8): the parties' wish brings the case up there.
  mediate: row({ from: rung, levels: ["COMMUNITY", "STREET", "DISTRICT"], by: ["LEAD", "MEDIATOR", ...leaders], to: "SAME" }),
  start: row({ from: ["ACCEPTED", "DELIBERATING"], by: ["LEAD", "OWNER"], to: "IN_PROGRESS" }),
  hold: row({ from: ["DELIBERATING", "IN_PROGRESS", "ON_HOLD"], by: ["LEAD"], to: "SAME" }),
  extend: row({ from: ["ACCEPTED", "DELIBERATING", "IN_PROGRESS"], by: ["LEAD"], to: "SAME" }),
  approve: row({ from: rung, by: ["ONE_ROLE_UP"], to: "SAME" }),
  turnDown: row({ from: rung, by: ["ONE_ROLE_UP"], to: "SAME" }),
  resume: row({ from: ["ON_HOLD"], by: ["LEAD", "OWNER"], to: "BACK" }),
  resolve: row({ from: ["DELIBERATING", "IN_PROGRESS"], by: ["LEAD"], to: "RESOLVED" }),
  callBack: row({ from: ["RESOLVED"], by: ["REPORTER", "GRID_MEMBER", ...leaders], to: "SAME", neverLead: true }),
  close: row({ from: ["RESOLVED"], by: ["CLERK"], to: "CLOSED", neverLead: true }),
  reopen: row({ from: ["RESOLVED", "CLOSED"], by: ["REPORTER", "ANY_IN_SCOPE"], to: "IN_PROGRESS" }),
  withdraw: row({ from: ["COLLECTED", "ACCEPTED", "DELIBERATING", "IN_PROGRESS", "ON_HOLD"], by: ["REPORTER", "ANY_IN_SCOPE"], to: "WITHDRAWN" }),
  escalate: row({ from: rung, levels: ["BUILDING", "COMPOUND"], by: ["LEAD", "BUILDING_OWNER"], to: "SAME" }),
  sendDown: row({ from: rung, levels: ["COMPOUND", "COMMUNITY", "STREET", "DISTRICT"], by: ["OWNER"], to: "SAME" }),
  referUp: row({ from: rung, levels: ["COMMUNITY", "STREET"], by: [], byAt: { COMMUNITY: ["SECRETARY", "DEPUTY"], STREET: ["STREET_OFFICER"] }, to: "SAME" }),
  whistle: row({ from: rung, by: ["SECRETARY", "DEPUTY"], to: "SAME" }),
  report: row({ from: open, by: ["LIAISON"], to: "SAME" }),
  release: row({ from: open, by: ["SECRETARY", "DEPUTY"], to: "SAME" }),
  callExpert: row({ from: rung, by: ["LEAD", "MEDIATOR", ...leaders], to: "SAME" }),
  answerCall: row({ from: rung, by: ["CALLED", "LEAD", "MEDIATOR", ...leaders], to: "SAME" }),
  releaseExpert: row({ from: open, by: ["LEAD", "MEDIATOR", ...leaders], to: "SAME" }),
  askFact: row({ from: rung, by: ["LEAD", "GRID_MEMBER", "MEDIATOR", ...leaders], to: "SAME" }),
  answerFact: row({ from: led, by: ["ANY_IN_SCOPE"], to: "SAME" }),
  withdrawFact: row({ from: led, by: ["LEAD", "MEDIATOR", ...leaders], to: "SAME" }),
  supervise: row({ from: open, by: rights.SUPERVISE, to: "SAME" }),
  adopt: row({ from: open, by: ["SECRETARY"], to: "SAME" }),
  correct: row({ from: open, by: ["ANY_IN_SCOPE"], to: "SAME" }),
} as const satisfies Record<string, ActionRow>;

export type CaseAction = keyof typeof caseActions;

/** The names of all actions, in the table's order. */
export const caseActionNames = Object.keys(caseActions) as readonly CaseAction[];
