import { textProblem } from "./guards.ts";
import type { Case, ContactKind } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";

export interface ContactInput {
  readonly kind: ContactKind;
  readonly words: string;
}

/** A human event: face to face, a visit, a call, a message, a progress note, or the result told to the reporter. */
export function decideContact(c: Case, input: ContactInput, facts: Facts): Decision {
  const no = whyNot("contact", c, facts.viewer) ?? textProblem("words", input.words);
  return no ?? [{ type: "CONTACTED", at: facts.at, payload: { kind: input.kind }, words: input.words }];
}
