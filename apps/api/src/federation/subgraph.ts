import { buildSubgraphSchema, type GraphQLResolverMap } from "@apollo/subgraph";
import { isInterfaceType, isObjectType, Kind, parse, printSchema, visit, type DocumentNode, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, type ObjectTypeDefinitionNode } from "graphql";
import { createResolversMap } from "type-graphql";
import { badInput } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { ownNames, renamed, type OwnNames } from "./own-names.ts";
import { entities, resolveReference } from "./references.ts";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])`;
/** Printed once, but a third of a megabyte in each answer. */
const SDL_COST = 500;
/** As many as a page of a list has: a gateway asks for one page's worth at a time. */
const MAX_REPRESENTATIONS = 100;

type Reference = Readonly<Record<string, unknown>>;

/**
 * The schema as a subgraph of Apollo Federation 2: the same fields, resolvers and prices, with keys on what other subgraphs
 * may refer to. `name`, that of the deployment, goes before the names of all fields of Query and Mutation and of all types
 * (see own-names.ts); without it they are those of the contract. Subscriptions stay with the deployment.
 */
export function makeSubgraph(schema: GraphQLSchema, name?: string): GraphQLSchema {
  const names = ownNames(schema, name);
  const document = renamed(withKeys(contractOf(schema), name), schema, names);
  const subgraph = buildSubgraphSchema([{ typeDefs: document, resolvers: resolversOf(schema, names) }]);
  copyExtensions(schema, subgraph, names);
  guardRoot(subgraph, names);
  return subgraph;
}

function contractOf(schema: GraphQLSchema): DocumentNode {
  const { definitions, ...rest } = parse(`${LINK}\n${printSchema(schema)}`, { noLocation: true });
  const live = schema.getSubscriptionType()?.name;
  return { ...rest, definitions: definitions.filter((one) => one.kind !== Kind.OBJECT_TYPE_DEFINITION || one.name.value !== live) };
}

function withKeys(document: DocumentNode, name: string | undefined): DocumentNode {
  return visit(document, {
    ObjectTypeDefinition(node) {
      const entity = entities[node.name.value];
      if (entity) return directed(node, `@key(fields: "${entity.key}")`);
      // Every subgraph with lists has this one, and it is the same everywhere.
      return node.name.value === "PageInfo" && name === undefined ? directed(node, "@shareable") : undefined;
    },
  });
}

function directed(node: ObjectTypeDefinitionNode, directive: string): ObjectTypeDefinitionNode {
  const [type] = parse(`type T ${directive} { x: Int }`, { noLocation: true }).definitions;
  const added = type?.kind === Kind.OBJECT_TYPE_DEFINITION ? (type.directives ?? []) : [];
  return { ...node, directives: [...(node.directives ?? []), ...added] };
}

function resolversOf(schema: GraphQLSchema, names: OwnNames): GraphQLResolverMap<Context> {
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);
  const known = Object.entries(createResolversMap(schema)).map(([type, parts]): [string, unknown] => {
    if (roots.has(type)) return [type, Object.fromEntries(Object.entries(parts).map(([field, resolve]) => [names.rootField(field), resolve]))];
    const entity = entities[type] && { __resolveReference: (reference: Reference, ctx: Context) => resolveReference(type, reference, ctx) };
    return [names.type(type), isObject(parts, "__resolveType") ? { ...parts, __resolveType: namedType(parts.__resolveType, names) } : entity ? { ...parts, ...entity } : parts];
  });
  return Object.fromEntries(known) as GraphQLResolverMap<Context>;
}

type TypeResolver = (...parameters: unknown[]) => unknown;

function isObject<K extends string>(value: unknown, key: K): value is Record<K, TypeResolver> {
  return typeof value === "object" && value !== null && key in value;
}

/** What an interface or a union answers with is the name of a type, too. */
function namedType(resolve: TypeResolver, names: OwnNames): TypeResolver {
  return async (...parameters) => {
    const type = await resolve(...parameters);
    return typeof type === "string" ? names.type(type) : type;
  };
}

/** The prices stand in the extensions of the fields, which a document has no words for; so do the names of the contract. */
function copyExtensions(from: GraphQLSchema, to: GraphQLSchema, names: OwnNames): void {
  const roots = [from.getQueryType(), from.getMutationType()];
  for (const type of Object.values(from.getTypeMap())) {
    const twin = to.getType(names.type(type.name));
    if (!(isObjectType(type) || isInterfaceType(type)) || !(isObjectType(twin) || isInterfaceType(twin))) continue;
    const fields = twin.getFields();
    for (const field of Object.values(type.getFields())) {
      const isRoot = roots.some((root) => root === type);
      const same = fields[isRoot ? names.rootField(field.name) : field.name];
      if (same) same.extensions = isRoot ? { ...field.extensions, contractName: field.name } : field.extensions;
    }
  }
}

type Field = GraphQLField<unknown, Context>;

/** Prices what the library adds, and refuses references to anything but what has a key, and too many of them. */
function guardRoot(subgraph: GraphQLSchema, names: OwnNames): void {
  const { _entities, _service } = (subgraph.getQueryType() as GraphQLObjectType).getFields() as { _entities?: Field; _service: Field };
  let published: unknown;
  const { resolve: service } = _service;
  _service.extensions = { complexity: SDL_COST };
  _service.resolve = (...parameters) => (published ??= service?.(...parameters));
  if (!_entities) return; // a schema without any of them
  const known = new Set(Object.keys(entities).map(names.type));
  const { resolve } = _entities;
  _entities.extensions = { complexity: ({ args, childComplexity }: { args: { representations?: unknown[] }; childComplexity: number }) => 5 + (args.representations?.length ?? 0) * (1 + childComplexity) };
  _entities.resolve = (root, args: { representations: Reference[] }, ctx, info) => {
    const { representations } = args;
    if (representations.length > MAX_REPRESENTATIONS) throw badInput(`At most ${MAX_REPRESENTATIONS} representations at once`);
    for (const { __typename } of representations) {
      if (typeof __typename !== "string" || !known.has(__typename)) throw badInput(`A representation is of ${[...known].join(", ")}`);
    }
    return resolve?.(root, args, ctx, info);
  };
}
