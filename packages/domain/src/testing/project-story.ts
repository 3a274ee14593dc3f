import { factsAt } from "./clock.ts";
import { freeze } from "./freeze.ts";
import { chen, community } from "./people.ts";
import type { Facts } from "../case/record.ts";
import type { Viewer } from "../people/roles.ts";
import type { ProjectEvent } from "../project/project-events.ts";
import type { ProjectPlan, SecretaryProject } from "../project/project.ts";
import { recordedProject, recordProject, type ProjectDecision, type RecordedProject } from "../project/record-project.ts";
import { isRefusal, type Refusal } from "../refusal.ts";

/** The plan of the drying racks in 曹家巷小区, complete. */
export function plan(more: Partial<ProjectPlan> = {}): ProjectPlan {
  return {
    title: "曹家巷小区共享晾衣架", problem: "无处晾晒", goal: "每栋楼都有晾衣处", measures: "选址、公示、采购、安装、验收", budgetFen: 1_850_000,
    funds: [{ name: "老旧小区改造", fen: 1_850_000 }],
    deliverables: [{ id: "racks", name: "共享晾衣架", planned: 5 }],
    milestones: [
      { id: "site", title: "选址", weight: 20, dueOn: "2024-03-29" },
      { id: "publicity", title: "公示", weight: 10, dueOn: "2024-04-02" },
      { id: "buy", title: "采购", weight: 20, dueOn: "2024-04-19" },
      { id: "install", title: "安装", weight: 30, dueOn: "2024-05-10" },
      { id: "accept", title: "验收", weight: 20, dueOn: "2024-05-20" },
    ],
    ...more,
  };
}

/** One project as it is told: who did what when. */
export class ProjectStory {
  #project: SecretaryProject;
  readonly history: ProjectEvent[] = [];

  constructor({ project, events }: RecordedProject) {
    this.#project = freeze(project);
    this.history.push(...events);
  }

  get project(): SecretaryProject {
    return this.#project;
  }

  /** Somebody tries something; the refusal, or null when it was done. */
  tries(who: Viewer, now: string, decide: (p: SecretaryProject, facts: Facts) => ProjectDecision, effective = now): Refusal | null {
    const facts = factsAt(who, now, effective);
    const result = recordedProject(this.#project, decide(this.#project, facts), facts);
    if (isRefusal(result)) return result;
    this.keep(result);
    return null;
  }

  /** Somebody does something that the rules allow. @throws Error with the refusal when they do not */
  does(who: Viewer, now: string, decide: (p: SecretaryProject, facts: Facts) => ProjectDecision): this {
    const refusal = this.tries(who, now, decide);
    if (refusal) throw new Error(`${who.personId} ${now}: ${refusal.code} ${JSON.stringify(refusal.data)}`);
    return this;
  }

  keep({ project, events }: RecordedProject): void {
    this.#project = freeze(project);
    this.history.push(...events.map(freeze));
  }
}

/** A project that was just adopted by Chen and, unless the test is about that, studied by the committee and filed. */
export function projectStory(now: string, more: Partial<ProjectPlan> = {}, filed = true): ProjectStory {
  const facts = factsAt(chen, now);
  const payload = { no: "2024-02", year: 2024, communityCode: community, secretaryId: "chen", caseIds: ["case"], plan: plan(more) };
  const study = { type: "STUDY_FILED", at: facts.at, payload: { meetingOn: facts.at.slice(0, 10) }, texts: [{ kind: "STUDY", itemId: null, text: "同意列入" }] } as const;
  return new ProjectStory(recordProject(null, "project", [{ type: "PROJECT_ADOPTED", at: facts.at, payload }, ...(filed ? [study] : [])], facts));
}
