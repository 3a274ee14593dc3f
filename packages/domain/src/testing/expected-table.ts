import type { CaseAction } from "../case/case-actions.ts";
import type { CaseLevel, CaseStatus } from "../case/case.ts";

/**
 * What the rules allow, written down a second time and on purpose not computed from the table of the program. One letter
 * for a status, one digit for a level, one letter for a person:
 *
 * statuses  C collected · A accepted · D deliberating · I in progress · H on hold · R resolved · X closed · M merged · N declined · W withdrawn
 * people    L lead · p recorder (a proxy) · r reporter with his slip · b head of the building · m member, h head of the grid
 *           j mediator · o member of the council · c clerk · k clerk who led it before · d deputy · s secretary
 *           S street officer · D district officer · l liaison of a department that was called to it
 *           x expert who came to it · e expert who is being asked
 */
const expectedTable: Record<CaseAction, readonly [statuses: string, whoAtLevel: Record<string, string>]> = {
  accept: ["C", { 12345: "mhckds" }],
  answer: ["A", { 12345: "L" }],
  assign: ["ADIHR", { 1: "mhckds", 2: "hckds", 3: "ckds", 4: "SD", 5: "D" }],
  returnOrder: ["ADIH", { 12345: "L" }],
  support: ["CADIHR", { 12345: "LpbmhjockdsSDl" }],
  contact: ["CADIHRN", { 12345: "LpbmhjockdsSDlx" }],
  amend: ["CADIHR", { 12345: "Lhckds" }],
  decline: ["C", { 12345: "hckds" }],
  appeal: ["N", { 12345: "rLpbmhjockdsSDl" }],
  merge: ["CA", { 12345: "hckds" }],
  unmerge: ["M", { 12345: "hckds" }],
  split: ["CADIHR", { 12345: "hckds" }],
  deliberate: ["AI", { 12345: "hckds" }],
  mediate: ["ADIH", { 345: "Lhjckds" }],
  start: ["AD", { 1: "Lmhckds", 2: "Lhckds", 3: "Lckds", 4: "LSD", 5: "LD" }],
  hold: ["DIH", { 12345: "L" }],
  extend: ["ADI", { 12345: "L" }],
  // Asked by a grid member.
  approve: ["ADIH", { 12345: "hds" }],
  turnDown: ["ADIH", { 12345: "hds" }],
  resume: ["H", { 1: "Lmhckds", 2: "Lhckds", 3: "Lckds", 4: "LSD", 5: "LD" }],
  resolve: ["DI", { 12345: "L" }],
  callBack: ["R", { 12345: "rmhcds" }],
  close: ["R", { 12345: "c" }],
  reopen: ["RX", { 12345: "rLpbmhjockdsSDl" }],
  withdraw: ["CADIH", { 12345: "rLpbmhjockdsSDl" }],
  escalate: ["ADIH", { 1: "Lbmhckds", 2: "Lhckds" }],
  sendDown: ["ADIH", { 2: "hckds", 3: "ckds", 4: "SD", 5: "D" }],
  referUp: ["ADIH", { 3: "ds", 4: "S" }],
  whistle: ["ADIH", { 12345: "ds" }],
  report: ["CADIHR", { 12345: "l" }],
  release: ["CADIHR", { 12345: "ds" }],
  callExpert: ["ADIH", { 12345: "Lhjckds" }],
  answerCall: ["ADIH", { 12345: "eLhjckds" }],
  releaseExpert: ["CADIHR", { 12345: "Lhjckds" }],
  askFact: ["ADIH", { 12345: "Lmhjckds" }],
  answerFact: ["ADIHR", { 12345: "LpbmhjockdsSDl" }],
  withdrawFact: ["ADIHR", { 12345: "Lhjckds" }],
  supervise: ["CADIHR", { 12345: "SD" }],
  adopt: ["CADIHR", { 12345: "s" }],
  correct: ["CADIHR", { 12345: "LpbmhjockdsSDl" }],
};

/** The letter of each status in the table. */
const statusLetters: Record<CaseStatus, string> = {
  COLLECTED: "C",
  ACCEPTED: "A",
  DELIBERATING: "D",
  IN_PROGRESS: "I",
  ON_HOLD: "H",
  RESOLVED: "R",
  CLOSED: "X",
  MERGED: "M",
  DECLINED: "N",
  WITHDRAWN: "W",
};

const digits: Record<CaseLevel, string> = { BUILDING: "1", COMPOUND: "2", COMMUNITY: "3", STREET: "4", DISTRICT: "5" };

/** Who may do it in this cell: letters, none where the cell is forbidden. */
export function allowedIn(action: CaseAction, status: CaseStatus, level: CaseLevel): string {
  const [statuses, whoAtLevel] = expectedTable[action];
  if (!statuses.includes(statusLetters[status])) return "";
  return Object.entries(whoAtLevel).find(([levels]) => levels.includes(digits[level]))?.[1] ?? "";
}
