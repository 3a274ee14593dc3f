import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideAddCase } from "./add-case.ts";
import { decideAppraise, decideMarkExemplary, planFromTemplate, type AppraiseInput } from "./appraisal.ts";
import { decideCarryOver } from "./carry-over.ts";
import { decideAcceptDeliverable, decideSignAcceptance } from "./deliverable.ts";
import { decideInspect, inspectionMissingFrom, missingInspections, type InspectedProject } from "./inspection.ts";
import { decideCompleteMilestone } from "./milestone.ts";
import { decideObject } from "./objection.ts";
import { decideSubmit } from "./plan.ts";
import { inspectionNotices, noticesOfProject } from "./project-notices.ts";
import { isProjectOverdue, projectYears, spentOf, startedAt, type SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { decidePublicise, decideReturnPlan } from "./review.ts";
import { decideRun } from "./run.ts";
import { decideSpend } from "./spending.ts";
import { decideNameInspector, decideRequestStrikeOff, decideReturnStrikeOff, decideStrikeOff } from "./strike-off.ts";
import { decideFileStudy, decideSetProgrammes } from "./study.ts";
import { evolveProject } from "./evolve-project.ts";
import type { Facts } from "../case/record.ts";
import { plusMonths, plusNaturalDays, type LocalDate } from "../deadline/moment.ts";
import { isRefusal } from "../refusal.ts";
import { acceptedCase } from "../testing/case-story.ts";
import { factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";
import { plan, projectStory, type ProjectStory } from "../testing/project-story.ts";

type Act = (p: SecretaryProject, f: Facts) => ProjectDecision;
const file = (meetingOn: LocalDate, words = "党委会同意立项"): Act => (p, f) => decideFileStudy(p, { meetingOn, words }, f);
const inspect = (month: string, finding = "底座已浇好"): Act => (p, f) => decideInspect(p, { inspectionId: `i-${month}`, month, finding, next: "催采购" }, f);
const spend = (fen: number, fund = "老旧小区改造", what = "不锈钢架"): Act => (p, f) => decideSpend(p, { spendingId: `s-${p.version}`, fund, what, fen }, f);
const appraise = (year: number, more: Partial<AppraiseInput> = {}): Act => (p, f) => decideAppraise(p, { appraisalId: `a-${year}`, year, grade: "GOOD", words: "按期完成", ...more }, f);
const carry = (reason = "管线改道，未能完工"): Act => (p, f) => decideCarryOver(p, { reason }, f);
const accept: Act = (p, f) => decideAcceptDeliverable(p, { deliverableId: "racks", accepted: 5, evidence: "五组", attachmentIds: ["photo"] }, f);
const sign = (residentId: string, attachmentId: string | null = null): Act => (p, f) => decideSignAcceptance(p, { deliverableId: "racks", residentId, attachmentId }, f);
const request: Act = (p, f) => decideRequestStrikeOff(p, { callbacksAnswered: 1 }, f);
const strike: Act = (p, f) => decideStrikeOff(p, { evidence: "看过" }, f);

/** Running from 2024-03-25 18:00 on, like the racks of 曹家巷. */
const running = (): ProjectStory =>
  projectStory("2024-03-15 10:00").does(people.chen, "2024-03-16", decideSubmit).does(people.streetOfficer, "2024-03-18 09:00", (p, f) => decidePublicise(p, { place: "公示栏" }, f)).does(people.chen, "2024-03-25 18:00", decideRun);
const requested = (now = "2024-05-20"): ProjectStory => {
  const story = running();
  for (const { id: milestoneId } of plan().milestones) story.does(people.chen, "2024-05-10", (p, f) => decideCompleteMilestone(p, { milestoneId, evidence: "照片", attachmentIds: ["photo"] }, f));
  return story.does(people.chen, "2024-05-10", accept).does(people.chen, now, request);
};

describe("before it is submitted", () => {
  it("the committee has studied it, on a day that is over, and that is on file", () => {
    const story = projectStory("2024-03-15 10:00", {}, false);
    expect(story.tries(people.chen, "2024-03-15 11:00", decideSubmit)).toMatchObject({ code: "STUDY_NEEDED" });
    expect(story.tries(people.chen, "2024-03-15 11:00", file("2024-03-16"))).toMatchObject({ code: "DATE_INVALID", path: "meetingOn" });
    expect(story.tries(people.chen, "2024-03-15 11:00", file("2024-02-30"))).toMatchObject({ code: "DATE_INVALID" });
    expect(story.tries(people.chen, "2024-03-15 11:00", file("2024-03-14", " "))).toMatchObject({ code: "TEXT_REQUIRED", path: "words" });
    story.does(people.zhou, "2024-03-15 11:00", file("2024-03-14"));
    expect(story.project.filing).toEqual({ meetingOn: "2024-03-14", at: when("2024-03-15 11:00"), by: "zhou" });
    expect(story.history.at(-1)).toMatchObject({ payload: { meetingOn: "2024-03-14" }, texts: [{ kind: "STUDY", itemId: null, text: "党委会同意立项" }] });
    story.does(people.chen, "2024-03-15 12:00", file("2024-03-15")).does(people.chen, "2024-03-15 13:00", decideSubmit);
    expect(story.project).toMatchObject({ filing: { meetingOn: "2024-03-15" }, state: "SUBMITTED" });
  });
  it("it can be part of programmes of others: the whole list, each once, five at most", () => {
    const set = (...programmes: string[]): Act => (p, f) => decideSetProgrammes(p, { programmes }, f);
    const story = projectStory("2024-03-15").does(people.zhou, "2024-03-16", set("老旧小区改造", " 老旧小区改造 ", "加装电梯"));
    expect(story.project.programmes).toEqual(["老旧小区改造", "加装电梯"]);
    const { version } = story.project;
    expect(story.does(people.chen, "2024-03-16", set("老旧小区改造", "加装电梯")).project.version).toBe(version);
    expect(story.tries(people.chen, "2024-03-16", set("一", "二", "三", "四", "五", "六"))).toMatchObject({ code: "PROGRAMMES_TOO_MANY", data: { limit: 5 } });
    expect(story.tries(people.chen, "2024-03-16", set(""))).toMatchObject({ code: "TEXT_REQUIRED" });
    expect(story.does(people.chen, "2024-03-17", set()).project.programmes).toEqual([]);
  });
  it("a further case joins by the guards of adoption, and takes the last day", () => {
    const { project } = projectStory("2024-03-15");
    const add = (c: ReturnType<typeof acceptedCase>["case"], who = people.chen) => decideAddCase(project, c, factsAt(who, "2024-03-16"));
    const safety = { ...acceptedCase("2024-03-04", people.zhou, { severity: "SAFETY" }).case, id: "second" };
    expect(add(safety)).toMatchObject({ project: [{ type: "PROJECT_CASE_ADDED", payload: { caseId: "second" } }], case: [{ type: "ADOPTED", payload: { projectId: "project", dueOn: "2024-05-20" } }] });
    expect(add(acceptedCase("2024-03-04", people.li).case)).toMatchObject({ code: "ADOPT_NOT_READY" });
    expect(add(safety, people.zhou)).toMatchObject({ code: "FORBIDDEN_ROLE", data: { action: "addCase" } });
    const decided = add(safety);
    if (isRefusal(decided)) throw new Error(decided.code);
    const [body] = decided.project;
    expect(evolveProject(project, { ...(body as NonNullable<typeof body>), projectId: "project", seq: 3, recordedAt: when("2024-03-16"), actorId: "chen" }).caseIds).toEqual(["case", "second"]);
  });
});

describe("巡项目, month by month", () => {
  // Run from, run to, what is on file, today, what is missing. By hand: due where it ran on the last day of the month.
  it.each<readonly [from: string, to: string | null, filed: readonly string[], today: LocalDate, missing: readonly string[]]>([
    ["2024-03-25 18:00", null, [], "2024-03-31", []],
    ["2024-03-25 18:00", null, [], "2024-04-01", ["2024-03"]],
    ["2024-03-25 18:00", null, ["2024-03"], "2024-04-30", []],
    ["2024-03-25 18:00", null, ["2024-03"], "2024-05-01", ["2024-04"]],
    ["2024-03-25 18:00", "2024-05-20 09:30", ["2024-03"], "2024-08-01", ["2024-04"]],
    ["2024-03-31 23:59", "2024-03-31 23:59", [], "2024-04-01", ["2024-03"]],
    ["2024-03-05 09:00", "2024-03-30 18:00", [], "2024-06-01", []],
    ["2024-12-02 09:00", null, ["2025-01"], "2025-03-01", ["2024-12", "2025-02"]],
  ])("runs from %s to %s, on file %j: on %s missing %j", (from, to, filed, today, missing) => {
    const project: InspectedProject = { runs: [{ from: when(from), to: to === null ? null : when(to) }], inspections: filed.map((month) => ({ id: month, month, at: when(from), by: "chen", late: false })) };
    expect(missingInspections(project, today)).toEqual(missing);
    const since = inspectionMissingFrom(project);
    expect(since !== null && since <= today).toBe(missing.length > 0);
  });
  it("one that came back from the strike-off runs a second time, and nothing is due between", () => {
    const runs = [{ from: when("2024-03-25"), to: when("2024-05-20") }, { from: when("2024-08-02"), to: null }];
    expect(missingInspections({ runs, inspections: [] }, "2024-09-01")).toEqual(["2024-03", "2024-04", "2024-08"]);
  });
  it("what a list compares with today says the same as the months, on any day", () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => plusNaturalDays("2024-01-01", n));
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 6 }), fc.boolean(), fc.array(fc.integer({ min: 0, max: 23 })), day, (days, open, months, today) => {
        const moments = days.toSorted().map((d) => `${d}T02:00:00.000Z`);
        const runs = moments.flatMap((from, i) => (i % 2 === 1 ? [] : [{ from, to: moments[i + 1] ?? (open ? null : from) }]));
        const inspections = [...new Set(months)].map((n) => plusMonths("2024-01-01", n).slice(0, 7)).map((month) => ({ id: month, month, at: "", by: "", late: false }));
        const since = inspectionMissingFrom({ runs, inspections });
        const missing = missingInspections({ runs, inspections }, today);
        expect(since !== null && since <= today).toBe(missing.length > 0);
        if (since !== null && since <= today) expect(plusMonths(`${missing[0]}-01`, 1)).toBe(since);
      }),
      { numRuns: 500, seed: 20240525 },
    );
  });
  it("once a month, for a month in which it ran; late from the 1st of the next, whatever day it speaks of", () => {
    const story = running().does(people.chen, "2024-03-31 23:50", inspect("2024-03"));
    expect(story.project.inspections).toMatchObject([{ month: "2024-03", late: false, by: "chen" }]);
    expect(story.history.at(-1)).toMatchObject({ texts: [{ kind: "FINDING", itemId: "i-2024-03", text: "底座已浇好" }, { kind: "NEXT", itemId: "i-2024-03", text: "催采购" }] });
    expect(story.tries(people.deputy, "2024-04-02", inspect("2024-03"))).toMatchObject({ code: "INSPECTED_ALREADY", data: { month: "2024-03" } });
    expect(story.tries(people.chen, "2024-04-02", inspect("2024-02"))).toMatchObject({ code: "NOT_RUNNING_THEN", data: { month: "2024-02" } });
    expect(story.tries(people.chen, "2024-04-02", inspect("2024-05"))).toMatchObject({ code: "NOT_RUNNING_THEN" });
    for (const wrong of ["2024-13", "2024-4", "x", "2024-04-01"]) expect(story.tries(people.chen, "2024-04-02", inspect(wrong))).toMatchObject({ code: "DATE_INVALID", path: "month" });
    expect(story.tries(people.chen, "2024-04-02", inspect("2024-04", ""))).toMatchObject({ code: "TEXT_REQUIRED", path: "finding" });
    expect(story.tries(people.zhou, "2024-04-02", inspect("2024-04"))).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(story.tries(people.streetOfficer, "2024-05-06", inspect("2024-04"), "2024-04-29")).toBeNull();
    expect(story.project.inspections.at(-1)).toMatchObject({ month: "2024-04", late: true });
  });
  it("the secretary is told once of each month", () => {
    const { project } = running();
    expect(inspectionNotices(project, when("2024-05-01")).map(({ kind, to, key }) => [kind, to, key])).toEqual([
      ["INSPECTION_MISSING", { personId: "chen" }, "INSPECTION_MISSING:project:2024-03"], ["INSPECTION_MISSING", { personId: "chen" }, "INSPECTION_MISSING:project:2024-04"],
    ]);
  });
});

