import { describe, expect, it } from "vitest";
import { decideMerge, decideUnmerge, type PairDecision } from "./merge.ts";
import { decideAssign } from "./assign.ts";
import { decideSplit } from "./split.ts";
import { decideDecline } from "./decline.ts";
import { record } from "./record.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { acceptedCase, collectedCase, type CaseStory } from "../testing/case-story.ts";
import { factsAt } from "../testing/clock.ts";
import * as people from "../testing/people.ts";
import type { Viewer } from "../people/roles.ts";

const at = "2024-03-04 10:00";

function pair(source: CaseStory, target: CaseStory, who: Viewer, now: string, decision: PairDecision | Refusal): string {
  if (isRefusal(decision)) return decision.code;
  source.takes(who, now, decision.source);
  target.takes(who, now, decision.target);
  return "done";
}
const merge = (source: CaseStory, target: CaseStory, who = people.li, now = at) => pair(source, target, who, now, decideMerge(source.case, target.case, factsAt(who, now)));
const unmerge = (source: CaseStory, target: CaseStory, who = people.li, now = at) => pair(source, target, who, now, decideUnmerge(source.case, target.case, factsAt(who, now)));
const inCompound = (compoundId: string | null) => ({ compoundId, buildingId: null, unitId: null });

describe("merge", () => {
  it("brings the reporters along and counts each person once, each anonymous opinion once", () => {
    const target = acceptedCase(at, people.member003, { reporterId: "lou" });
    for (const reporterId of ["sun", "lou", "lou", null, null]) expect(merge(collectedCase(at, { reporterId }), target)).toBe("done");
    expect(target.case.reporters).toHaveLength(6);
    expect(target.case.supporters).toBe(4);
    expect(target.case.reporters.at(-1)?.fromCaseId).not.toBe(target.case.id);
  });
  it("ends the source and its clock", () => {
    const [source, target] = [acceptedCase(at, people.member003), acceptedCase(at, people.member003)];
    expect(merge(source, target)).toBe("done");
    expect(source.case).toMatchObject({ status: "MERGED", mergedInto: target.case.id, due: null, segments: [{ endedBy: "END" }] });
  });
  it("C30: whoever led the source has led the target too", () => {
    const [source, target] = [acceptedCase(at, people.li), acceptedCase(at, people.member003)];
    expect(merge(source, target)).toBe("done");
    expect(target.case.leadIds).toEqual([people.li.personId, people.member003.personId]);
    expect(target.case.leadId).toBe(people.member003.personId);
  });
  it("leaves who leads the target the last of its leads, though he led the source before somebody else did", () => {
    const assign = (personId: string, who: Viewer, story: CaseStory) => story.does(who, at, (c, facts) => decideAssign(c, { personId, as: "LEAD", reason: "换人", assigneeInScope: true }, facts));
    const target = assign(people.member003.personId, people.li, acceptedCase(at, people.li));
    const source = assign(people.li.personId, people.li, acceptedCase(at, people.member003));
    expect(merge(source, target)).toBe("done");
    expect(target.case.leadIds).toEqual([people.li.personId, people.member003.personId]);
  });
  it("is not for a grid member", () => {
    expect(merge(collectedCase(at), acceptedCase(at, people.member003), people.member003)).toBe("FORBIDDEN_ROLE");
  });
  it("does not tell that a case exists which one may not see", () => {
    const dispute = acceptedCase(at, people.wang, { kind: "DISPUTE", category: "disputes.leak", gridCode: people.grid005 }, { parties: ["a", "b"] });
    expect(merge(collectedCase(at), dispute)).toBe("NOT_FOUND");
    const masked = people.viewer("both", people.right("GRID_HEAD", people.grid003), people.right("GRID_MEMBER", people.grid005));
    expect(merge(collectedCase(at), dispute, masked)).toBe("CONFIDENTIAL");
    const elsewhere = collectedCase(at, { gridCode: people.grid005 });
    expect(merge(collectedCase(at), elsewhere)).toBe("NOT_FOUND");
    expect(merge(collectedCase(at), elsewhere, people.zhou)).toBe("done");
  });
  it("needs something in common: the compound or the category, and the kind if it is a dispute", () => {
    const [a, b] = [collectedCase(at, { place: inCompound("1") }), collectedCase(at, { place: inCompound("2"), category: "assets.roof" })];
    expect(merge(a, b)).toBe("MERGE_NOTHING_IN_COMMON");
    expect(merge(a, collectedCase(at, { place: inCompound("1"), category: "assets.roof" }))).toBe("done");
    expect(merge(collectedCase(at, { place: inCompound(null), category: null }), collectedCase(at, { place: inCompound(null), category: null }))).toBe("MERGE_NOTHING_IN_COMMON");
    expect(merge(collectedCase(at, { kind: "OPINION" }), collectedCase(at))).toBe("done");
    expect(merge(collectedCase(at), collectedCase(at, { kind: "DISPUTE", category: null }))).toBe("MERGE_KIND");
  });
  it("only into an open case, and not into itself", () => {
    const declined = collectedCase(at).does(people.li, at, (c, f) => decideDecline(c, { reason: "NO_FACTS", goTo: "社区" }, f));
    const self = collectedCase(at);
    expect(merge(collectedCase(at), declined)).toBe("MERGE_TARGET_NOT_OPEN");
    expect(merge(self, self)).toBe("MERGE_SELF");
  });
  it("is not earlier than the last move of the source", () => {
    const [source, target] = [acceptedCase(at, people.member003), acceptedCase(at, people.member003)];
    expect(decideMerge(source.case, target.case, factsAt(people.li, "2024-03-04 11:00", "2024-03-04 09:00"))).toMatchObject({ code: "EARLIER_THAN_LAST_MOVE" });
  });
});

