import { buildSchema, Kind, parse, type FieldNode, type GraphQLObjectType, type SelectionNode } from "graphql";
import { expect, it } from "vitest";
import { NotCovered, selectionOf } from "./selection.ts";

const schema = buildSchema("type Query { a(n: Int): Int b: B any: Any } type B implements Any { a: Int c: Int } interface Any { a: Int }");
const query = schema.getQueryType() as GraphQLObjectType;

function selectionsOf(text: string): readonly SelectionNode[] {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");
  return operation.selectionSet.selections;
}

const read = (text: string, variables: Record<string, unknown> = {}) => {
  const fragments = Object.fromEntries(parse(text).definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));
  return selectionOf({ schema, fragments, variables }, query, selectionsOf(text));
};

it("merges fields of one key, in the order in which the keys are met", () => {
  expect(read("{ b { c } x: a(n: 1) ... on Query { b { a ...More } } } fragment More on B { c d: c }")).toEqual([
    expect.objectContaining({ key: "b", fields: [expect.objectContaining({ key: "c" }), expect.objectContaining({ key: "a" }), expect.objectContaining({ key: "d", field: "c" })] }),
    expect.objectContaining({ key: "x", field: "a", args: { n: 1 } }),
  ]);
});

it("leaves out what @skip and @include leave out, and fragments of other types", () => {
  expect(read("query ($no: Boolean!) { a @include(if: $no) b @skip(if: true) { a } __typename }", { no: false }).map(({ key }) => key)).toEqual(["__typename"]);
  expect(read("{ b { ... on Any { a } } }")[0]?.fields.map(({ key }) => key)).toEqual(["a"]);
});

it("does not know fields of abstract types", () => {
  expect(() => read("{ any { a } }")).toThrow(NotCovered);
});

it.each(['a" from person; --', "a b", "é", "", "9", `k${"x".repeat(60)}`])("C13: lets no key into a statement that is no name of GraphQL's: %s", (key) => {
  const [node] = selectionsOf("{ x: a }");
  const forged = { ...(node as FieldNode), alias: { kind: Kind.NAME, value: key } } as const;
  expect(() => selectionOf({ schema, fragments: {}, variables: {} }, query, [forged])).toThrow(NotCovered);
});
