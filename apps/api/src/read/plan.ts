import { getVariableValues, Kind, OperationTypeNode, visit, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { roots, type RootRead } from "./roots.ts";
import { NotCovered, selectionOf, type Selected } from "./selection.ts";

/** What one request of a document reads: each root field under its key of the answer. */
export interface Read {
  readonly key: string;
  readonly root: RootRead;
}

/** A document that the compiler covers. */
export interface Plan {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /**
   * What is read with these variables; null where a field, an argument or a variable has to be looked at by the executor.
   * @param variables as they were sent
   */
  reads(variables: Readonly<Record<string, unknown>>): readonly Read[] | null;
}

/**
 * The plan of an operation that was found valid; null when some field of it is not compiled, whatever its variables.
 * Below a root field nothing is looked at twice, unless a variable or a directive stands there.
 */
export function planOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Plan | null {
  const query = schema.getQueryType();
  if (!query || operation.operation !== OperationTypeNode.QUERY) return null;
  const fragments = Object.fromEntries(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));
  const isFixed = !dependsOnVariables(document, operation);
  const below = new Map<string, readonly Selected[]>();

  const select = (variables: Readonly<Record<string, unknown>>): Selected[] => {
    const selected = selectionOf({ schema, fragments, variables, ...(isFixed && below.size > 0 && { below }) }, query, operation.selectionSet.selections);
    if (selected.some(({ field }) => !Object.hasOwn(roots, field))) throw new NotCovered("a field of Query that is not compiled");
    if (isFixed && below.size === 0) for (const { key, fields } of selected) below.set(key, fields);
    return selected;
  };
  return {
    document,
    operation,
    reads(sent) {
      const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], sent, { maxErrors: 1 });
      if (errors) return null;
      return select(coerced).map((one) => ({ key: one.key, root: (roots[one.field] as (selected: Selected) => RootRead)(one) }));
    },
  };
}

/** Whether anything but the arguments of root fields may differ from request to request. */
function dependsOnVariables(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  let depends = false;
  const found = (): void => void (depends = true);
  const inside = { Variable: found, Directive: found };
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) visit(one, inside);
  for (const selection of operation.selectionSet.selections) {
    if (selection.directives && selection.directives.length > 0) depends = true;
    if (selection.kind !== Kind.FIELD) visit(selection, inside);
    else if (selection.selectionSet) visit(selection.selectionSet, inside);
  }
  return depends;
}
