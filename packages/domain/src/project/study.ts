import type { SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import { firstProblem, optionalTextProblem, textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { isLocalDate, localDateOf, type LocalDate } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

export interface FileStudyInput {
  /** The day on which the committee studied it; not later than today. */
  readonly meetingOn: LocalDate;
  /** What it came to. */
  readonly words: string;
}

/**
 * 集体研究备案: the community's Party committee has studied the project together, and that is put on file. Without it nothing is
 * submitted. Filed anew it takes the place of the earlier filing.
 */
export function decideFileStudy(project: SecretaryProject, input: FileStudyInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("fileStudy", project, facts.viewer) ?? textProblem("words", input.words);
  if (no) return no;
  const { meetingOn, words } = input;
  if (!isLocalDate(meetingOn) || meetingOn > localDateOf(facts.now)) return refuse("DATE_INVALID", {}, "meetingOn");
  return [{ type: "STUDY_FILED", at: facts.at, payload: { meetingOn }, texts: [{ kind: "STUDY", itemId: null, text: words.trim() }] }];
}

/** Most programmes a project names. */
const programmeLimit = 5;

/** The programmes of others a project belongs to, such as 老旧小区改造; the whole list, empty for none. Nothing where it stays as it is. */
export function decideSetProgrammes(project: SecretaryProject, input: { readonly programmes: readonly string[] }, facts: Facts): ProjectDecision {
  const no = whyNotProject("setProgrammes", project, facts.viewer);
  if (no) return no;
  const programmes = [...new Set(input.programmes.map((name) => name.trim()))];
  if (programmes.length > programmeLimit) return refuse("PROGRAMMES_TOO_MANY", { limit: programmeLimit }, "programmes");
  const problem = firstProblem(...programmes.flatMap((name) => [textProblem("name", name), optionalTextProblem("name", name, 80)]));
  if (problem) return problem;
  return programmes.join("\n") === project.programmes.join("\n") ? [] : [{ type: "PROGRAMMES_SET", at: facts.at, payload: { programmes } }];
}
