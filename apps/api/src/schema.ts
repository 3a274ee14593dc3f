import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray, type PubSub } from "type-graphql";
import { resolvers } from "./resolvers.ts";

/** TypeGraphQL wants one for topics; each subscription of ours makes its own stream (live/live-subscriptions.ts). */
const noTopics: PubSub = {
  publish: () => {
    throw new Error("Nothing is published by topic");
  },
  subscribe: () => {
    throw new Error("Nothing is published by topic");
  },
};

/** The schema of the API, made from the decorated classes. */
export function makeSchema(): GraphQLSchema {
  // Not introspected to see that it is valid: Apollo looks when it starts, and so does schema.test.ts.
  // eslint-disable-next-line typescript/ban-types -- TypeGraphQL takes classes as Function
  return buildSchemaSync({ resolvers: resolvers as unknown as NonEmptyArray<Function>, validate: { forbidUnknownValues: false }, pubSub: noTopics, skipCheck: true });
}

/** The contract as text: sorted, so that a change of a file's place changes nothing. */
export function printContract(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
