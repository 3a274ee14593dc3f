import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { undatedDeprecations, unannouncedChanges } from "./contract-gate.ts";

const contract = (name: string): string => readFileSync(new URL(`../${name}.graphql`, import.meta.url), "utf8");
const present = contract("schema");
const today = new Date().toISOString().slice(0, 10);

describe("the contract", () => {
  it("breaks nothing of the last release that was not announced three months before", () => {
    expect(unannouncedChanges(buildSchema(contract("schema.released")), buildSchema(present), today)).toEqual([]);
  });

  it("says since when what is deprecated is, and what takes its place", () => {
    expect(undatedDeprecations(buildSchema(present))).toEqual([]);
  });

  it.each([
    ["a field that is gone", /(\ntype Case implements Node \{[\s\S]*?\n {2})overdue: Boolean!/, "$1planted: Boolean!", "FIELD_REMOVED: Case.overdue was removed."],
    ["a value of an enum that is gone", /\nenum CaseOrder \{[^}]*\}/, "\nenum CaseOrder {\n  CLOSED\n  DUE\n}", "VALUE_REMOVED_FROM_ENUM: UPDATED was removed from enum type CaseOrder."],
    ["a field that may now be null", /\n {2}reopenCount: Int!\n/, "\n  reopenCount: Int\n", "FIELD_CHANGED_KIND: Case.reopenCount changed type from Int! to Int."],
    ["an input that has become required", /\ninput CaseFilter \{/, "\ninput CaseFilter {\n  planted: Boolean!", "REQUIRED_INPUT_FIELD_ADDED: A required field planted on input type CaseFilter was added."],
  ])("%s, planted, is seen", (_name, from, to, said) => {
    const planted = present.replace(from, to);
    expect(planted).not.toBe(present);
    expect(unannouncedChanges(buildSchema(present), buildSchema(planted), today)).toEqual([said]);
  });

  it("takes additions", () => {
    const more = present.replace(/\ninput CaseFilter \{/, "\ninput CaseFilter {\n  planted: Boolean").replace(/\nenum CaseOrder \{/, "\nenum CaseOrder {\n  PLANTED");
    expect(unannouncedChanges(buildSchema(present), buildSchema(`${more}\ntype Planted { id: ID! }`), today)).toEqual([]);
  });
});

describe("what was announced", () => {
  const released = (reason: string): string => `type Query { kept: Int  old(gone: Int @deprecated(reason: "${reason}")): Int @deprecated(reason: "${reason}")  e: E }  enum E { KEPT OLD @deprecated(reason: "${reason}") }`;
  const without = "type Query { kept: Int  e: E }  enum E { KEPT }";
  const changesOn = (day: string, reason: string, next = without) => unannouncedChanges(buildSchema(released(reason)), buildSchema(next), day).map((change) => change.split(":", 1)[0]);

  it("goes after three months, and not a day earlier", () => {
    const reason = "2026-08-01: use kept";
    expect(changesOn("2026-10-31", reason)).toEqual(["FIELD_REMOVED", "VALUE_REMOVED_FROM_ENUM"]);
    expect(changesOn("2026-11-01", reason)).toEqual([]);
    expect(changesOn("2026-11-01", reason, "type Query { kept: Int  old: Int  e: E }  enum E { KEPT OLD }")).toEqual([]);
  });

  it("is no announcement without a day, and none of a change of type", () => {
    expect(changesOn("2030-01-01", "No longer supported")).toEqual(["FIELD_REMOVED", "VALUE_REMOVED_FROM_ENUM"]);
    expect(undatedDeprecations(buildSchema(released("No longer supported")))).toEqual(["Query.old", "Query.old(gone)", "E.OLD"]);
    expect(changesOn("2030-01-01", "2026-08-01: use kept", "type Query { kept: Int  old(gone: Int): String  e: E }  enum E { KEPT OLD }")).toEqual(["FIELD_CHANGED_KIND"]);
  });
});
