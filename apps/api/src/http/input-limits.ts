import { GraphQLError, visit, type ASTVisitor, type ValidationContext } from "graphql";

/** Of a request without files. */
export const BODY_KILOBYTES = 256;
/** After so many errors the rest of a document is not looked at. */
export const MAX_ERRORS = 10;
/** Fields of one name and with fields of their own are compared each with each, to see whether they can be merged. */
export const MAX_REPEATS = 30;

/** The longest text anybody writes here is a story of a page or two. */
export const MAX_TEXT = 20_000;
/** Lists of a request name things one by one; a thousand are more than a person picks. */
export const MAX_ITEMS = 1000;
/** The deepest input of the contract has five levels. */
export const MAX_DEPTH = 10;
export const MAX_VALUES = 5000;

/** Why a text cannot be taken: PostgreSQL stores neither NUL nor half a character. Undefined when it can. */
function textProblem(text: string): string | undefined {
  if (text.length > MAX_TEXT) return `A text has at most ${MAX_TEXT} characters`;
  if (text.includes("\0")) return "A text cannot contain the character U+0000";
  if (/\p{Surrogate}/u.test(text)) return "A text cannot contain half of a surrogate pair";
  return undefined;
}

/** Why variables cannot be taken: what is in a text, or their size. Undefined when they can. Looks at each value once. */
export function inputProblem(variables: Readonly<Record<string, unknown>>): string | undefined {
  let left = MAX_VALUES;
  const problemOf = (value: unknown, depth: number): string | undefined => {
    if (typeof value === "string") return textProblem(value);
    if (typeof value !== "object" || value === null) return undefined;
    if (depth > MAX_DEPTH) return `Variables are at most ${MAX_DEPTH} levels deep`;
    const names = Array.isArray(value) ? [] : Object.keys(value);
    const values: unknown[] = Array.isArray(value) ? value : Object.values(value);
    if (Array.isArray(value) && values.length > MAX_ITEMS) return `A list has at most ${MAX_ITEMS} entries`;
    left -= values.length;
    if (left < 0) return `Variables hold at most ${MAX_VALUES} values`;
    for (const part of [...names, ...values]) {
      const problem = problemOf(part, depth + 1);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  return problemOf(variables, 0);
}

/** The same for the texts that stand in the document itself. */
export function plainTexts(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node) {
      const problem = textProblem(node.value);
      if (problem !== undefined) context.reportError(new GraphQLError(problem, { nodes: node }));
    },
  };
}

/**
 * Refuses a document that repeats one selection over and over, before the rules that would compare them all: a rule is
 * asked about the document first, and errors up to the limit end the validation there.
 */
export function fewRepeats(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const counts = new Map<string, number>();
      visit(document, {
        Field({ alias, name, selectionSet }) {
          const key = (alias ?? name).value;
          if (selectionSet !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
        },
      });
      if (Math.max(0, ...counts.values()) <= MAX_REPEATS) return;
      for (let i = 0; i <= MAX_ERRORS; i++) context.reportError(new GraphQLError(`A document has at most ${MAX_REPEATS} selections of one name`));
    },
  };
}
