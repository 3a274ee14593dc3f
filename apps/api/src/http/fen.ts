import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

function parseFen(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw new GraphQLError("Fen wants an integer number of fen, such as 55848 for 558.48 yuan");
  return value;
}

/** Money, in integer fen: GraphQL's own Int ends at 21 million yuan. */
export const Fen = new GraphQLScalarType({
  name: "Fen",
  description: "Money in integer fen (分), 100 to the yuan, such as 55848 for 558.48 yuan. A safe integer.",
  serialize: parseFen,
  parseValue: parseFen,
  parseLiteral: (node) => parseFen(node.kind === Kind.INT ? Number(node.value) : null),
});
