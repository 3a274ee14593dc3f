import type { ApolloServerPlugin } from "@apollo/server";
import { getNamedType, getNullableType, GraphQLError, isCompositeType, isListType, Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { fieldExtensionsEstimator, getComplexity, type ComplexityEstimator, type ComplexityEstimatorArgs } from "graphql-query-complexity";
import { earlyError } from "./api-error.ts";

/** What one request may cost: a full board with its cards costs about a fifth. */
const COST_LIMIT = 10_000;
const MUTATION_COST = 10;
const INTROSPECTION_COST = 100;
const MAX_MUTATION_FIELDS = 10;
/** What a list without a `first` is taken to hold. */
const UNSAID_LENGTH = 10;
const WRAPPER = /(?:Connection|Edge|PageInfo)$/;

/**
 * The price list: an object costs 1, a scalar nothing, `first` or `last` multiplies what is below it, a mutation costs
 * 10. The wrappers of a connection are free. A field's own `complexity` goes before all of this.
 */
function priceOf({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const named = getNamedType(field.type);
  // Introspection reads no row; asking for it over and over still costs.
  if (named.name.startsWith("__")) return named.name === "__Schema" ? INTROSPECTION_COST : childComplexity;
  if (!isCompositeType(named)) return 0;
  const own = type.name === "Mutation" ? MUTATION_COST : WRAPPER.test(named.name) ? 0 : 1;
  const asked: unknown = args["first"] ?? args["last"];
  if (typeof asked === "number") return Math.max(asked, 1) * (own + childComplexity);
  // The edges and nodes of a connection were multiplied by the connection's own `first`.
  if (isListType(getNullableType(field.type)) && !WRAPPER.test(named.name) && !WRAPPER.test(type.name)) return UNSAID_LENGTH * (own + childComplexity);
  return own + childComplexity;
}

const declared = fieldExtensionsEstimator();

/** A field's own price, never below nothing: a negative `first` must not pay for the rest of the document. */
function declaredPrice(field: ComplexityEstimatorArgs): number | undefined {
  const price = declared(field);
  return typeof price === "number" ? Math.max(0, price) : undefined;
}

const estimators = [declaredPrice as ComplexityEstimator, priceOf];

interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

function costOf({ schema, document, operationName, variables }: Operation): number {
  return getComplexity({ schema, query: document, variables, estimators, ...(operationName === undefined ? {} : { operationName }) });
}

/** Prices every operation before it runs, refuses what is too dear, and reports the price in every answer. */
export function costPlugin(limit = COST_LIMIT): ApolloServerPlugin {
  return {
    async requestDidStart() {
      let requested: number | undefined;
      return {
        async didResolveOperation({ schema, document, operation, operationName, request }) {
          refuseTooManyMutations(document, operation);
          requested = priced({ schema, document, operationName: operationName ?? undefined, variables: request.variables ?? {} }, limit);
          if (requested > limit) {
            throw earlyError("COST_EXCEEDED", `The query costs ${requested}, the limit is ${limit}: ask for fewer objects at once`, { cost: requested, limit });
          }
        },
        async willSendResponse({ response }) {
          if (requested === undefined || response.body.kind !== "single") return;
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, cost: { requested, limit } };
        },
      };
    },
  };
}

/**
 * A document too big to be priced is dearer than anything. With a wrong variable nothing will run: the execution says
 * so, in its own words. Whatever else goes wrong here is a fault, and nothing runs unpriced.
 */
function priced(operation: Operation, limit: number): number {
  try {
    return costOf(operation);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return error.message.includes("maximum allowed number of nodes") ? limit + 1 : 0;
  }
}

function refuseTooManyMutations(document: DocumentNode, operation: OperationDefinitionNode | undefined): void {
  if (operation?.operation !== "mutation") return;
  const count = rootFields(document, operation.selectionSet).length;
  if (count > MAX_MUTATION_FIELDS) {
    throw earlyError("BAD_USER_INPUT", `At most ${MAX_MUTATION_FIELDS} mutations in one request, not ${count}`);
  }
}

/** Names of the fields of an operation's root. Each fragment is entered once: nesting them must not multiply our work. */
export function rootFields(document: DocumentNode, selectionSet: SelectionSetNode, seen = new Set<string>()): string[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet, seen);
    const name = selection.name.value;
    if (seen.has(name)) return [];
    seen.add(name);
    const fragment = document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name);
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, fragment.selectionSet, seen) : [];
  });
}
