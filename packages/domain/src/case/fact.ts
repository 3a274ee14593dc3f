import { openFacts } from "./expert-call.ts";
import type { Case } from "./case.ts";
import { textProblem } from "./guards.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

export interface AskFactInput {
  readonly factId: string;
  /** Such as 出户窨井在哪里? Kept in a row of its own. */
  readonly question: string;
}

/** 提出待核实事项: a question of fact that somebody has to go and look at. */
export function decideAskFact(c: Case, input: AskFactInput, facts: Facts): Decision {
  const no = whyNot("askFact", c, facts.viewer) ?? textProblem("question", input.question);
  return no ?? [{ type: "FACT_ASKED", at: facts.at, payload: { factId: input.factId } }];
}

export interface AnswerFactInput {
  readonly factId: string;
  readonly answer: string;
  /** By what it can be seen, in words; empty where an attachment shows it. */
  readonly evidence: string;
  /** A file of the same case that shows it, or null. Whether it is there, whoever stores it has checked. */
  readonly attachmentId: string | null;
}

/** Answers an open question, with evidence: a photo or paper of the case, or words on where it can be seen. */
export function decideAnswerFact(c: Case, input: AnswerFactInput, facts: Facts): Decision {
  const no = whyNot("answerFact", c, facts.viewer);
  if (no) return no;
  const { factId, answer, evidence, attachmentId } = input;
  const fact = openFacts(c).find(({ id }) => id === factId);
  if (!fact) return refuse("FACT_NOT_OPEN", {}, "factId");
  const problem = textProblem("answer", answer) ?? (evidence.trim() === "" ? null : textProblem("evidence", evidence));
  if (problem) return problem;
  if (attachmentId === null && evidence.trim() === "") return refuse("EVIDENCE_REQUIRED", {}, "evidence");
  if (facts.at < fact.askedAt) return refuse("EARLIER_THAN_LAST_MOVE", { at: fact.askedAt }, "at");
  return [{ type: "FACT_ANSWERED", at: facts.at, payload: { factId, attachmentId } }];
}

/** Takes back a question that has become idle. */
export function decideWithdrawFact(c: Case, input: { readonly factId: string }, facts: Facts): Decision {
  const no = whyNot("withdrawFact", c, facts.viewer);
  if (no) return no;
  const isOpen = openFacts(c).some(({ id }) => id === input.factId);
  return isOpen ? [{ type: "FACT_WITHDRAWN", at: facts.at, payload: { factId: input.factId } }] : refuse("FACT_NOT_OPEN", {}, "factId");
}
