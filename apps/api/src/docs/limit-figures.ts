import { COST_LIMIT, MAX_MUTATION_FIELDS, MAX_PRICED_FIELDS, MUTATION_COST, REFUSED_COST, SCHEMA_COST, UNSAID_LENGTH } from "../http/cost.ts";
import { DEPTHS, MAX_TOKENS } from "../http/graphql.ts";
import { BODY_KILOBYTES, MAX_DEPTH, MAX_ITEMS, MAX_REPEATS, MAX_TEXT, MAX_VALUES } from "../http/input-limits.ts";

/** The figures that the pages tell of, by the name they stand in `{{…}}` with: those that the server itself goes by. */
const figures: Readonly<Record<string, number>> = {
  BODY_KILOBYTES,
  COST_LIMIT,
  DOCUMENT_DEPTH: DEPTHS.maxDepth,
  MAX_DEPTH,
  MAX_ITEMS,
  MAX_MUTATION_FIELDS,
  MAX_PRICED_FIELDS,
  MAX_REPEATS,
  MAX_TEXT,
  MAX_TOKENS,
  MAX_VALUES,
  MUTATION_COST,
  REFUSED_COST,
  SCHEMA_COST,
  UNSAID_LENGTH,
};

/** Puts the figures where a text names them. @throws Error for one that nobody knows */
export function withFigures(text: string): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => {
    const figure = figures[name];
    if (figure === undefined) throw new Error(`the docs name {{${name}}}, which is no figure of the server`);
    return figure.toLocaleString("en-US");
  });
}
