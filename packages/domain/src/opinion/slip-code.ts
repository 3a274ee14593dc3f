import type { CaseCard } from "../case/case.ts";
import { caseActions } from "../case/case-actions.ts";
import { holdsRole, visibility } from "../case/visibility.ts";
import { roles, type Role, type Viewer } from "../people/roles.ts";

/**
 * Letters and digits of a slip's code. Without 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V: whoever reads it from paper, or to
 * somebody on the phone, cannot take one for another.
 */
export const slipAlphabet = "34679ACDEFGHJKMNPRTWXY";

/** Signs of a code: 22^10 of them, about 45 bits. */
export const slipLength = 10;

/**
 * A new code, such as `K7M3PT9XCA`. It is the only thing by which a resident proves later to have spoken.
 *
 * @param below gives a number from 0 to `limit` − 1, each as likely, from a source nobody can guess
 */
export function slipCode(below: (limit: number) => number): string {
  return Array.from({ length: slipLength }, () => slipAlphabet.charAt(below(slipAlphabet.length))).join("");
}

/** Whether a text is a code as it is stored. */
export function isSlipCode(text: string): boolean {
  return text.length === slipLength && [...text].every((sign) => slipAlphabet.includes(sign));
}

/** What somebody typed as the code he means: small letters, spaces and dashes do not matter. Null when it can be none. */
export function readSlipCode(typed: string): string | null {
  const code = typed.normalize("NFKC").toUpperCase().replaceAll(/[\s·-]/g, "");
  return isSlipCode(code) ? code : null;
}

/** The code as it is printed, in two groups of five: `K7M3P-T9XCA`. */
export function printedSlipCode(code: string): string {
  return `${code.slice(0, slipLength / 2)}-${code.slice(slipLength / 2)}`;
}

type Slipped = Pick<CaseCard, "kind" | "gridCode" | "place" | "leadId" | "leadIds" | "recordedBy" | "level" | "whistleDepartments" | "helperIds">;

/** Roles that may call back, in their area, where they never led the case. */
export const callingRoles = caseActions.callBack.by.filter((standing): standing is Extract<typeof standing, Role> => (roles as readonly string[]).includes(standing));

/**
 * Whether somebody may see the code of an opinion's slip, in order to print it: who wrote the opinion down, and who may
 * call the reporter back. Never anybody who ever led the case: with the code he could answer his own call-back.
 */
export function seesSlipCode(viewer: Viewer, c: Slipped, opinion: { readonly recordedBy: string }): boolean {
  if (c.leadIds.includes(viewer.personId) || visibility(viewer, c) !== "WHOLE") return false;
  // The code is the resident's own word: no other system speaks in his name.
  if (viewer.key) return false;
  return opinion.recordedBy === viewer.personId || holdsRole(viewer, callingRoles, c);
}
