import type { RefusalCode } from "@bandeng/domain";
import { phrasesZh } from "@bandeng/domain";
import { buildSchema, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorCodes } from "../http/api-error.ts";
import { makeSchema } from "../schema.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";
import { docPages } from "./doc-pages.ts";
import { withFigures } from "./limit-figures.ts";
import { formulaOf, priceList } from "./price-list.ts";
import { codesByRemedy } from "./refusal-remedies.ts";

const schema = makeSchema();
const pages = docPages(schema);
const textOf = (name: string, language: "zh" | "en"): string => pages.find((page) => page.name === name)?.text[language] ?? "";
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await insertAreas(api);
  await insertPerson(api, { username: "reader", name: "周干事", roles: [{ role: "CLERK", area: "340802001007" }] });
});
afterAll(() => api.stop());

const get = (path: string, headers: Record<string, string> = {}) => api.fetch(path, { headers, redirect: "manual" });

describe("the docs", () => {
  it.each([
    ["zh-CN,zh;q=0.9", "/docs/zh/start"],
    ["en", "/docs/en/start"],
  ])("begin, for %s, at %s", async (language, place) => {
    expect((await get("/docs", { "accept-language": language })).headers.get("location")).toBe(place);
  });

  it("are there for everybody, each page in both languages, without a script and under the page's own policy", async () => {
    for (const language of ["zh", "en"] as const) {
      for (const { name, title } of pages) {
        const answer = await get(`/docs/${language}/${name}`);
        const html = await answer.text();
        expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
        expect(html).toContain(`<html lang="${language === "zh" ? "zh-CN" : "en"}">`);
        expect(html).toContain(`<a href="${name}" aria-current="page">${title[language]}</a>`);
        expect(html).not.toMatch(/<script|<style|style=|onclick|javascript:/);
        expect(answer.headers.get("content-security-policy")).not.toContain("unsafe");
      }
    }
    expect((await get("/docs/docs.css")).headers.get("content-type")).toContain("text/css");
    expect([(await get("/docs/zh/nothing")).status, (await get("/docs/fr/start")).status]).toEqual([404, 404]);
  });

  it("link to pages and headings that exist", async () => {
    const html = new Map(await Promise.all(pages.flatMap(({ name }) => ["zh", "en"].map(async (language) => [`${language}/${name}`, await (await get(`/docs/${language}/${name}`)).text()] as [string, string]))));
    for (const [place, text] of html) {
      for (const [, target = ""] of text.matchAll(/href="([^"]+)"/g)) {
        if (/^https?:/.test(target)) continue;
        const url = new URL(target, `http://docs/docs/${place}`);
        if (!url.pathname.startsWith("/docs/")) expect((await get(url.pathname)).status, `${place}: ${target}`).toBe(200);
        else if (url.pathname !== "/docs/docs.css") {
          const found = html.get(url.pathname.slice("/docs/".length));
          expect(found, `${place}: ${target}`).toBeDefined();
          if (url.hash !== "") expect(found, `${place}: ${target}`).toContain(`id="${decodeURIComponent(url.hash.slice(1))}"`);
        }
      }
    }
  });

  it.each(["zh", "en"] as const)("in %s name every error and every refusal once, with cause and remedy", (language) => {
    const headings = [...textOf("errors", language).matchAll(/^## (\w+)$/gm)].map(([, code]) => code);
    expect(headings).toEqual([...errorCodes]);
    const rows = [...textOf("refusals", language).matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, code, sentence]) => ({ code, sentence }));
    expect(rows.map(({ code }) => code).sort()).toEqual(Object.keys(phrasesZh).sort());
    for (const { code, sentence } of rows) expect(sentence, code).not.toMatch(/undefined|NaN|\[object/);
  });

  it("sort each refusal under one remedy", () => {
    const sorted = Object.values<readonly RefusalCode[]>(codesByRemedy).flat();
    expect(sorted.filter((code, place) => sorted.indexOf(code) !== place)).toEqual([]);
  });

  it("show GraphQL that can be read, and figures of the server", () => {
    const shown = pages.flatMap(({ text }) => [...text.en.matchAll(/```graphql\n([\s\S]*?)```/g), ...text.zh.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, document = ""]) => document));
    for (const document of shown) expect(() => parse(document)).not.toThrow();
    expect(textOf("limits", "en")).toContain("2,000 tokens");
    expect(() => withFigures("{{NOBODY_KNOWS}}")).toThrow("NOBODY_KNOWS");
  });
});

describe("the price list", () => {
  it("has every field that costs something, and none that is free", () => {
    const small = buildSchema(`type Query { a: A  as(first: Int!): [A!]!  all: [A!]!  n: Int }  type A { id: ID!  b: A }`);
    expect(priceList(small).map((price) => [`${price.type}.${price.field}`, formulaOf(price, { below: "below", input: "entries" })])).toEqual([
      ["Query.a", "1 + below"],
      ["Query.all", "10 + 10 × below"],
      ["Query.as", "`first` × (1 + below)"],
      ["A.b", "1 + below"],
    ]);
  });

  it("says what the server takes", async () => {
    const shown = new Map([...textOf("prices", "en").matchAll(/^\| `([\w.]+)` \| (.+) \|$/gm)].map(([, field, formula]) => [field, formula]));
    expect([shown.get("Query.cases"), shown.get("Query.areas"), shown.get("Case.title")]).toEqual(["5 + `first` × (1 + 0.02 × below)", "30 + below", undefined]);
    expect([shown.get("Mutation.escalateCase"), shown.get("Mutation.escalateCases")]).toEqual(["10 + below", "below + entries × 10"]);
    // There is nothing to see: what a request costs does not depend on what is found.
    const { extensions } = await api.graphql(`{ cases(areas: ["340802001007"], first: 50) { nodes { due { at } lead { name } } } areas { code } }`, {}, { as: "reader" });
    const below = [shown.get("Case.due"), shown.get("Case.lead"), shown.get("CaseConnection.nodes")];
    expect(below).toEqual(["1 + below", "1 + below", "1 + below"]);
    expect(extensions["cost"]).toMatchObject({ requested: 5 + 50 * (1 + 3 * 0.02) + 30 });
  });
});
