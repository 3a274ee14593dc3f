import type { SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse } from "../refusal.ts";

export interface ObjectInput {
  /** Given by whoever stores it. */
  readonly objectionId: string;
  /** The objector's own words; they go into a row of their own. */
  readonly words: string;
}

/** 异议: somebody has something against the project while it is publicised; anybody of the community records it. */
export function decideObject(project: SecretaryProject, input: ObjectInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("object", project, facts.viewer) ?? textProblem("words", input.words);
  if (no) return no;
  if (project.objections.some((o) => o.id === input.objectionId)) return refuse("ID_TWICE", {}, "objectionId");
  return [{ type: "PROJECT_OBJECTED", at: facts.at, payload: { objectionId: input.objectionId }, texts: [{ kind: "OBJECTION", itemId: input.objectionId, text: input.words.trim() }] }];
}

/** The secretary answers an objection: what is changed, or why it stays. Work begins only when none is open. */
export function decideAnswerObjection(project: SecretaryProject, input: { readonly objectionId: string; readonly answer: string }, facts: Facts): ProjectDecision {
  const no = whyNotProject("answerObjection", project, facts.viewer) ?? textProblem("answer", input.answer);
  if (no) return no;
  const { objectionId, answer } = input;
  const open = project.objections.some((o) => o.id === objectionId && o.answeredAt === null);
  return open ? [{ type: "OBJECTION_ANSWERED", at: facts.at, payload: { objectionId }, texts: [{ kind: "ANSWER", itemId: objectionId, text: answer.trim() }] }] : refuse("OBJECTION_UNKNOWN", {}, "objectionId");
}
