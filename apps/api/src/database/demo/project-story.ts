import {
  decideAcceptDeliverable,
  decideAdoptInto,
  decideAnswerObjection,
  decideAppraise,
  decideCompleteMilestone,
  decideFileStudy,
  decideInspect,
  decideMarkExemplary,
  decideObject,
  decidePublicise,
  decideRequestStrikeOff,
  decideReturnPlan,
  decideRun,
  decideSetProgrammes,
  decideSignAcceptance,
  decideSpend,
  decideStrikeOff,
  decideSubmit,
  decideAmendPlan,
  lastDueOn,
  recordProject,
  recordedProject,
  type AppraisalGrade,
  type Facts,
  type Instant,
  type ProjectDecision,
  type ProjectEvent,
  type ProjectPlan,
  type SecretaryProject,
} from "@bandeng/domain";
import { must, type CaseBook } from "./case-book.ts";
import type { CaseStory } from "./case-story.ts";
import { demoCommunity } from "./place-plan.ts";

/** A project as it has been told so far. */
export interface ToldProject {
  now: SecretaryProject;
  readonly events: ProjectEvent[];
}

/** A plan as it is written down: ids are made when it is told. */
export interface WrittenPlan extends Omit<ProjectPlan, "deliverables" | "milestones"> {
  readonly deliverables: readonly (readonly [name: string, planned: number])[];
  readonly milestones: readonly (readonly [title: string, weight: number, dueOn: string])[];
}

/** Tells one secretary project (书记项目), verb by verb, and carries its last day over to its cases. */
export class ProjectStory {
  readonly told: ToldProject;
  readonly #book: CaseBook;
  readonly #cases: readonly CaseStory[];

  /** 立项: the secretary adopts the cases. */
  constructor(book: CaseBook, by: string, at: Instant, cases: readonly CaseStory[], written: WrittenPlan) {
    this.#book = book;
    this.#cases = cases;
    const projectId = book.projectId(at);
    const facts = book.facts(by, at);
    const plan = this.#plan(written, at);
    for (const { matter } of cases) book.let(matter, facts);
    // The number is given when all stories are told.
    const adoption = must(decideAdoptInto(cases.map((c) => c.case), { projectId, no: "", communityCode: demoCommunity, plan }, facts), `adopt ${written.title}`);
    const { project, events } = recordProject(null, projectId, adoption.project, facts);
    this.told = { now: project, events: [...events] };
    book.projects.push(this.told);
    for (const story of cases) story.adopt(by, at, projectId, lastDueOn(plan.milestones));
  }

  get project(): SecretaryProject {
    return this.told.now;
  }

