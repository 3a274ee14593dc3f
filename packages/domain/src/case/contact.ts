import { textProblem } from "./guards.ts";
import { isComplaint, type Case, type ContactKind } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { visibility } from "./visibility.ts";
import { whyNot } from "./why-not.ts";
import type { Viewer } from "../people/roles.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** How many colleagues one note can name. */
export const mentionLimit = 10;

export interface ContactInput {
  readonly kind: ContactKind;
  readonly words: string;
  /** With whom, where one of several reporters is meant; absent = all of them. */
  readonly opinionId?: string | null;
  /** With a household that shared the costs and was not content: what was done about it. Also after the case has closed. */
  readonly householdId?: string | null;
  /** Colleagues whom the words name, with today's rights (a fact this function cannot see). Somebody without any is unknown here. */
  readonly mentioned?: readonly Viewer[];
}

/**
 * A human event: face to face, a visit, a call, a message, a progress note, or the result told to the reporter. Whoever is
 * named in it is told; naming somebody shows nobody what he does not see anyway.
 */
export function decideContact(c: Case, input: ContactInput, facts: Facts): Decision {
  const mentioned = input.mentioned ?? [];
  const { opinionId = null, householdId = null } = input;
  const complained = householdId !== null && c.callbacks.some((b) => b.respondent === `household:${householdId}` && isComplaint(b));
  // A household that was not content is still talked to when all have answered and the case has closed.
  const no = whyNot("contact", complained && c.status === "CLOSED" ? { ...c, status: "RESOLVED" } : c, facts.viewer) ?? textProblem("words", input.words) ?? mentionProblem(c, mentioned);
  if (no) return no;
  if (householdId !== null && !c.payers.includes(householdId)) return refuse("NOT_A_RESPONDENT", {}, "householdId");
  if (opinionId !== null && !c.reporters.some((reporter) => reporter.opinionId === opinionId)) return refuse("NOT_A_REPORTER", {}, "opinionId");
  const mentions = [...new Set(mentioned.map(({ personId }) => personId))];
  return [{ type: "CONTACTED", at: facts.at, payload: { kind: input.kind, ...(opinionId !== null && { opinionId }), ...(householdId !== null && { householdId }), ...(mentions.length > 0 && { mentions }) }, words: input.words }];
}

function mentionProblem(c: Case, mentioned: readonly Viewer[]): Refusal | null {
  if (mentioned.length > mentionLimit) return refuse("MENTION_LIMIT", { limit: mentionLimit }, "mentions");
  return mentioned.some((one) => visibility(one, c) !== "WHOLE") ? refuse("MENTION_UNSEEN", {}, "mentions") : null;
}
