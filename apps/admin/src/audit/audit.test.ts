import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { filterOf, parseAuditSearch } from "./audit-search.ts";
import { actionName, auditActionWords } from "./audit-words.ts";

describe("the address", () => {
  test("keeps what narrows and drops what cannot", () => {
    expect(parseAuditSearch({ from: "2024-08-26", to: "2024-13-45", outcome: "REFUSED", subject: "CAT", person: "p-1", other: "x" })).toEqual({ from: "2024-08-26", outcome: "REFUSED", person: "p-1" });
  });

  test("a period is days in Shanghai, the last one included", () => {
    expect(filterOf({ from: "2024-08-26", to: "2024-08-26" })).toEqual({ from: "2024-08-25T16:00:00.000Z", to: "2024-08-26T16:00:00.000Z" });
    expect(filterOf({ after: "cursor", row: "row" })).toBeNull();
  });
});

describe("the words", () => {
  test("name every mutation of the contract", () => {
    const contract = buildSchema(readFileSync(new URL("../../../api/schema.graphql", import.meta.url), "utf8"));
    const mutations = Object.keys(contract.getMutationType()?.getFields() ?? {});
    expect(mutations.filter((name) => !(name in auditActionWords.zh))).toEqual([]);
  });

  test("leave what is new under its own name", () => {
    expect(actionName("somethingNew", auditActionWords.zh)).toBe("somethingNew");
    expect(actionName("escalateCase", auditActionWords.zh)).toBe("上报");
  });
});