describe("unmerge", () => {
  const merged = () => {
    const [source, target] = [acceptedCase(at, people.member003, { reporterId: "sun" }), acceptedCase(at, people.member003)];
    merge(source, target);
    return { source, target };
  };
  it("gives both back, once: the source is collected again, without a lead", () => {
    const { source, target } = merged();
    expect(unmerge(source, target)).toBe("done");
    expect(target.case).toMatchObject({ supporters: 1, reporters: [{ personId: "lou" }] });
    expect(source.case).toMatchObject({ status: "COLLECTED", leadId: null, assignments: [], acceptedAt: null, unmerged: true, mergedInto: null });
    merge(source, target);
    expect(unmerge(source, target)).toBe("UNMERGE_ONCE");
  });
  it("within 30 natural days, while the target is open, and from the right target", () => {
    // The 30th day after 2024-03-04 is Wednesday 2024-04-03.
    const in30 = merged();
    expect(unmerge(in30.source, in30.target, people.li, "2024-04-03 18:01")).toBe("UNMERGE_TOO_LATE");
    expect(unmerge(in30.source, in30.target, people.li, "2024-04-03 18:00")).toBe("done");
    const { source, target } = merged();
    expect(unmerge(source, collectedCase(at))).toBe("NOT_FOUND");
    const ended = { ...target.case, status: "CLOSED" as const };
    expect(decideUnmerge(source.case, ended, factsAt(people.li, at))).toMatchObject({ code: "UNMERGE_TARGET_CLOSED" });
  });
  it("not after its opinions were split: an opinion belongs to one case", () => {
    const { source, target } = merged();
    const [own] = target.case.reporters.filter((r) => r.personId === "lou");
    const split = decideSplit(target.case, { opinionIds: [own?.opinionId as string], title: "另一件", newId: "n", newNo: "n" }, factsAt(people.li, at)) as PairDecision;
    target.takes(people.li, at, split.source);
    expect(unmerge(source, target)).toBe("UNMERGE_SPLIT");
  });
});

describe("split", () => {
  it("makes a new, linked case of some opinions; each side keeps one", () => {
    const target = acceptedCase(at, people.member003, { severity: "HIGH" });
    merge(collectedCase(at, { reporterId: "sun" }), target);
    const [first, second] = target.case.reporters.map((r) => r.opinionId) as [string, string];
    const split = (opinionIds: string[], title = "屋面漏水") => decideSplit(target.case, { opinionIds, title, newId: "new", newNo: `${people.community}-2024-0099` }, factsAt(people.li, at));
    for (const wrong of [[], [first, second], ["nothing"], [first, "nothing"]]) expect(split(wrong)).toMatchObject({ code: "SPLIT_NEEDS_OPINIONS" });
    expect(split([second], "")).toMatchObject({ code: "TEXT_REQUIRED", path: "title" });
    const { source, target: born } = split([second]) as PairDecision;
    target.takes(people.li, at, source);
    expect(target.case.reporters.map((r) => r.opinionId)).toEqual([first]);
    const { case: fresh } = record(null, "new", born, factsAt(people.li, at));
    expect(fresh).toMatchObject({ status: "COLLECTED", linkedFrom: target.case.id, title: "屋面漏水", supporters: 1, gridCode: people.grid003, severity: "HIGH" });
  });
  it.each([["SAFETY", "HIGH"], ["LOW", "LOW"]] as const)("of %s is %s until somebody accepts it", (severity, expected) => {
    const target = acceptedCase(at, people.zhou, { severity });
    merge(collectedCase(at, { reporterId: "sun" }), target);
    const [first] = target.case.reporters.map((r) => r.opinionId) as [string];
    const { target: born } = decideSplit(target.case, { opinionIds: [first], title: "x", newId: "new", newNo: "n" }, factsAt(people.li, at)) as PairDecision;
    expect(born).toMatchObject([{ payload: { severity: expected, onSiteDueAt: null } }]);
  });
});
