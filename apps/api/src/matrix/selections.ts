import { getNamedType, getNullableType, isInterfaceType, isLeafType, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLSchema } from "graphql";
import { policyOf, type FieldPolicy } from "../access/field-policy.ts";

/** A field as the matrix asks for it, and all it asks for below it. */
export interface Selection {
  readonly field: string;
  readonly owner: string;
  /** Name of the type it gives. */
  readonly type: string;
  readonly list: boolean;
  readonly leaf: boolean;
  readonly policy: FieldPolicy;
  readonly below: readonly Selection[];
}

/** Types that only carry others: going through them is no step. */
const CARRIER = /(?:Connection|Edge|PageInfo|BoardColumnPage|Board|Payload|CaseResult)$/;
const LIST_LENGTH = 100;

interface Options {
  /** Steps from type to type. */
  readonly depth?: number;
  /** Fields left out, as `Type.field`: a connection gives its nodes twice. */
  readonly without?: readonly string[];
}

/**
 * Every field of a type and every path from it to another, made from the schema, down to a depth. A type is not entered
 * again below itself, but for the children of an area.
 */
export function selectionsOf(schema: GraphQLSchema, typeName: string, { depth = 4, without = [] }: Options = {}, chain: readonly string[] = []): readonly Selection[] {
  const type = schema.getType(typeName);
  const types = isInterfaceType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return types.flatMap((one) =>
    Object.values(one.getFields()).flatMap((field): Selection[] => {
      const policy = policyOf(one.name, field.name);
      if (policy === undefined) return []; // which field-policy.test.ts reports
      if (without.includes(`${one.name}.${field.name}`)) return [];
      const target = getNamedType(field.type);
      const entry = { field: field.name, owner: one.name, type: target.name, list: isListType(getNullableType(field.type)), policy };
      if (isLeafType(target)) return [{ ...entry, leaf: true, below: [] }];
      const here = [...chain, one.name];
      const left = CARRIER.test(target.name) ? depth : depth - 1;
      const again = here.filter((name) => name === target.name).length;
      if (left < 0 || again > (target.name === "Area" ? 1 : 0)) return [];
      const below = selectionsOf(schema, target.name, { depth: left, without }, here);
      return below.length === 0 ? [] : [{ ...entry, leaf: false, below }];
    }),
  );
}

/** The text of a selection. Lists without a length of their own choosing get as many as there may be. */
export function print(schema: GraphQLSchema, selections: readonly Selection[]): string {
  const owners = [...new Set(selections.map((s) => s.owner))];
  const one = (s: Selection): string => `${s.field}${argumentsOf(schema, s)}${s.leaf ? "" : ` { ${print(schema, s.below)} }`}`;
  if (owners.length < 2) return selections.map(one).join(" ");
  return `__typename ${owners.map((owner) => `... on ${owner} { ${selections.filter((s) => s.owner === owner).map((s) => `${owner}_${s.field}: ${one(s)}`).join(" ")} }`).join(" ")}`;
}

/** The key a field's value stands under in an answer: prefixed where several types answer side by side. */
export const answerKey = (s: Selection, several: boolean): string => (several ? `${s.owner}_${s.field}` : s.field);

function argumentsOf(schema: GraphQLSchema, { owner, field }: Selection): string {
  const type = schema.getType(owner);
  const found = isObjectType(type) ? (type.getFields()[field] as GraphQLField<unknown, unknown>) : undefined;
  const wanted = found?.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined) ?? [];
  if (wanted.length === 0) return "";
  if (wanted.some((arg) => arg.name !== "first")) throw new Error(`${owner}.${field} wants an argument that the matrix does not know`);
  return `(first: ${LIST_LENGTH})`;
}
