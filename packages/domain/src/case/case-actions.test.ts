import { describe, expect, it } from "vitest";
import { caseActionNames, caseActions, type CaseAction } from "./case-actions.ts";
import { caseLevels, caseStatuses, type CaseCard, type CaseLevel, type CaseStatus } from "./case.ts";
import { whyNot } from "./why-not.ts";
import { isOpen } from "./case.ts";
import * as people from "../testing/people.ts";
import { acceptedCase } from "../testing/case-story.ts";
import { allowedIn } from "../testing/expected-table.ts";
import type { Viewer } from "../people/roles.ts";

const base = acceptedCase("2024-03-04", people.member003).case;

/** A case that stands in a cell, to which a department was called; asked for a hold by a grid member where something can be asked. */
function cardIn(status: CaseStatus, level: CaseLevel, more: Partial<CaseCard> = {}): CaseCard {
  const ask = { kind: "HOLD", askedBy: "lead", askedAs: "GRID_MEMBER", at: base.collectedAt, reason: "x", holdReason: "WAIT_FUNDS", until: "2024-04-01", days: null } as const;
  return { ...base, status, level, maxLevel: level, leadId: "lead", leadIds: ["formerLead", "lead"], recordedBy: "recorder", pendingAsk: ask, whistleDepartments: ["住建"], helperIds: ["helper"], calledIds: ["called"], ...more };
}

/** Everybody in the table by letter, and after them those who have no business here. */
const cast: Record<string, Viewer> = {
  L: people.viewer("lead", people.right("EXPERT", people.district)),
  p: people.viewer("recorder", people.right("PROXY", people.community)),
  r: people.slipOf(base.id, "person:lou"),
  b: people.buildingHead,
  m: people.other003,
  h: people.li,
  j: people.mediator,
  o: people.councillor,
  c: people.zhou,
  k: people.viewer("formerLead", people.right("CLERK", people.community)),
  d: people.deputy,
  s: people.chen,
  S: people.streetOfficer,
  D: people.districtOfficer,
  l: people.housing,
  x: people.viewer("helper", people.right("EXPERT", people.district)),
  e: people.viewer("called", people.right("EXPERT", people.district)),
};
const outsiders = {
  "a slip of another case": people.slipOf("another-case", "person:lou"),
  "a head of another building": people.otherBuildingHead,
  "a building head without a building": people.viewer("x", people.right("BUILDING_HEAD", people.grid003)),
  "a member of another grid": people.member005,
  "a head of another grid": people.wang,
  "a liaison whose department was not called": people.fire,
  "an expert": people.expert,
  "a proxy who did not record it": people.zhang,
  "an administrator": people.admin,
  "an integration": people.key,
  "somebody without a role": people.stranger,
};

describe("the table, cell by cell", () => {
  it.each(caseActionNames)("%s", (action) => {
    const seen: Record<string, string> = {};
    const written: Record<string, string> = {};
    for (const status of caseStatuses) {
      for (const level of caseLevels) {
        const card = cardIn(status, level);
        const cell = `${status} ${level}`;
        const allowed = Object.entries(cast).filter(([, viewer]) => whyNot(action, card, viewer) === null);
        seen[cell] = allowed.map(([letter]) => letter).toSorted().join("");
        written[cell] = [...allowedIn(action, status, level)].toSorted().join("");
      }
    }
    expect(seen).toEqual(written);
  });

  it.each(Object.entries(outsiders))("%s may nothing at all, and does not learn that it exists", (_who, viewer) => {
    for (const action of caseActionNames) {
      for (const status of caseStatuses) {
        for (const level of caseLevels) expect(whyNot(action, cardIn(status, level), viewer), `${action} ${status} ${level}`).toMatchObject({ code: "NOT_FOUND" });
      }
    }
  });
});

