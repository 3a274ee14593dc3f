import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { findPackage } from "../config.ts";
import { languageOf, type Language } from "../http/context.ts";
import { once } from "../once.ts";

/** The docs for integrators at /docs, for everybody: made once, when they are first asked for, from the texts in apps/api/docs and from the code. */
export function mountDocs(app: FastifyInstance, schema: GraphQLSchema): void {
  const made = once(async (): Promise<ReadonlyMap<string, string>> => {
    const [{ docPages }, { layOut }] = await Promise.all([import("./doc-pages.ts"), import("./doc-layout.ts")]);
    const pages = docPages(schema);
    return new Map(pages.flatMap((page) => (["zh", "en"] as const).map((language) => [`${language}/${page.name}`, layOut(page, pages, language)])));
  });
  const style = readFileSync(join(findPackage(import.meta.dirname), "docs", "docs.css"), "utf8");

  app.get("/docs/docs.css", (_request, reply) => reply.type("text/css; charset=utf-8").header("cache-control", "no-cache").send(style));
  for (const address of ["/docs", "/docs/", "/docs/zh", "/docs/zh/", "/docs/en", "/docs/en/"]) {
    const said = /(zh|en)/.exec(address)?.[0] as Language | undefined;
    app.get(address, (request, reply) => reply.header("vary", "accept-language").redirect(`/docs/${said ?? languageOf(request.headers["accept-language"])}/start`));
  }
  app.get("/docs/:language/:page", async (request, reply) => {
    const { language, page } = request.params as { language: string; page: string };
    const html = (await made()).get(`${language}/${page}`);
    if (html === undefined) return reply.callNotFound();
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(html);
  });
}
