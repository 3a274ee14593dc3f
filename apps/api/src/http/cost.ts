import type { ApolloServerPlugin } from "@apollo/server";
import { getNamedType, getNullableType, getVariableValues, GraphQLError, isCompositeType, isListType, Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { fieldExtensionsEstimator, getComplexity, type ComplexityEstimator, type ComplexityEstimatorArgs } from "graphql-query-complexity";
import { LRUCache } from "lru-cache";
import { earlyError } from "./api-error.ts";
import { isPageSize } from "./connection.ts";
import type { Context } from "./context.ts";
import { inputProblem } from "./input-limits.ts";
import { budgetHeaders, rateLimited, type Budget, type Limits } from "./limits.ts";

/** What one request may cost: a full board with its cards costs about a fifth. */
export const COST_LIMIT = 10_000;
export const MUTATION_COST = 10;
/** Answering all of the schema takes some 20 ms at a stretch: a document may ask once. */
export const SCHEMA_COST = 6000;
const TYPE_COST = 400;
/** How many fields are priced, fragments written out: doubling ones must not multiply our own work. */
export const MAX_PRICED_FIELDS = 1500;
export const MAX_MUTATION_FIELDS = 10;
/** What a document costs that is refused before it has a price: reading and checking it is work as well. */
export const REFUSED_COST = 100;
/** A message of graphql-js repeats what was sent. */
const MAX_MESSAGE = 300;
/** What a list without a `first` is taken to hold. */
export const UNSAID_LENGTH = 10;
const WRAPPER = /(?:Connection|Edge|PageInfo)$/;

/**
 * The price list: an object costs 1, a scalar nothing, `first` or `last` multiplies what is below it, a mutation costs
 * 10. The wrappers of a connection are free. A field's own `complexity` goes before all of this.
 */
function priceOf({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const named = getNamedType(field.type);
  // Introspection reads no row; asking for it over and over still costs.
  if (named.name.startsWith("__")) return named.name === "__Schema" ? SCHEMA_COST : named.name === "__Type" && type.name === "Query" ? TYPE_COST : childComplexity;
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

/** Thrown through the pricing, which sees every argument as it will be: no list is read for a page that cannot be. */
class PageRefused extends Error {}

/** Prices nothing: looks at each `first` that is going to run, however deep it stands. @throws PageRefused */
function checkPages({ args }: ComplexityEstimatorArgs): undefined {
  const first: unknown = args["first"];
  if (typeof first === "number" && !isPageSize(first)) throw new PageRefused();
}

/** What one field costs with what is below it; the price list of the docs is made by asking this (docs/price-list.ts). */
export const estimateOf = (field: ComplexityEstimatorArgs): number => declaredPrice(field) ?? priceOf(field);

const estimators = [checkPages as unknown as ComplexityEstimator, declaredPrice as ComplexityEstimator, priceOf];

/** What is going to run, of a document that was found right. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

function costOf({ schema, document, operation, operationName, variables }: Operation): number {
  // The first wrong value is enough: telling of thousands, each with all of its surroundings, takes half a minute.
  const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (errors?.[0] !== undefined) throw errors[0];
  const cost = getComplexity({ schema, query: document, variables, estimators, maxQueryNodes: MAX_PRICED_FIELDS, ...(operationName === undefined ? {} : { operationName }) });
  // Whole points: parts of one add up to 120.00000000000001.
  return Math.ceil(Math.round(cost * 1000) / 1000);
}

/**
 * Prices every operation before it runs, refuses what is too dear, takes the price from the budget of the account, and
 * reports both in every answer.
 */
export function costPlugin(limits: Limits, perRequest = COST_LIMIT): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue }) {
      // Without a session there is no viewer: such requests are counted by their address.
      const { language, spender, paid } = contextValue as Partial<Context>;
      const takeCost = async (cost: number): Promise<Budget | undefined> => (spender === undefined ? undefined : limits.takeCost(spender, Math.max(1, cost)));
      let requested: number | undefined;
      let budget: Budget | undefined;
      return {
        async didResolveOperation({ schema, document, operation, operationName, request }) {
          refuseTooManyMutations(document, operation);
          const problem = inputProblem(request.variables ?? {});
          if (problem !== undefined) throw earlyError("BAD_USER_INPUT", problem);
          requested = priceOfOperation({ schema, document, operation, operationName: operationName ?? undefined, variables: request.variables ?? {} }, perRequest);
          if (requested > perRequest) throw tooDear(requested, perRequest);
          budget = paid ?? (await takeCost(requested));
          if (budget?.isSpent === true) throw rateLimited(budget, language ?? "zh");
        },
        async willSendResponse({ response }) {
          budget ??= await takeCost(REFUSED_COST);
          for (const [name, value] of Object.entries(budget === undefined ? {} : budgetHeaders(budget))) response.http.headers.set(name, value);
          if (requested === undefined || response.body.kind !== "single") return;
          const { singleResult } = response.body;
          const cost = { requested, perRequest, limit: budget?.limit, remaining: budget?.remaining, resetAt: budget?.resetAt };
          singleResult.extensions = { ...singleResult.extensions, cost };
        },
      };
    },
  };
}

