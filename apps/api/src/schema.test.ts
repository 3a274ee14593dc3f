import { readFileSync } from "node:fs";
import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType, validateSchema, type GraphQLSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { makeSchema, printContract } from "./schema.ts";

const schema = makeSchema();

describe("the contract", () => {
  it("is the committed one: pnpm --filter @bandeng/api run schema", () => {
    expect(printContract(schema)).toBe(readFileSync(new URL("../schema.graphql", import.meta.url), "utf8"));
  });

  it("is a valid schema, which the start does not look at twice", () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it("describes every type, field, argument and input", () => {
    expect(undescribed(schema)).toEqual([]);
  });
});

function undescribed({ getTypeMap }: Pick<GraphQLSchema, "getTypeMap">): string[] {
  const types = Object.values(getTypeMap.call(schema)).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  return types.flatMap((type) => {
    const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type as never);
    const own = type.description || isRoot ? [] : [type.name];
    return [...own, ...partsOf(type).filter(([, description]) => !description).map(([name]) => `${type.name}.${name}`)];
  });
}

function partsOf(type: unknown): [string, string | null | undefined][] {
  if (isEnumType(type)) return []; // the description of the enum says what its values are
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(({ name, description }) => [name, description]);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, description, args }) => [
    [name, description] as [string, string | null | undefined],
    ...args.map((arg): [string, string | null | undefined] => [`${name}(${arg.name})`, arg.description]),
  ]);
}