  #plan({ deliverables, milestones, ...rest }: WrittenPlan, at: Instant): ProjectPlan {
    const id = (): string => this.#book.partId(at);
    return {
      ...rest,
      deliverables: deliverables.map(([name, planned]) => ({ id: id(), name, planned })),
      milestones: milestones.map(([title, weight, dueOn]) => ({ id: id(), title, weight, dueOn })),
    };
  }

  #does(by: string, at: Instant, what: string, decide: (p: SecretaryProject, facts: Facts) => ProjectDecision): this {
    const facts = this.#book.facts(by, at);
    const { project, events } = must(recordedProject(this.project, decide(this.project, facts), facts), `${what} at ${at}: ${this.project.title}`);
    this.told.now = project;
    this.told.events.push(...events);
    const dueOn = lastDueOn(project.milestones);
    for (const story of this.#cases) {
      if (project.state === "STRUCK_OFF") story.projectLeft(by, at, project.id, "STRUCK_OFF");
      else if (story.case.project?.dueOn !== dueOn) story.projectDue(by, at, project.id, dueOn);
    }
    return this;
  }

  amend(by: string, at: Instant, plan: WrittenPlan): this {
    return this.#does(by, at, "amendPlan", (p, f) => decideAmendPlan(p, this.#plan(plan, at), f));
  }

  /** 集体研究备案: the committee met on `meetingOn`. */
  study(by: string, at: Instant, meetingOn: string, words: string): this {
    return this.#does(by, at, "fileStudy", (p, f) => decideFileStudy(p, { meetingOn, words }, f));
  }

  programmes(by: string, at: Instant, ...programmes: string[]): this {
    return this.#does(by, at, "setProgrammes", (p, f) => decideSetProgrammes(p, { programmes }, f));
  }

  submit(by: string, at: Instant): this {
    return this.#does(by, at, "submit", decideSubmit);
  }

  returnPlan(by: string, at: Instant, reason: string): this {
    return this.#does(by, at, "returnPlan", (p, f) => decideReturnPlan(p, { reason }, f));
  }

  publicise(by: string, at: Instant, place: string): this {
    return this.#does(by, at, "publicise", (p, f) => decidePublicise(p, { place }, f));
  }

  object(by: string, at: Instant, words: string): this {
    return this.#does(by, at, "object", (p, f) => decideObject(p, { objectionId: this.#book.partId(at), words }, f));
  }

  answerObjection(by: string, at: Instant, answer: string): this {
    return this.#does(by, at, "answerObjection", (p, f) => decideAnswerObjection(p, { objectionId: p.objections.at(-1)?.id ?? "", answer }, f));
  }

  run(by: string, at: Instant): this {
    return this.#does(by, at, "run", decideRun);
  }

  inspect(by: string, at: Instant, month: string, finding: string, next = ""): this {
    return this.#does(by, at, "inspect", (p, f) => decideInspect(p, { inspectionId: this.#book.partId(at), month, finding, next }, f));
  }

  /** Out of the n-th fund. */
  spend(by: string, at: Instant, n: number, what: string, fen: number): this {
    return this.#does(by, at, "spend", (p, f) => decideSpend(p, { spendingId: this.#book.partId(at), fund: p.funds[n]?.name ?? "", what, fen }, f));
  }

  /** The n-th milestone is done. */
  milestone(by: string, at: Instant, n: number, evidence: string): this {
    return this.#does(by, at, "completeMilestone", (p, f) => decideCompleteMilestone(p, { milestoneId: p.milestones[n]?.id ?? "", evidence }, f));
  }

  accept(by: string, at: Instant, n: number, accepted: number, evidence: string): this {
    return this.#does(by, at, "acceptDeliverable", (p, f) => decideAcceptDeliverable(p, { deliverableId: p.deliverables[n]?.id ?? "", accepted, evidence }, f));
  }

  /** A resident signs the last acceptance of the n-th deliverable. */
  sign(by: string, at: Instant, n: number, residentId: string): this {
    return this.#does(by, at, "signAcceptance", (p, f) => decideSignAcceptance(p, { deliverableId: p.deliverables[n]?.id ?? "", residentId, attachmentId: null }, f));
  }

  appraise(by: string, at: Instant, year: number, grade: AppraisalGrade, words: string): this {
    return this.#does(by, at, "appraise", (p, f) => decideAppraise(p, { appraisalId: this.#book.partId(at), year, grade, words }, f));
  }

  exemplary(by: string, at: Instant): this {
    return this.#does(by, at, "markExemplary", (p, f) => decideMarkExemplary(p, { exemplary: true }, f));
  }

  requestStrikeOff(by: string, at: Instant): this {
    const callbacksAnswered = this.#cases.flatMap((c) => c.case.callbacks).filter((b) => b.satisfaction !== null).length;
    return this.#does(by, at, "requestStrikeOff", (p, f) => decideRequestStrikeOff(p, { callbacksAnswered }, f));
  }

  strikeOff(by: string, at: Instant, evidence: string): this {
    return this.#does(by, at, "strikeOff", (p, f) => decideStrikeOff(p, { evidence }, f));
  }
}