describe("money and years", () => {
  it("what is spent of a fund stays between nothing and the fund, to the fen", () => {
    const story = running().does(people.zhou, "2024-04-11", spend(1_200_000)).does(people.chen, "2024-04-12", spend(650_000));
    expect(story.tries(people.zhou, "2024-04-12", spend(1))).toMatchObject({ code: "FUND_EXCEEDED", data: { fen: 0 } });
    story.does(people.zhou, "2024-04-13", spend(-50_000, "老旧小区改造", "少买一组螺栓"));
    expect(spentOf(story.project, "老旧小区改造")).toBe(1_800_000);
    expect(story.tries(people.zhou, "2024-04-13", spend(-1_800_001))).toMatchObject({ code: "QUANTITY_INVALID", path: "fen" });
    for (const wrong of [0, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 2]) expect(story.tries(people.zhou, "2024-04-13", spend(wrong))).toMatchObject({ code: "QUANTITY_INVALID" });
    expect(story.tries(people.zhou, "2024-04-13", spend(1, "福彩"))).toMatchObject({ code: "FUND_UNKNOWN", path: "fund" });
    expect(story.tries(people.zhou, "2024-04-13", spend(1, "老旧小区改造", ""))).toMatchObject({ code: "TEXT_REQUIRED", path: "what" });
    expect(story.project.spending.map(({ fen, by }) => [fen, by])).toEqual([[1_200_000, "zhou"], [650_000, "chen"], [-50_000, "zhou"]]);
  });
  it("it is carried over year by year, from December on", () => {
    const story = running();
    expect(story.tries(people.chen, "2024-11-30", carry())).toMatchObject({ code: "CARRY_OVER_EARLY", data: { year: 2024 } });
    expect(story.tries(people.chen, "2024-12-01", carry(""))).toMatchObject({ code: "TEXT_REQUIRED" });
    story.does(people.chen, "2024-12-01", carry());
    expect(projectYears(story.project)).toEqual([2024, 2025]);
    expect(story.tries(people.chen, "2024-12-31", carry())).toMatchObject({ code: "CARRY_OVER_EARLY", data: { year: 2025 } });
    expect(projectYears(story.does(people.chen, "2026-02-01", carry()).project)).toEqual([2024, 2025, 2026]);
    expect(story.project).toMatchObject({ year: 2024, carriedOver: [{ fromYear: 2024, toYear: 2025 }, { fromYear: 2025, toYear: 2026, at: when("2026-02-01") }] });
  });
  it("it is overdue from the day after its last milestone, until it ends", () => {
    const story = running();
    expect([isProjectOverdue(story.project, when("2024-05-20 23:00")), isProjectOverdue(story.project, when("2024-05-21 00:00"))]).toEqual([false, true]);
    expect(isProjectOverdue(requested().does(people.streetOfficer, "2024-05-23", strike).project, when("2024-08-01"))).toBe(false);
  });
});