describe("the reason given is the first that stands in the way", () => {
  const no = (action: CaseAction, card: CaseCard, viewer: Viewer) => whyNot(action, card, viewer)?.code ?? null;
  it("status before level before right", () => {
    expect(no("referUp", cardIn("RESOLVED", "BUILDING"), people.li)).toBe("WRONG_STATUS");
    expect(no("referUp", cardIn("IN_PROGRESS", "BUILDING"), people.li)).toBe("WRONG_LEVEL");
    expect(no("referUp", cardIn("IN_PROGRESS", "COMMUNITY"), people.li)).toBe("FORBIDDEN_ROLE");
    expect(no("adopt", cardIn("IN_PROGRESS", "COMMUNITY"), people.other003)).toBe("FORBIDDEN_ROLE");
    expect(no("whistle", cardIn("IN_PROGRESS", "COMMUNITY"), people.li)).toBe("FORBIDDEN_ROLE");
  });
  it("who led it does not judge it", () => {
    expect(no("callBack", cardIn("RESOLVED", "BUILDING"), cast["k"] as Viewer)).toBe("WAS_LEAD");
    expect(no("close", cardIn("RESOLVED", "BUILDING"), cast["k"] as Viewer)).toBe("WAS_LEAD");
  });
  it("nobody approves his own ask, or one that was not made", () => {
    const own = cardIn("IN_PROGRESS", "BUILDING", { pendingAsk: { ...cardIn("IN_PROGRESS", "BUILDING").pendingAsk, askedBy: "li" } as CaseCard["pendingAsk"] });
    expect(no("approve", own, people.li)).toBe("OWN_ASK");
    expect(no("turnDown", own, people.li)).toBe("OWN_ASK");
    expect(no("approve", cardIn("IN_PROGRESS", "BUILDING", { pendingAsk: null }), people.li)).toBe("NOTHING_ASKED");
  });
  it("an adopted case is not adopted again", () => {
    expect(no("adopt", cardIn("IN_PROGRESS", "COMMUNITY", { projectId: "p" }), people.chen)).toBe("ALREADY_ADOPTED");
  });
  it("an appeal is decided by secretary or deputy only", () => {
    const appealed = cardIn("COLLECTED", "BUILDING", { appealed: true });
    for (const action of ["accept", "decline"] as const) {
      expect(no(action, appealed, people.li)).toBe("APPEAL_DECIDED_HIGHER");
      expect(no(action, appealed, people.zhou)).toBe("APPEAL_DECIDED_HIGHER");
      expect(no(action, appealed, people.deputy)).toBeNull();
      expect(no(action, appealed, people.chen)).toBeNull();
    }
  });
  it("who sees a dispute masked may do nothing to it", () => {
    for (const action of caseActionNames) expect(no(action, cardIn("IN_PROGRESS", "BUILDING", { kind: "DISPUTE" }), people.other003)).toBe("CONFIDENTIAL");
    expect(no("start", cardIn("ACCEPTED", "BUILDING", { kind: "DISPUTE" }), people.li)).toBeNull();
  });
  it("but the liaison called to a dispute, who reports for duty without seeing what is in it", () => {
    const dispute = cardIn("IN_PROGRESS", "BUILDING", { kind: "DISPUTE" });
    for (const action of caseActionNames) expect(no(action, dispute, people.housing), action).toBe(action === "report" ? null : "CONFIDENTIAL");
  });
});

describe("the graph of statuses", () => {
  const edges = caseActionNames.flatMap((action) => {
    const { from, to } = caseActions[action];
    const back = to === "BACK" ? (["DELIBERATING", "IN_PROGRESS"] as const) : to === "SAME" ? [] : [to];
    return from.flatMap((source) => back.map((target) => ({ action, source: source as CaseStatus, target: target as CaseStatus })));
  });
  // A hold begins with its approval, which keeps the status in the table: the ask decides what it leads to.
  const all = [...edges, ...(["DELIBERATING", "IN_PROGRESS"] as const).map((source) => ({ action: "approve" as const, source: source as CaseStatus, target: "ON_HOLD" as CaseStatus }))];

  it("reaches every status from COLLECTED", () => {
    const reached = new Set<CaseStatus>(["COLLECTED"]);
    for (const _ of caseStatuses) for (const { source, target } of all) if (reached.has(source)) reached.add(target);
    expect([...reached].toSorted()).toEqual([...caseStatuses].toSorted());
  });

  it("ends stay ends, but for appeal, unmerge and the reporter's reopening", () => {
    const leaving = all.filter(({ source }) => !isOpen(source)).map(({ action, source, target }) => `${action}: ${source} → ${target}`);
    expect(leaving.toSorted()).toEqual(["appeal: DECLINED → COLLECTED", "reopen: CLOSED → IN_PROGRESS", "unmerge: MERGED → COLLECTED"]);
    const touching = caseActionNames.filter((a) => (caseActions[a].from as readonly CaseStatus[]).includes("WITHDRAWN"));
    expect(touching).toEqual([]);
  });
});
