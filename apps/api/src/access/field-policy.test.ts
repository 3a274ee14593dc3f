import { isObjectType, type GraphQLSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { fieldPolicies, policyOf, registered } from "./field-policy.ts";
import { makeSchema } from "../schema.ts";

function fieldsOf(schema: GraphQLSchema): [type: string, field: string][] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith("__") ? Object.keys(type.getFields()).map((field): [string, string] => [type.name, field]) : [],
  );
}

const fields = fieldsOf(makeSchema());

describe("the register of fields", () => {
  it("C9: every field of the schema stands in it", () => {
    expect(fields.length).toBeGreaterThan(300);
    expect(fields.filter(([type, field]) => policyOf(type, field) === undefined).map((path) => path.join("."))).toEqual([]);
  });

  it("C9: nothing stands in it that the schema does not have, and nothing twice", () => {
    const known = new Set(fields.flatMap(([type, field]) => [`${type}.${field}`, ...(type.endsWith("Payload") ? [`*Payload.${field}`] : [])]));
    const lines = registered().map(([type, field]) => `${type}.${field}`);
    expect(lines.filter((line) => !known.has(line))).toEqual([]);
    expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([]);
  });

  it("says each rule in both languages, and every rule has a field", () => {
    for (const { zh, en } of Object.values(fieldPolicies)) expect([/[一-龥]/.test(zh), /[A-Za-z]{3}/.test(en)]).toEqual([true, true]);
    const used = new Set(registered().map(([, , policy]) => policy));
    expect(Object.keys(fieldPolicies).filter((policy) => !used.has(policy as never))).toEqual([]);
  });
});
