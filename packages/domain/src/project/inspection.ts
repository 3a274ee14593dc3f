import type { SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import { firstProblem, optionalTextProblem, textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { isLocalDate, localDateOf, plusMonths, plusNaturalDays, type LocalDate } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

/** What the rule of monthly inspections looks at. */
export type InspectedProject = Pick<SecretaryProject, "runs" | "inspections">;

const monthOf = (date: LocalDate): string => date.slice(0, 7);
const firstDay = (month: string): LocalDate => `${month}-01`;
/** The day after the last one of a month: from then on its inspection is missing. */
const nextFirst = (month: string): LocalDate => plusMonths(firstDay(month), 1);
const lastDay = (month: string): LocalDate => plusNaturalDays(nextFirst(month), -1);

/** Whether it was running at some time of these days. */
const ranWithin = ({ runs }: InspectedProject, from: LocalDate, until: LocalDate): boolean => runs.some((run) => localDateOf(run.from) <= until && (run.to === null || localDateOf(run.to) >= from));

/** Months of which an inspection is due and none on file, from the first run on and in order, for as long as `goesOn` says. */
function* unfiled(project: InspectedProject, goesOn: (month: string) => boolean): Generator<string> {
  const [first] = project.runs;
  if (!first) return;
  for (let month = monthOf(localDateOf(first.from)); goesOn(month); month = monthOf(nextFirst(month))) {
    if (ranWithin(project, lastDay(month), lastDay(month)) && !project.inspections.some((i) => i.month === month)) yield month;
  }
}

/**
 * The months of which no inspection is on file though one is due: due for each calendar month on whose last day the project
 * was running, missing from the 1st of the next. Pure: whoever asks says what day it is.
 */
export function missingInspections(project: InspectedProject, today: LocalDate): readonly string[] {
  return [...unfiled(project, (month) => nextFirst(month) <= today)];
}

/**
 * The first day on which an inspection is missing, if nothing more is filed: what a list compares with today. Null when
 * none ever will be, because the project runs no more.
 */
export function inspectionMissingFrom(project: InspectedProject): LocalDate | null {
  const end = project.runs.at(-1)?.to ?? null;
  const [month] = unfiled(project, (m) => end === null || lastDay(m) <= localDateOf(end));
  return month === undefined ? null : nextFirst(month);
}

export interface InspectInput {
  /** Given by whoever stores it. */
  readonly inspectionId: string;
  /** `2024-04`: a month in which the project was running, not after this one. */
  readonly month: string;
  readonly finding: string;
  /** What is to be done next; may be empty. */
  readonly next: string;
}

/** 巡项目: the inspection of one month, at most one. Filed after the month's last day it is marked late, whatever day it speaks of. */
export function decideInspect(project: SecretaryProject, input: InspectInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("inspect", project, facts.viewer);
  if (no) return no;
  const { inspectionId, month, finding, next } = input;
  const problem = firstProblem(textProblem("finding", finding), optionalTextProblem("next", next));
  if (problem) return problem;
  if (!isLocalDate(firstDay(month))) return refuse("DATE_INVALID", {}, "month");
  const today = localDateOf(facts.now);
  if (month > monthOf(today) || !ranWithin(project, firstDay(month), lastDay(month))) return refuse("NOT_RUNNING_THEN", { month }, "month");
  if (project.inspections.some((i) => i.month === month)) return refuse("INSPECTED_ALREADY", { month }, "month");
  const texts = [{ kind: "FINDING" as const, itemId: inspectionId, text: finding.trim() }, ...(next.trim() === "" ? [] : [{ kind: "NEXT" as const, itemId: inspectionId, text: next.trim() }])];
  return [{ type: "PROJECT_INSPECTED", at: facts.at, payload: { inspectionId, month, late: today > lastDay(month) }, texts }];
}
