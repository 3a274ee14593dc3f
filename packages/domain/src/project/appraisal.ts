import { appraisalGrades, projectYears, type AppraisalGrade, type ProjectPlan, type SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { onlyPlan } from "./plan.ts";
import { whyNotProject } from "./why-not-project.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { dayNumberOf, localDateOf, plusNaturalDays, type LocalDate } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

export interface AppraiseInput {
  /** Given by whoever stores it. */
  readonly appraisalId: string;
  /** A year in whose annual list the project stands. */
  readonly year: number;
  readonly grade: AppraisalGrade;
  readonly words: string;
}

/** 评项目: the street's appraisal of one year, from December of that year on, of a project that was struck off at any time; once a year. */
export function decideAppraise(project: SecretaryProject, input: AppraiseInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("appraise", project, facts.viewer) ?? textProblem("words", input.words);
  if (no) return no;
  const { appraisalId, year, grade, words } = input;
  if (!appraisalGrades.includes(grade)) return refuse("QUANTITY_INVALID", {}, "grade");
  if (!projectYears(project).includes(year)) return refuse("NOT_A_YEAR_OF_IT", { year }, "year");
  if (project.state !== "STRUCK_OFF" && localDateOf(facts.at) < `${year}-12-01`) return refuse("APPRAISAL_EARLY", { year }, "year");
  if (project.appraisals.some((a) => a.year === year)) return refuse("APPRAISED_ALREADY", { year }, "year");
  return [{ type: "PROJECT_APPRAISED", at: facts.at, payload: { appraisalId, year, grade }, texts: [{ kind: "APPRAISAL", itemId: appraisalId, text: words.trim() }] }];
}

/** The street holds a struck-off project up to others, or takes that back. Nothing where it stays as it is. */
export function decideMarkExemplary(project: SecretaryProject, input: { readonly exemplary: boolean }, facts: Facts): ProjectDecision {
  const no = whyNotProject("markExemplary", project, facts.viewer);
  if (no) return no;
  return project.exemplary === input.exemplary ? [] : [{ type: "EXEMPLARY_MARKED", at: facts.at, payload: { exemplary: input.exemplary } }];
}

/**
 * The plan of an exemplary project as a draft of a new one: each milestone as many days after the new adoption as it was
 * after the template's.
 */
export function planFromTemplate(template: SecretaryProject, adoptedOn: LocalDate, today: LocalDate): ProjectPlan {
  const later = dayNumberOf(today) - dayNumberOf(adoptedOn);
  const plan = onlyPlan(template);
  return { ...plan, milestones: plan.milestones.map((m) => ({ ...m, dueOn: plusNaturalDays(m.dueOn, later) })) };
}
