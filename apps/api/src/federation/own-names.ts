import { isScalarType, isSpecifiedScalarType, Kind, visit, type DocumentNode, type FieldDefinitionNode, type GraphQLSchema, type OperationTypeNode } from "graphql";

/**
 * How the names of a deployment are told from those of its neighbours in one graph. A gateway routes by the names of fields
 * and types, never by values: two deployments that both had `cases` and `Case` would be one to it.
 */
export interface OwnNames {
  /** The name of a type in the subgraph: `Yingjiang_Case` of `Case`. */
  readonly type: (name: string) => string;
  /** The name of a field of Query or Mutation: `yingjiang_cases` of `cases`. */
  readonly rootField: (name: string) => string;
  /** There are no others: what fails may take the whole answer with it. Among others a field of Query or Mutation is null instead. */
  readonly alone: boolean;
}

const plain: OwnNames = { type: (name) => name, rootField: (name) => name, alone: true };

/**
 * The names of the deployment called `name`; of one without a name, all stay what they are. Scalars and the root types keep
 * their names; everything else is named, inputs and enums too: of a shared one a gateway takes only what all deployments
 * have, so that none could be upgraded before the others.
 */
export function ownNames(schema: GraphQLSchema, name: string | undefined): OwnNames {
  if (name === undefined) return plain;
  const roots = [schema.getQueryType(), schema.getMutationType()].map((type) => type?.name);
  const shared = new Set([...roots, ...Object.values(schema.getTypeMap()).filter((type) => isScalarType(type) || isSpecifiedScalarType(type)).map((type) => type.name)]);
  const prefix = name.charAt(0).toUpperCase() + name.slice(1);
  return { type: (one) => (shared.has(one) || one.startsWith("__") ? one : `${prefix}_${one}`), rootField: (one) => `${name}_${one}`, alone: false };
}

/** What the contract calls a field of Query or Mutation, whatever it is called in this schema: rights and the audit go by that. */
export function contractName(schema: GraphQLSchema, operation: OperationTypeNode, field: string): string {
  const known: unknown = schema.getRootType(operation)?.getFields()[field]?.extensions["contractName"];
  return typeof known === "string" ? known : field;
}

/** The document of a schema under other names. */
export function renamed(document: DocumentNode, schema: GraphQLSchema, names: OwnNames): DocumentNode {
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);
  const asRootField = (field: FieldDefinitionNode): FieldDefinitionNode => ({
    ...field,
    name: { ...field.name, value: names.rootField(field.name.value) },
    type: names.alone || field.type.kind !== Kind.NON_NULL_TYPE ? field.type : field.type.type,
  });
  return visit(document, {
    NamedType: (node) => ({ ...node, name: { ...node.name, value: names.type(node.name.value) } }),
    leave(node) {
      if (node.kind === Kind.OBJECT_TYPE_DEFINITION && roots.has(node.name.value)) return { ...node, fields: node.fields?.map(asRootField) };
      if (
        node.kind === Kind.OBJECT_TYPE_DEFINITION ||
        node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
        node.kind === Kind.UNION_TYPE_DEFINITION ||
        node.kind === Kind.ENUM_TYPE_DEFINITION ||
        node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
      ) {
        return { ...node, name: { ...node.name, value: names.type(node.name.value) } };
      }
      return undefined;
    },
  });
}
