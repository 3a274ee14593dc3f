import { getOperationAST, GraphQLError, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { smallSchema } from "../testing/small-schema.ts";
import { COST_LIMIT, priceOfOperation } from "./cost.ts";

const schema = smallSchema().schema;
const source = "query One($first: Int!) { node { nodes(first: $first) { name } } priced(first: 3) { name } } query Two { node { name } }";

function operationOf(document: ReturnType<typeof parse>, operationName: string, variables: Record<string, unknown>) {
  return { schema, document, operation: getOperationAST(document, operationName) ?? undefined, operationName, variables };
}

/** Counts how often the pricing really walks the document: it looks at the definitions each time. */
function watched(text: string): { document: ReturnType<typeof parse>; walks: () => number } {
  const { definitions, ...document } = parse(text);
  let walks = 0;
  const looked = Object.defineProperty(document, "definitions", { get: () => (walks++, definitions) }) as ReturnType<typeof parse>;
  return { document: looked, walks: () => walks };
}

describe("the price of an operation", () => {
  it("is worked out once for a document, an operation of it and its variables", () => {
    const { document, walks } = watched(source);
    const one = operationOf(document, "One", { first: 7 });
    const price = priceOfOperation(one);
    const after = walks();
    expect(priceOfOperation({ ...one, variables: { first: 7 } })).toBe(price);
    expect(walks()).toBe(after);
  });

  it("is another for other variables, another operation and another document of the same text", () => {
    const document = parse(source);
    const [seven, eight, two] = [priceOfOperation(operationOf(document, "One", { first: 7 })), priceOfOperation(operationOf(document, "One", { first: 8 })), priceOfOperation(operationOf(document, "Two", {}))];
    expect([eight - seven, seven > two]).toEqual([1, true]);
    const { document: again, walks } = watched(source);
    expect([priceOfOperation(operationOf(again, "One", { first: 8 })), walks() > 0]).toEqual([eight, true]);
  });

  it("C3: a refusal is one again the second time, and after a good one of the same document", () => {
    const document = parse(source);
    priceOfOperation(operationOf(document, "One", { first: 5 }));
    for (const first of [500, 500, "5", "5"]) expect(() => priceOfOperation(operationOf(document, "One", { first }))).toThrow(GraphQLError);
  });

  it("a document too big to be priced costs more than a request may, each time", () => {
    const big = parse(`query Big { ${Array.from({ length: 1600 }, (_, i) => `a${i}: hello`).join(" ")} }`);
    for (let i = 0; i < 2; i++) expect(priceOfOperation(operationOf(big, "Big", {}))).toBeGreaterThan(COST_LIMIT);
  });
});
