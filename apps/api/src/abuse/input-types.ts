import {
  getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isRequiredInputField, type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLInputObjectType,
  type GraphQLInputType,
} from "graphql";
import { contract } from "./whole-life.ts";

/** A field of Query or Mutation. */
export interface RootField {
  readonly kind: "query" | "mutation";
  readonly field: GraphQLField<unknown, unknown>;
}

/** All of them. */
export function rootFields(): RootField[] {
  const of = (kind: RootField["kind"]): RootField[] =>
    Object.values((kind === "query" ? contract.getQueryType() : contract.getMutationType())?.getFields() ?? {}).map((field) => ({ kind, field }));
  return [...of("query"), ...of("mutation")];
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  ID: "01900000-0000-7000-8000-000000000000", String: "x", Int: 1, Fen: 1, Float: 1, Boolean: true, DateTime: "2024-03-01T01:00:00.000Z", LocalDate: "2024-03-08",
};

/** A value of the right type, with everything in it: for tests that look at the shape alone. */
export function sampleOf(type: GraphQLInputType): unknown {
  const plain = getNullableType(type);
  if (isListType(plain)) return [sampleOf(plain.ofType)];
  if (isEnumType(plain)) return plain.getValues()[0]?.name;
  if (!isInputObjectType(plain)) return SAMPLES[getNamedType(plain).name];
  return Object.fromEntries(Object.values(plain.getFields()).map((field) => [field.name, sampleOf(field.type)]));
}

/** A place within the arguments: names, and 0 for the first of a list. */
export type Path = readonly (string | number)[];

/** Where the input objects stand in the arguments of a field, outermost first. */
export function objectsIn(args: readonly GraphQLArgument[]): { path: Path; type: GraphQLInputObjectType }[] {
  const walk = (type: GraphQLInputType, path: Path): { path: Path; type: GraphQLInputObjectType }[] => {
    const plain = getNullableType(type);
    if (isListType(plain)) return walk(plain.ofType, [...path, 0]);
    if (!isInputObjectType(plain)) return [];
    return [{ path, type: plain }, ...Object.values(plain.getFields()).flatMap((field) => walk(field.type, [...path, field.name]))];
  };
  return args.flatMap((arg) => walk(arg.type, [arg.name]));
}

/** Every single value in the arguments of a field, with the name of its scalar or enum. */
export function leavesIn(args: readonly (GraphQLArgument | GraphQLInputField)[], before: Path = []): { path: Path; type: string; isEnum: boolean; isRequired: boolean }[] {
  return args.flatMap((arg) => {
    const path = [...before, arg.name];
    const isList = isListType(getNullableType(arg.type));
    const named = getNamedType(arg.type);
    const inner = isList ? [...path, 0] : path;
    if (isInputObjectType(named)) return leavesIn(Object.values(named.getFields()), inner);
    return [{ path: inner, type: named.name, isEnum: isEnumType(named), isRequired: isRequiredInputField(arg) }];
  });
}

/** A copy with one value put in; objects and lists on the way are made where they are not there. */
export function put(value: unknown, [head, ...rest]: Path, leaf: unknown): unknown {
  if (head === undefined) return leaf;
  if (typeof head === "number") {
    const list: unknown[] = Array.isArray(value) ? [...value] : [];
    list[head] = put(list[head], rest, leaf);
    return list;
  }
  const object = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  return { ...object, [head]: put(object[head], rest, leaf) };
}
