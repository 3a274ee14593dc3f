import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLArgument, type GraphQLInputField, type GraphQLInputType } from "graphql";
import { uuidv7 } from "uuidv7";

/** Values of the scalars that pass the scalar and are nobody's. */
const scalars: Readonly<Record<string, () => unknown>> = {
  ID: () => uuidv7(), String: () => "说明", Int: () => 1, Fen: () => 1, FeedPosition: () => 1, Float: () => 1, Boolean: () => true,
  DateTime: () => "2026-03-02T09:00:00+08:00", LocalDate: () => "2026-03-05",
};

/** A value of an input type with everything it requires and nothing else: well formed, and about nothing that exists. */
function junkOf(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [junkOf(bare.ofType as GraphQLInputType)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) return junkFor(Object.values(bare.getFields()));
  const make = scalars[bare.name];
  if (make === undefined) throw new Error(`no value for the scalar ${bare.name}`);
  return make();
}

/** Values for all arguments, or fields, that are required. */
export function junkFor(parts: readonly (GraphQLArgument | GraphQLInputField)[]): Record<string, unknown> {
  return Object.fromEntries(parts.filter((part) => isNonNullType(part.type) && part.defaultValue === undefined).map((part) => [part.name, junkOf(part.type)]));
}