describe("verified by others", () => {
  it("a resident signs the last acceptance, once; no owner signs for the residents", () => {
    const story = running();
    expect(story.tries(people.chen, "2024-05-09", sign("resident"))).toMatchObject({ code: "NOTHING_ACCEPTED" });
    story.does(people.chen, "2024-05-10", accept);
    expect(story.tries(people.zhou, "2024-05-10", sign("chen"))).toMatchObject({ code: "OWN_PROJECT", path: "residentId" });
    expect(story.tries(people.zhou, "2024-05-10", (p, f) => decideSignAcceptance(p, { deliverableId: "x", residentId: "r", attachmentId: null }, f))).toMatchObject({ code: "DELIVERABLE_UNKNOWN" });
    story.does(people.zhou, "2024-05-10", sign("resident", "sheet"));
    expect(story.project.deliverables[0]?.acceptances).toMatchObject([{ accepted: 5, by: "chen", residentId: "resident", signedAt: when("2024-05-10"), attachmentIds: ["photo", "sheet"] }]);
    expect(story.tries(people.zhou, "2024-05-11", sign("other"))).toMatchObject({ code: "ACCEPTANCE_SIGNED" });
    // What is accepted anew has to be signed anew.
    expect(story.does(people.chen, "2024-05-12", accept).does(people.zhou, "2024-05-12", sign("other")).project.deliverables[0]?.acceptances.map((a) => a.residentId)).toEqual(["resident", "other"]);
  });
  it("a request for the strike-off comes back with the reason, and the project runs on", () => {
    const giveBack = (reason: string): Act => (p, f) => decideReturnStrikeOff(p, { reason }, f);
    const story = requested();
    expect(story.project.runs).toEqual([{ from: when("2024-03-25 18:00"), to: when("2024-05-20") }]);
    expect(story.tries(people.streetOfficer, "2024-05-21", giveBack(" "))).toMatchObject({ code: "TEXT_REQUIRED", path: "reason" });
    expect(story.tries(people.chen, "2024-05-21", giveBack("x"))).toMatchObject({ code: "OWN_PROJECT" });
    story.does(people.streetOfficer, "2024-05-21", giveBack("四号架还松"));
    expect(story.project).toMatchObject({ state: "RUNNING", runs: [{ to: when("2024-05-20") }, { from: when("2024-05-21"), to: null }] });
    expect(startedAt(story.project)).toBe(when("2024-03-25 18:00"));
    expect(story.does(people.chen, "2024-05-24", request).does(people.streetOfficer, "2024-05-27", strike).project.state).toBe("STRUCK_OFF");
  });
  it("the street appraises a year, once; of a project that still runs from December on", () => {
    const story = running();
    expect(story.tries(people.streetOfficer, "2024-11-30", appraise(2024))).toMatchObject({ code: "APPRAISAL_EARLY", data: { year: 2024 } });
    expect(story.tries(people.streetOfficer, "2024-12-02", appraise(2025))).toMatchObject({ code: "NOT_A_YEAR_OF_IT", data: { year: 2025 } });
    expect(story.tries(people.streetOfficer, "2024-12-02", appraise(2024, { words: "" }))).toMatchObject({ code: "TEXT_REQUIRED" });
    expect(story.tries(people.chen, "2024-12-02", appraise(2024))).toMatchObject({ code: "OWN_PROJECT" });
    story.does(people.streetOfficer, "2024-12-02", appraise(2024, { grade: "FAIR" }));
    expect(story.project.appraisals).toMatchObject([{ year: 2024, grade: "FAIR", by: "streetOfficer" }]);
    expect(story.tries(people.districtOfficer, "2024-12-03", appraise(2024))).toMatchObject({ code: "APPRAISED_ALREADY" });
    const over = requested().does(people.streetOfficer, "2024-05-23", strike).does(people.streetOfficer, "2024-06-03", appraise(2024));
    expect(over.project.appraisals).toHaveLength(1);
  });
  it("the street holds a struck-off project up to others; its plan is a template whose days move along", () => {
    const mark = (exemplary: boolean): Act => (p, f) => decideMarkExemplary(p, { exemplary }, f);
    const story = requested();
    expect(story.tries(people.streetOfficer, "2024-05-22", mark(true))).toMatchObject({ code: "PROJECT_WRONG_STATE" });
    story.does(people.streetOfficer, "2024-05-23", strike).does(people.streetOfficer, "2024-12-20", mark(true));
    const { version } = story.project;
    expect(story.does(people.streetOfficer, "2024-12-20", mark(true)).project).toMatchObject({ version, exemplary: true });
    expect(story.does(people.districtOfficer, "2024-12-21", mark(false)).project.exemplary).toBe(false);
    const made = planFromTemplate(story.project, "2024-03-15", "2025-03-10");
    expect(made).toMatchObject({ title: plan().title, deliverables: plan().deliverables, budgetFen: plan().budgetFen });
    expect(made.milestones.map((m) => m.dueOn)).toEqual(["2025-03-24", "2025-03-28", "2025-04-14", "2025-05-05", "2025-05-15"]);
    expect(JSON.stringify(made)).not.toMatch(/doneAt|accepted|evidence/);
  });
});

