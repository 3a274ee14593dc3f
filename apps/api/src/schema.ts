import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { resolvers } from "./resolvers.ts";

/** The schema of the API, made from the decorated classes. */
export function makeSchema(): GraphQLSchema {
  // eslint-disable-next-line typescript/ban-types -- TypeGraphQL takes classes as Function
  return buildSchemaSync({ resolvers: resolvers as unknown as NonEmptyArray<Function>, validate: { forbidUnknownValues: false } });
}

/** The contract as text: sorted, so that a change of a file's place changes nothing. */
export function printContract(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
