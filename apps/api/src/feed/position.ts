import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

function parsePosition(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new GraphQLError("Position wants a whole number from 0, such as 1205");
  return value;
}

/** A place in the change feed: GraphQL's own Int ends at two thousand million. */
export const Position = new GraphQLScalarType({
  name: "FeedPosition",
  description: "A place in the change feed: a whole number, from 1, without a gap; 0 stands before all of them. A JSON number, always a safe integer.",
  serialize: parsePosition,
  parseValue: parsePosition,
  parseLiteral: (node) => parsePosition(node.kind === Kind.INT ? Number(node.value) : null),
});
