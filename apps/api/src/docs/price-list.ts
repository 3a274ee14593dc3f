import { isIntrospectionType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { estimateOf } from "../http/cost.ts";

/** What a field costs: `once + below × (what is below it) + entries × (each + eachBelow × (what is below it))`. */
export interface FieldPrice {
  readonly type: string;
  readonly field: string;
  readonly once: number;
  readonly below: number;
  readonly each: number;
  readonly eachBelow: number;
  /** What counts the entries: its `first`, or the entries of its input. */
  readonly entries: "first" | "input";
}

/**
 * Everything that costs something; all other fields are free. Found out by asking the pricing itself, with nothing and with one
 * below a field, and with one and two entries: so it cannot tell another story. Prices are linear in both.
 */
export function priceList(schema: GraphQLSchema): FieldPrice[] {
  const types = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type));
  const prices = types.flatMap((type) => Object.values(type.getFields()).map((field) => priceOfField(type, field)));
  const costs = prices.filter(({ once, below, each, eachBelow }) => once > 0 || each > 0 || eachBelow > 0 || below > 1);
  return costs.sort((a, b) => order(a.type) - order(b.type) || compare(a.type, b.type) || compare(a.field, b.field));
}

function priceOfField(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): FieldPrice {
  const isPaged = field.args.some(({ name }) => name === "first");
  const price = (childComplexity: number, count: number): number => {
    const listed = Array.from({ length: count }, () => ({}));
    const args = { ...(isPaged && { first: count }), input: { cases: listed }, representations: listed };
    return estimateOf({ type, field, args, childComplexity, node: undefined as never, context: {} });
  };
  const each = price(0, 2) - price(0, 1);
  const [one, two] = [price(1, 1) - price(0, 1), price(1, 2) - price(0, 2)];
  return { type: type.name, field: field.name, once: round(price(0, 1) - each), below: round(one - (two - one)), each: round(each), eachBelow: round(two - one), entries: isPaged ? "first" : "input" };
}

/** A price as a formula: `5 + first × (1 + 0.02 × …)`. */
export function formulaOf({ once, below, each, eachBelow, entries }: FieldPrice, words: { readonly below: string; readonly input: string }): string {
  const times = (factor: number, what: string): string => (factor === 0 ? "" : factor === 1 ? what : `${factor} × ${what}`);
  const sum = (number: number, more: string): string => [number === 0 ? "" : String(number), more].filter(Boolean).join(" + ");
  const entry = sum(each, times(eachBelow, words.below));
  const name = entries === "first" ? "`first`" : words.input;
  return [sum(once, times(below, words.below)), entry && `${name} × ${entry.includes("+") ? `(${entry})` : entry}`].filter(Boolean).join(" + ");
}

const round = (price: number): number => Math.round(price * 10_000) / 10_000;
const order = (type: string): number => ["Query", "Mutation", "Subscription"].findIndex((root) => root === type) >>> 0;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
