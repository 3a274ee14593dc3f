import { getNamedType, isCompositeType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from "graphql";

/** A number from 0 to `below`, not included: the same series for the same seed. */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export interface Ground {
  readonly schema: GraphQLSchema;
  /** Fields that are asked for, by type; types that are not here are left out. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Arguments of a field, by `Type.field`, as they stand in a document. */
  readonly args: Readonly<Record<string, (dice: Dice) => string>>;
}

/** A selection of a type: aliases, __typename, inline fragments, fields twice, @skip and @include by the variables `yes` and `off`. */
export function selection(ground: Ground, type: GraphQLObjectType, dice: Dice, depth: number): string {
  const names = ground.fields[type.name] ?? [];
  const parts = Array.from({ length: 1 + dice(depth > 3 ? 3 : 4) }, (_, i) => {
    const name = names[dice(names.length)] as string;
    const field = type.getFields()[name];
    if (field === undefined) throw new Error(`${type.name}.${name} is no field`);
    const below = getNamedType(field.type);
    if (isCompositeType(below) && (!isObjectType(below) || depth === 0)) return "__typename";
    const args = ground.args[`${type.name}.${name}`]?.(dice) ?? "";
    // A field with arguments stands under a name of its own: two of one name must be asked the same.
    const alias = args !== "" || dice(4) === 0 ? `${name}_${depth}_${i}_${dice(1000)}: ` : "";
    const directive = ["", "", "", "", " @include(if: $yes)", " @skip(if: $yes)", " @include(if: $off)"][dice(7)] as string;
    const one = `${alias}${name}${args}${directive}${isObjectType(below) ? ` { ${selection(ground, below, dice, depth - 1)} }` : ""}`;
    return dice(6) === 0 ? `... on ${type.name} { ${one} }` : dice(8) === 0 ? `... { ${one} }` : one;
  });
  return parts.join(" ");
}
