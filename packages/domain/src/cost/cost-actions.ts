import { runningCostStates, type CostState } from "./cost-plan.ts";
import type { Role } from "../people/roles.ts";

/** By what right somebody does something to a cost plan. LEAD: the present lead of its case. A role: held where the case is. ANY_IN_SCOPE: whoever sees the case whole. */
export type CostActorStanding = Extract<Role, "BUILDING_HEAD" | "GRID_MEMBER" | "GRID_HEAD" | "CLERK" | "SECRETARY" | "DEPUTY"> | "LEAD" | "ANY_IN_SCOPE";

/** One row of the table of cost plans. */
export interface CostActionRow {
  /** States it may be done in. */
  readonly from: readonly CostState[];
  /** Any one of these rights is enough. */
  readonly by: readonly CostActorStanding[];
  /** COLLECTS: takes money in; APPROVES: lets money go, or be let off. In one plan nobody ever does both. */
  readonly duty: "COLLECTS" | "APPROVES" | null;
}

const drawsUp = ["LEAD", "GRID_HEAD", "CLERK", "SECRETARY", "DEPUTY"] as const;
const collects = ["BUILDING_HEAD", "GRID_MEMBER", "GRID_HEAD", "CLERK"] as const;
const approves = ["CLERK", "SECRETARY", "DEPUTY"] as const;

const plain = (from: readonly CostState[], by: readonly CostActorStanding[]): CostActionRow => ({ from, by, duty: null });
const collect = (from: readonly CostState[]): CostActionRow => ({ from, by: collects, duty: "COLLECTS" });
const approve = (from: readonly CostState[]): CostActionRow => ({ from, by: approves, duty: "APPROVES" });

/**
 * The table of cost plans: action × state × right. *Open* is done to a case: its row says who. Separation of duty: whoever
 * collects never approves in the same plan, and the other way round.
 */
export const costActions = {
  openCosts: plain([], drawsUp),
  addQuote: plain(["DRAFT"], drawsUp),
  removeQuote: plain(["DRAFT"], drawsUp),
  chooseQuote: plain(["DRAFT"], drawsUp),
  setFunds: plain(["DRAFT"], drawsUp),
  setMethod: plain(["DRAFT"], drawsUp),
  addDocument: plain(runningCostStates, drawsUp),
  approveDocument: plain(runningCostStates, approves),
  publiciseCosts: plain(["DRAFT"], drawsUp),
  objectToCosts: plain(["PUBLICISED"], ["ANY_IN_SCOPE"]),
  answerCostObjection: plain(["PUBLICISED"], drawsUp),
  startCollecting: plain(["PUBLICISED"], drawsUp),
  recordReceipt: collect(["COLLECTING"]),
  recordRefusal: plain(["COLLECTING"], collects),
  voidReceipt: approve(["COLLECTING"]),
  waive: approve(["COLLECTING"]),
  payOut: approve(["COLLECTING"]),
  setFinalAccount: approve(["COLLECTING"]),
  payRefund: approve(["COLLECTING"]),
  publishFinal: plain(["COLLECTING", "SETTLED"], drawsUp),
  settleCosts: plain(["COLLECTING"], drawsUp),
  cancelCosts: plain(runningCostStates, drawsUp),
} as const satisfies Record<string, CostActionRow>;

export type CostAction = keyof typeof costActions;

/** The names of all actions, in the table's order. */
export const costActionNames = Object.keys(costActions) as readonly CostAction[];