it("tells the secretary of what comes back or is objected to, the street or its inspector of what is asked; nobody of the rest", () => {
  const story = requested();
  const before = story.history.length;
  story.does(people.streetOfficer, "2024-05-21", (p, f) => decideReturnStrikeOff(p, { reason: "x" }, f)).does(people.streetOfficer, "2024-05-21", (p, f) => decideNameInspector(p, { inspectorId: "zhang" }, f)).does(people.chen, "2024-05-22", request);
  const told = (events = story.history): unknown[] => noticesOfProject(story.project, events).map(({ kind, to, by }) => [kind, to, by]);
  expect(told(story.history.slice(before))).toEqual([["PROJECT_RETURNED", { personId: "chen" }, "streetOfficer"], ["STRIKE_OFF_ASKED", { personId: "zhang" }, "chen"]]);
  const early = projectStory("2024-03-15").does(people.chen, "2024-03-16", decideSubmit).does(people.streetOfficer, "2024-03-17", (p, f) => decideReturnPlan(p, { reason: "缺措施" }, f)).does(people.chen, "2024-03-17", decideSubmit)
    .does(people.streetOfficer, "2024-03-18", (p, f) => decidePublicise(p, { place: "公示栏" }, f)).does(people.zhou, "2024-03-19", (p, f) => decideObject(p, { objectionId: "o", words: "挡路" }, f));
  expect(noticesOfProject(early.project, early.history).map(({ kind, to }) => [kind, to])).toEqual([
    ["PROJECT_TO_REVIEW", { roles: ["STREET_OFFICER"] }], ["PROJECT_RETURNED", { personId: "chen" }], ["PROJECT_TO_REVIEW", { roles: ["STREET_OFFICER"] }], ["PROJECT_OBJECTED", { personId: "chen" }],
  ]);
});
