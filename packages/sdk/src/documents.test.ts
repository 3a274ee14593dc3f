import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { changesDocument, feedDocument } from "./feed-operations.ts";
import { ingestOpinionDocument } from "./intake-operations.ts";
import { areasDocument, caseDocument, casesDocument, opinionsDocument, projectsDocument } from "./operations.ts";

const contract = readFileSync(new URL("../../../apps/api/schema.graphql", import.meta.url), "utf8");

describe("the documents", () => {
  it.each(Object.entries({ areasDocument, caseDocument, casesDocument, changesDocument, feedDocument, ingestOpinionDocument, opinionsDocument, projectsDocument }))("%s fits the contract", (_name, document) => {
    expect(validate(buildSchema(contract), parse(document)).map(({ message }) => message)).toEqual([]);
  });
});
