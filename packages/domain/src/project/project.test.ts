import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideAbandon } from "./abandon.ts";
import { decideAdoptInto, type AdoptIntoInput, type AdoptionDecision } from "./adopt-into.ts";
import { decideAcceptDeliverable, decideExplainShort, decideSignAcceptance } from "./deliverable.ts";
import { evolveProject, foldProject } from "./evolve-project.ts";
import { decideHandOver } from "./hand-over.ts";
import { decideCompleteMilestone } from "./milestone.ts";
import { decideAnswerObjection, decideObject } from "./objection.ts";
import { decideAmendPlan, decideSubmit } from "./plan.ts";
import type { ProjectEvent } from "./project-events.ts";
import { decideCarryOver } from "./carry-over.ts";
import { decideMarkExemplary } from "./appraisal.ts";
import { decideInspect } from "./inspection.ts";
import { decideSpend } from "./spending.ts";
import { decideFileStudy } from "./study.ts";
import { lastDueOn, progressOf, spentFen, spentOf, type ProjectPlan, type SecretaryProject } from "./project.ts";
import { recordedProject, type ProjectDecision } from "./record-project.ts";
import { decidePublicise, decideReturnPlan } from "./review.ts";
import { decideRun } from "./run.ts";
import { decideNameInspector, decideRequestStrikeOff, decideReturnStrikeOff, decideStrikeOff } from "./strike-off.ts";
import type { Facts } from "../case/record.ts";
import type { Case } from "../case/case.ts";
import { isRefusal } from "../refusal.ts";
import { acceptedCase } from "../testing/case-story.ts";
import { factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";
import { plan, projectStory, type ProjectStory } from "../testing/project-story.ts";

const submit = (p: SecretaryProject, f: Facts) => decideSubmit(p, f);
const giveBack = (p: SecretaryProject, f: Facts) => decideReturnPlan(p, { reason: "缺措施" }, f);
const publicise = (p: SecretaryProject, f: Facts) => decidePublicise(p, { place: "小区门口公示栏" }, f);
const done = (milestoneId: string) => (p: SecretaryProject, f: Facts) => decideCompleteMilestone(p, { milestoneId, evidence: "照片" }, f);
const accept = (accepted: number) => (p: SecretaryProject, f: Facts) => decideAcceptDeliverable(p, { deliverableId: "racks", accepted, evidence: "居民签字" }, f);
const request = (callbacksAnswered: number) => (p: SecretaryProject, f: Facts) => decideRequestStrikeOff(p, { callbacksAnswered }, f);
const strike = (p: SecretaryProject, f: Facts) => decideStrikeOff(p, { evidence: "现场核查" }, f);
const amend = (more: Partial<ProjectPlan>) => (p: SecretaryProject, f: Facts) => decideAmendPlan(p, plan(more), f);

const publicised = () => projectStory("2024-03-15 10:00").does(people.chen, "2024-03-16", submit).does(people.streetOfficer, "2024-03-18 09:00", publicise);
const running = () => publicised().does(people.chen, "2024-03-25 18:00", decideRun);
const finished = (): ProjectStory => {
  const story = running();
  for (const { id } of plan().milestones) story.does(people.chen, "2024-05-10", done(id));
  return story.does(people.chen, "2024-05-10", accept(5));
};

/** The drying racks of 曹家巷, from adoption to strike-off; dates worked out by hand. */
it("a project from adoption to strike-off", () => {
  const story = projectStory("2024-03-15 10:00", { measures: "" });
  expect(story.project).toMatchObject({ no: "2024-02", year: 2024, state: "DRAFT", secretaryId: "chen", caseIds: ["case"], openObjections: 0 });
  expect(lastDueOn(story.project.milestones)).toBe("2024-05-20");
  story.does(people.chen, "2024-03-15 12:00", submit);
  expect(story.tries(people.streetOfficer, "2024-03-15 14:00", publicise)).toMatchObject({ code: "PROJECT_INCOMPLETE", data: { field: "measures" } });
  story.does(people.streetOfficer, "2024-03-15 14:00", giveBack).does(people.chen, "2024-03-15 15:00", amend({ goal: "五处晾衣架" })).does(people.chen, "2024-03-15 16:00", submit);

  story.does(people.streetOfficer, "2024-03-18 09:00", publicise);
  expect(story.project).toMatchObject({ publicisedAt: when("2024-03-18 09:00"), publicityUntil: when("2024-03-25 18:00") });
  story.does(people.zhou, "2024-03-20", (p, f) => decideObject(p, { objectionId: "o1", words: "4号架挡路" }, f));
  expect(story.project.openObjections).toBe(1);
  expect(story.tries(people.chen, "2024-03-25 17:59", decideRun)).toMatchObject({ code: "PUBLICITY_OPEN", data: { until: when("2024-03-25 18:00") } });
  expect(story.tries(people.chen, "2024-03-25 18:00", decideRun)).toMatchObject({ code: "OBJECTION_OPEN" });
  story.does(people.chen, "2024-03-25 18:00", (p, f) => decideAnswerObjection(p, { objectionId: "o1", answer: "4号架移位" }, f)).does(people.chen, "2024-03-25 18:00", decideRun);

  story.does(people.chen, "2024-03-29", done("site")).does(people.chen, "2024-04-02", done("publicity"));
  expect(progressOf(story.project)).toBe(30);
  for (const id of ["buy", "install", "accept"]) story.does(people.chen, "2024-05-10", done(id));
  story.does(people.chen, "2024-05-10", accept(5));
  expect(story.tries(people.chen, "2024-05-13", request(0))).toMatchObject({ code: "CALLBACK_NEEDED" });
  story.does(people.chen, "2024-05-20", request(7));
  expect(story.tries(people.chen, "2024-05-20", strike)).toMatchObject({ code: "OWN_PROJECT" });
  story.does(people.streetOfficer, "2024-05-23", strike);
  expect(story.project).toMatchObject({ state: "STRUCK_OFF", struckOffAt: when("2024-05-23") });
  expect(progressOf(story.project)).toBe(100);
  expect(foldProject(story.history)).toEqual(story.project);
});

describe("adoption", () => {
  const now = "2024-03-15 10:00";
  const safety = () => acceptedCase("2024-03-04", people.zhou, { severity: "SAFETY" }).case;
  const adopt = (cases: readonly Case[], more: Partial<AdoptIntoInput> = {}, who = people.chen) =>
    decideAdoptInto(cases, { projectId: "p", no: "2024-01", communityCode: people.community, plan: plan(), ...more }, factsAt(who, now));

  it("takes one or more cases of the community, each with its new deadline", () => {
    const [a, b] = [safety(), safety()];
    const decision = adopt([a, b, a]) as AdoptionDecision;
    expect(decision.project).toMatchObject([{ type: "PROJECT_ADOPTED", payload: { caseIds: [a.id, b.id], secretaryId: "chen", year: 2024 } }]);
    expect(decision.cases.map((c) => c.bodies)).toEqual(Array(2).fill([{ type: "ADOPTED", at: when(now), payload: { projectId: "p", dueOn: "2024-05-20" } }]));
    const smuggled = adopt([a], { plan: { ...plan(), idempotencyKey: "k" } as ProjectPlan }) as AdoptionDecision;
    expect(smuggled.project).toMatchObject([{ payload: { plan: { title: plan().title } } }]);
    expect(JSON.stringify(smuggled)).not.toContain("idempotencyKey");
    const draft = adopt([a], { plan: plan({ milestones: [] }) }) as AdoptionDecision;
    expect(draft.cases[0]?.bodies).toMatchObject([{ payload: { dueOn: null } }]);
  });
  it("is for the community's present secretary, and nobody else", () => {
    for (const who of [people.deputy, people.zhou, people.li, people.streetOfficer, people.viewer("x", people.right("SECRETARY", "340802001008"))]) {
      expect(adopt([safety()], {}, who)).toMatchObject({ code: "FORBIDDEN_ROLE", data: { action: "adopt" } });
    }
  });
  it("all or none: what stands in the way of one case stands in the way of the project", () => {
    expect(adopt([])).toMatchObject({ code: "PROJECT_NEEDS_CASE" });
    expect(adopt([safety(), acceptedCase("2024-03-04", people.li).case])).toMatchObject({ code: "ADOPT_NOT_READY" });
    expect(adopt([safety()], { communityCode: "x" })).toMatchObject({ code: "NOT_FOUND" });
    const two = people.viewer("two", people.right("SECRETARY", people.community), people.right("SECRETARY", "340802001008"));
    expect(adopt([{ ...safety(), gridCode: "340802001008001" }], {}, two)).toMatchObject({ code: "OTHER_COMMUNITY" });
  });
  it("the plan may be a draft, but what is there is sound", () => {
    const [milestone] = plan().milestones;
    const of = (more: Partial<ProjectPlan>) => {
      const decision = adopt([safety()], { plan: plan(more) });
      return isRefusal(decision) ? `${decision.code} ${decision.path}` : "done";
    };
    expect(of({ problem: "", goal: "", measures: "", deliverables: [], milestones: [], funds: [] })).toBe("done");
    const least = { deliverables: [{ id: "a", name: "a", planned: 1 }], milestones: [{ id: "m", title: "x", weight: 1, dueOn: "2024-05-20" }], budgetFen: 0, funds: [{ name: "a", fen: 0 }] };
    expect(of(least)).toBe("done");
    expect(of({ title: "" })).toBe("TEXT_REQUIRED title");
    expect(of({ goal: "长".repeat(2000) })).toBe("done");
    expect(of({ goal: "长".repeat(2001) })).toBe("TEXT_TOO_LONG goal");
    expect(of({ funds: [{ name: "", fen: 1 }] })).toBe("TEXT_REQUIRED name");
    expect(of({ milestones: [milestone, milestone] as ProjectPlan["milestones"] })).toBe("ID_TWICE milestones");
    expect(of({ deliverables: [{ id: "a", name: "a", planned: 1 }, { id: "a", name: "b", planned: 1 }] })).toBe("ID_TWICE deliverables");
    for (const weight of [0, 101, 1.5, Number.NaN]) expect(of({ milestones: [{ id: "m", title: "x", weight, dueOn: "2024-05-20" }] })).toBe("QUANTITY_INVALID milestones");
    expect(of({ milestones: [{ id: "m", title: "x", weight: 100, dueOn: "2024-02-30" }] })).toBe("DATE_INVALID milestones");
    for (const planned of [0, 0.5, -1]) expect(of({ deliverables: [{ id: "a", name: "a", planned }] })).toBe("QUANTITY_INVALID deliverables");
    expect(of({ budgetFen: -1 })).toBe("QUANTITY_INVALID budgetFen");
    expect(of({ funds: [{ name: "a", fen: 0.5 }] })).toBe("QUANTITY_INVALID funds");
  });
});

describe("before the work", () => {
  it("a plan is submitted complete, with weights that sum to 100", () => {
    const trying = (more: Partial<ProjectPlan>) => projectStory("2024-03-15", more).tries(people.chen, "2024-03-16", submit);
    for (const field of ["problem", "goal"] as const) expect(trying({ [field]: " " })).toMatchObject({ code: "PROJECT_INCOMPLETE", data: { field } });
    expect(trying({ milestones: [] })).toMatchObject({ code: "PROJECT_INCOMPLETE", data: { field: "milestones" } });
    expect(trying({ milestones: plan().milestones.slice(1) })).toMatchObject({ code: "WEIGHTS_NOT_100", data: { sum: 80 } });
  });
  it("is amended as a whole while it is a draft or was returned", () => {
    const story = projectStory("2024-03-15").does(people.chen, "2024-03-16", amend({ budgetFen: 1 }));
    expect(story.project.budgetFen).toBe(1);
    expect(story.tries(people.chen, "2024-03-16", amend({ title: "" }))).toMatchObject({ code: "TEXT_REQUIRED" });
    expect(story.does(people.chen, "2024-03-16", submit).tries(people.chen, "2024-03-16", amend({}))).toMatchObject({ code: "PROJECT_WRONG_STATE", data: { action: "amendPlan", state: "SUBMITTED" } });
  });
  it("the street reviews with a reason and says where it is publicised; nobody reviews his own", () => {
    const story = projectStory("2024-03-15").does(people.chen, "2024-03-16", submit);
    expect(story.tries(people.streetOfficer, "2024-03-17", (p, f) => decideReturnPlan(p, { reason: "" }, f))).toMatchObject({ code: "TEXT_REQUIRED", path: "reason" });
    expect(story.tries(people.streetOfficer, "2024-03-17", (p, f) => decidePublicise(p, { place: "" }, f))).toMatchObject({ code: "TEXT_REQUIRED", path: "place" });
    const both = people.viewer("chen", people.right("STREET_OFFICER", people.street));
    expect(story.tries(both, "2024-03-17", publicise)).toMatchObject({ code: "OWN_PROJECT" });
    expect(story.tries(people.chen, "2024-03-17", publicise)).toMatchObject({ code: "OWN_PROJECT" });
  });
  it("objections are counted one by one", () => {
    const object = (objectionId: string, words = "挡路") => (p: SecretaryProject, f: Facts) => decideObject(p, { objectionId, words }, f);
    const answer = (objectionId: string, text = "移位") => (p: SecretaryProject, f: Facts) => decideAnswerObjection(p, { objectionId, answer: text }, f);
    const story = publicised().does(people.zhou, "2024-03-19", object("a")).does(people.member003, "2024-03-19", object("b"));
    expect(story.history.at(-1)).toMatchObject({ texts: [{ kind: "OBJECTION", itemId: "b", text: "挡路" }], payload: { objectionId: "b" } });
    expect(story.tries(people.zhou, "2024-03-19", object("a"))).toMatchObject({ code: "ID_TWICE" });
    expect(story.tries(people.zhou, "2024-03-19", object("c", ""))).toMatchObject({ code: "TEXT_REQUIRED", path: "words" });
    story.does(people.chen, "2024-03-20", answer("a"));
    expect(story.history.at(-1)).toMatchObject({ texts: [{ kind: "ANSWER", itemId: "a", text: "移位" }], payload: { objectionId: "a" } });
    expect(story.project.openObjections).toBe(1);
    expect(story.tries(people.chen, "2024-03-20", answer("a"))).toMatchObject({ code: "OBJECTION_UNKNOWN" });
    expect(story.tries(people.chen, "2024-03-20", answer("b", ""))).toMatchObject({ code: "TEXT_REQUIRED", path: "answer" });
    expect(story.tries(people.zhou, "2024-03-20", answer("b"))).toMatchObject({ code: "FORBIDDEN_ROLE" });
  });
  it("a change of state is not earlier than the last one", () => {
    const story = publicised();
    expect(story.tries(people.chen, "2024-03-26", (p, f) => decideAbandon(p, { reason: "x" }, f), "2024-03-17")).toMatchObject({ code: "EARLIER_THAN_LAST_MOVE" });
  });
});

describe("the work", () => {
  it("a milestone is done once, with evidence", () => {
    const story = running();
    expect(story.tries(people.chen, "2024-04-01", done("nothing"))).toMatchObject({ code: "MILESTONE_UNKNOWN" });
    expect(story.tries(people.chen, "2024-04-01", (p, f) => decideCompleteMilestone(p, { milestoneId: "site", evidence: " " }, f))).toMatchObject({ code: "TEXT_REQUIRED", path: "evidence" });
    story.does(people.chen, "2024-04-01", done("site"));
    expect(story.project.milestones[0]).toMatchObject({ doneAt: when("2024-04-01"), evidence: "照片" });
    expect(story.tries(people.chen, "2024-04-01", done("site"))).toMatchObject({ code: "MILESTONE_DONE" });
  });
  it("a deliverable is accepted in whole numbers, up to what was planned", () => {
    const story = running();
    for (const wrong of [-1, 6, 2.5, Number.NaN]) expect(story.tries(people.chen, "2024-05-10", accept(wrong))).toMatchObject({ code: "QUANTITY_INVALID", path: "accepted" });
    expect(story.tries(people.chen, "2024-05-10", (p, f) => decideAcceptDeliverable(p, { deliverableId: "x", accepted: 1, evidence: "x" }, f))).toMatchObject({ code: "DELIVERABLE_UNKNOWN" });
    expect(story.tries(people.chen, "2024-05-10", (p, f) => decideAcceptDeliverable(p, { deliverableId: "racks", accepted: 1, evidence: "" }, f))).toMatchObject({ code: "TEXT_REQUIRED" });
    expect(story.does(people.chen, "2024-05-10", accept(0)).does(people.chen, "2024-05-11", accept(5)).project.deliverables).toMatchObject([{ accepted: 5 }]);
  });
  it("a short one is explained, and a new number asks for a new reason", () => {
    const explain = (reason = "一处无法安装", deliverableId = "racks") => (p: SecretaryProject, f: Facts) => decideExplainShort(p, { deliverableId, reason }, f);
    const story = finished().does(people.chen, "2024-05-11", accept(4));
    expect(story.tries(people.chen, "2024-05-12", request(1))).toMatchObject({ code: "DELIVERABLES_SHORT" });
    expect(story.tries(people.chen, "2024-05-12", explain(""))).toMatchObject({ code: "TEXT_REQUIRED", path: "reason" });
    expect(story.tries(people.chen, "2024-05-12", explain("x", "y"))).toMatchObject({ code: "DELIVERABLE_UNKNOWN" });
    story.does(people.chen, "2024-05-12", explain());
    expect(story.project.deliverables).toMatchObject([{ accepted: 4, shortReason: "一处无法安装" }]);
    expect(story.does(people.chen, "2024-05-12", accept(3)).tries(people.chen, "2024-05-12", request(1))).toMatchObject({ code: "DELIVERABLES_SHORT" });
    expect(finished().tries(people.chen, "2024-05-12", explain())).toMatchObject({ code: "NOTHING_SHORT" });
  });
});

describe("the end", () => {
  it("a strike-off is requested when everything is done and somebody was asked", () => {
    expect(running().tries(people.chen, "2024-05-12", request(1))).toMatchObject({ code: "MILESTONES_OPEN", data: { left: 5 } });
    for (const none of [0, -1, Number.NaN]) expect(finished().tries(people.chen, "2024-05-12", request(none))).toMatchObject({ code: "CALLBACK_NEEDED" });
    expect(finished().does(people.chen, "2024-05-12", request(1)).project.state).toBe("STRIKE_OFF_REQUESTED");
  });
  it("the street or the inspector it named strikes off; never a present or former owner", () => {
    const next = people.viewer("next", people.right("SECRETARY", people.community));
    const gone = people.viewer("chen", people.right("STREET_OFFICER", people.street));
    const handOver = (to: string, toIsSecretary = true) => (p: SecretaryProject, f: Facts) => decideHandOver(p, { to, toIsSecretary }, f);
    const story = finished();
    expect(story.tries(next, "2024-05-12", request(1))).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(story.tries(next, "2024-05-12", handOver("next", false))).toMatchObject({ code: "NEXT_NOT_SECRETARY" });
    expect(story.tries(next, "2024-05-12", handOver("chen"))).toMatchObject({ code: "NEXT_NOT_SECRETARY" });
    expect(story.tries(people.deputy, "2024-05-12", handOver("deputy"))).toMatchObject({ code: "FORBIDDEN_ROLE" });
    story.does(next, "2024-05-12", handOver("next"));
    expect(story.project).toMatchObject({ secretaryId: "next", secretaryIds: ["chen", "next"] });
    expect(story.tries(people.chen, "2024-05-13", request(1))).toMatchObject({ code: "FORBIDDEN_ROLE" });
    story.does(next, "2024-05-13", request(1));
    for (const owner of [gone, people.chen, next]) expect(story.tries(owner, "2024-05-14", strike)).toMatchObject({ code: "OWN_PROJECT" });

    const inspect = (inspectorId: string) => (p: SecretaryProject, f: Facts) => decideNameInspector(p, { inspectorId }, f);
    expect(story.tries(people.stranger, "2024-05-14", strike)).toMatchObject({ code: "NOT_FOUND" });
    expect(story.tries(people.streetOfficer, "2024-05-14", inspect("chen"))).toMatchObject({ code: "OWN_PROJECT", path: "inspectorId" });
    expect(story.tries(people.zhou, "2024-05-14", inspect("stranger"))).toMatchObject({ code: "FORBIDDEN_ROLE" });
    story.does(people.streetOfficer, "2024-05-14", inspect("stranger"));
    expect(story.tries(people.stranger, "2024-05-15", (p, f) => decideStrikeOff(p, { evidence: "" }, f))).toMatchObject({ code: "TEXT_REQUIRED", path: "evidence" });
    expect(story.does(people.stranger, "2024-05-15", strike).project.state).toBe("STRUCK_OFF");
  });
  it("or it is abandoned, with the reason", () => {
    const abandon = (reason: string) => (p: SecretaryProject, f: Facts) => decideAbandon(p, { reason }, f);
    expect(running().tries(people.chen, "2024-05-12", abandon(""))).toMatchObject({ code: "TEXT_REQUIRED" });
    expect(running().tries(people.deputy, "2024-05-12", abandon("x"))).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(running().does(people.chen, "2024-05-12", abandon("改由区里统一实施")).project.state).toBe("ABANDONED");
  });
});

describe("whatever happens to a project", () => {
  type Try = (p: SecretaryProject, f: Facts) => ProjectDecision;
  const tries: readonly Try[] = [
    submit, giveBack, publicise, decideRun, accept(5), accept(3), accept(7), request(1), strike, amend({}), amend({ milestones: [] }),
    ...plan().milestones.map(({ id }) => done(id)),
    (p, f) => decideExplainShort(p, { deliverableId: "racks", reason: "x" }, f),
    (p, f) => decideObject(p, { objectionId: String(p.version), words: "x" }, f),
    (p, f) => decideAnswerObjection(p, { objectionId: p.objections.at(-1)?.id ?? "", answer: "x" }, f),
    (p, f) => decideNameInspector(p, { inspectorId: "zhou" }, f),
    (p, f) => decideFileStudy(p, { meetingOn: "2024-03-14", words: "同意" }, f),
    (p, f) => decideInspect(p, { inspectionId: String(p.version), month: f.now.slice(0, 7), finding: "在做", next: "" }, f),
    (p, f) => decideSpend(p, { spendingId: String(p.version), fund: "老旧小区改造", what: "材料", fen: p.version % 5 === 0 ? -100_000 : 700_000 }, f),
    (p, f) => decideReturnStrikeOff(p, { reason: "还差一处" }, f),
    (p, f) => decideSignAcceptance(p, { deliverableId: "racks", residentId: "resident", attachmentId: null }, f),
    (p, f) => decideCarryOver(p, { reason: "x" }, f),
    (p, f) => decideMarkExemplary(p, { exemplary: !p.exemplary }, f),
    (p, f) => decideHandOver(p, { to: p.secretaryId === "chen" ? "next" : "chen", toIsSecretary: true }, f),
    (p, f) => decideAbandon(p, { reason: "x" }, f),
  ];
  const cast = [people.chen, people.streetOfficer, people.viewer("next", people.right("SECRETARY", people.community)), people.zhou, people.deputy, people.stranger];
  const step = fc.record({ act: fc.nat(tries.length * 8), who: fc.nat(cast.length - 1), able: fc.boolean(), hours: fc.nat(60), ago: fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, { arbitrary: fc.integer({ min: -10, max: 100 }), weight: 1 }) });

  it("events are gap-free and fold to it exactly; open objections are counted; who owned it never strikes it off", () => {
    const states = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 200, maxLength: 320, size: "max" }), (steps) => {
        const story = projectStory("2024-03-15 10:00");
        let hours = 0;
        for (const { act, who, able, hours: more, ago } of steps) {
          hours += more;
          const at = new Date(Date.parse(when("2024-03-15 10:00")) + hours * 3_600_000);
          // Abandoning is left to chance, or every project would be short-lived.
          const decide = tries[act === tries.length - 1 ? act : act % (tries.length - 1)] as Try;
          // Half of the time whoever may do it does it, so that projects come far.
          for (const viewer of able ? [...cast.slice(who), ...cast] : cast.slice(who, who + 1)) {
            const facts = { ...factsAt(viewer, "2024-03-15"), now: at.toISOString(), at: new Date(at.getTime() - ago * 3_600_000).toISOString() };
            const result = recordedProject(story.project, decide(story.project, facts), facts);
            if (isRefusal(result)) continue;
            story.keep(result);
            break;
          }
        }
        const { project, history } = story;
        states.add(project.state);
        expect(foldProject(history)).toEqual(project);
        expect(history.map((e) => e.seq)).toEqual(history.map((_, i) => i + 1));
        for (const e of history) expect(e.at <= e.recordedAt).toBe(true);
        expect(project.openObjections).toBe(project.objections.filter((o) => o.answeredAt === null).length);
        expect(spentFen(project)).toBeGreaterThanOrEqual(0);
        for (const { name, fen } of project.funds) expect(spentOf(project, name)).toBeLessThanOrEqual(fen);
        expect(new Set(project.inspections.map((i) => i.month)).size).toBe(project.inspections.length);
        expect(project.runs.filter((run) => run.to === null)).toHaveLength(project.state === "RUNNING" ? 1 : 0);
        const end = history.find((e) => e.type === "PROJECT_STRUCK_OFF");
        if (end) {
          expect(project.secretaryIds).not.toContain(end.actorId);
          expect(progressOf(project)).toBe(100);
        }
        if (project.state !== "DRAFT" && project.state !== "RETURNED" && project.state !== "ABANDONED") expect(lastDueOn(project.milestones)).not.toBeNull();
      }),
      { numRuns: 120, seed: 20240523 },
    );
    expect([...states].toSorted()).toEqual(["ABANDONED", "DRAFT", "PUBLICISED", "RETURNED", "RUNNING", "STRIKE_OFF_REQUESTED", "STRUCK_OFF", "SUBMITTED"]);
  });
  it("begins with its adoption", () => {
    const [first] = projectStory("2024-03-15").history as [ProjectEvent];
    expect(() => evolveProject(null, { ...first, type: "PROJECT_SUBMITTED", payload: {} })).toThrow(TypeError);
    expect(() => foldProject([])).toThrow(TypeError);
  });
});