function tooDear(requested: number, perRequest: number): GraphQLError {
  return earlyError("COST_EXCEEDED", `The query costs ${requested}, the limit is ${perRequest}: ask for fewer objects at once`, { cost: requested, limit: perRequest });
}

/** The same for a stream, which is paid for when it is opened. @throws GraphQLError BAD_USER_INPUT, COST_EXCEEDED, RATE_LIMITED */
export async function chargeStream(limits: Limits, { spender, language }: Context, operation: Operation, perRequest = COST_LIMIT): Promise<Budget> {
  const problem = inputProblem(operation.variables);
  if (problem !== undefined) throw earlyError("BAD_USER_INPUT", problem);
  const requested = priced(operation, perRequest);
  if (requested > perRequest) throw tooDear(requested, perRequest);
  const budget = await limits.takeCost(spender, Math.max(1, requested));
  if (budget.isSpent) throw rateLimited(budget, language);
  return budget;
}

/**
 * A document too big to be priced is dearer than anything. One whose variables or arguments are wrong is refused here:
 * the execution would refuse the one field, and run all others unpriced.
 */
function priced(operation: Operation, limit: number): number {
  try {
    return costOf(operation);
  } catch (error) {
    if (error instanceof PageRefused) throw earlyError("BAD_USER_INPUT", "first must be 1 to 100");
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes("maximum allowed number of nodes")) return limit + 1;
    throw earlyError("BAD_USER_INPUT", error.message.slice(0, MAX_MESSAGE));
  }
}

const prices = new LRUCache<string, number>({ max: 5000 });
/** Variables of a longer text are priced each time: what is kept has to stay small. */
const MAX_KEPT_VARIABLES = 2000;

const numbers = new WeakMap<object, number>();
let lastNumber = 0;
function numberOf(one: object): number {
  const known = numbers.get(one) ?? ++lastNumber;
  numbers.set(one, known);
  return known;
}

/**
 * What an operation costs. The price depends on the document and the variables alone, so it is kept by both: the document as
 * an object, which Apollo keeps by its text. A refusal is worked out each time.
 * @param limit what one request may cost: a document too big to be priced costs more than that
 * @throws GraphQLError BAD_USER_INPUT
 */
export function priceOfOperation(operation: Operation, limit = COST_LIMIT): number {
  const variables = JSON.stringify(operation.variables);
  if (variables.length > MAX_KEPT_VARIABLES) return priced(operation, limit);
  const key = `${numberOf(operation.schema)} ${numberOf(operation.document)} ${operation.operationName ?? ""} ${variables}`;
  const known = prices.get(key);
  if (known !== undefined) return known;
  const price = priced(operation, limit);
  if (price <= limit) prices.set(key, price);
  return price;
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
