import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isCompositeType,
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLObjectType,
  type SelectionNode,
} from "graphql";

/** One field as it is to be answered: aliases, fragments, @skip and @include are resolved, what stands twice is merged. */
export interface Selected {
  /** The key of the answer. */
  readonly key: string;
  /** The name in the schema; `__typename` too. */
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Name of the type that the field belongs to. */
  readonly parent: string;
  /** What is asked of it; empty for a scalar. */
  readonly fields: readonly Selected[];
}

/** What a selection is read with. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** As the schema has coerced them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** What stands below the first fields, by key, where that is known already. */
  readonly below?: ReadonlyMap<string, readonly Selected[]>;
}

/** Something that the compiler does not know: it is left to the executor. */
export class NotCovered extends Error {}

/**
 * A key stands in the statement as the name of a column: the only text of a document that does. It is what GraphQL's grammar allows,
 * asked once more here; PostgreSQL would cut off a longer one.
 */
const KEY = /^[_A-Za-z][_0-9A-Za-z]{0,59}$/;

/**
 * What an operation asks of an object type, in the order of the answer.
 * @throws NotCovered where the type is abstract or a key too long
 * @throws GraphQLError where an argument is wrong
 */
export function selectionOf(operation: Operation, type: GraphQLObjectType, selections: readonly SelectionNode[]): Selected[] {
  return [...collect(operation, type, selections, new Map())].map(([key, nodes]) => selected(operation, type, key, nodes));
}

/** Field nodes by key of the answer, in the order in which the keys are met: the specification's CollectFields. */
function collect(operation: Operation, type: GraphQLObjectType, selections: readonly SelectionNode[], found: Map<string, FieldNode[]>): Map<string, FieldNode[]> {
  for (const node of selections) {
    if (!isIncluded(operation, node)) continue;
    if (node.kind === Kind.FIELD) {
      const key = (node.alias ?? node.name).value;
      found.set(key, [...(found.get(key) ?? []), node]);
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? operation.fragments[node.name.value] : node;
    if (fragment === undefined) throw new NotCovered("a fragment that is not there");
    if (appliesTo(operation.schema, fragment.typeCondition?.name.value, type)) collect(operation, type, fragment.selectionSet.selections, found);
  }
  return found;
}

function isIncluded({ variables }: Operation, node: SelectionNode): boolean {
  if (!node.directives || node.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.["if"] !== false;
}

function appliesTo(schema: GraphQLSchema, name: string | undefined, type: GraphQLObjectType): boolean {
  if (name === undefined || name === type.name) return true;
  const condition = schema.getType(name);
  return isAbstractType(condition) && schema.isSubType(condition, type);
}

function selected(operation: Operation, parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Selected {
  const [node] = nodes;
  if (node === undefined || !KEY.test(key)) throw new NotCovered("a key that is too long");
  const field = node.name.value;
  if (field === "__typename") return { key, field, args: {}, parent: parent.name, fields: [] };
  const definition = parent.getFields()[field];
  if (definition === undefined) throw new NotCovered(`${parent.name}.${field}`);
  const named = getNamedType(definition.type);
  const args = getArgumentValues(definition, node, operation.variables);
  if (!isCompositeType(named)) return { key, field, args, parent: parent.name, fields: [] };
  if (!isObjectType(named)) throw new NotCovered(`${parent.name}.${field} may be of several types`);
  const known = operation.below?.get(key);
  if (known !== undefined) return { key, field, args, parent: parent.name, fields: known };
  const below = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return { key, field, args, parent: parent.name, fields: selectionOf({ schema: operation.schema, fragments: operation.fragments, variables: operation.variables }, named, below) };
}
