import { getDistDirectory, renderAltair, renderInitialOptions, type RenderOptions } from "altair-static";
import type { FastifyInstance } from "fastify";
import { FileFolder } from "./file-folder.ts";

const FIRST_QUERY = `# 请先在管理页面登录 · Sign in on the admin page first; this page uses the same session.
query Viewer {
  viewer {
    username
    person { id name }
    roles { role areaCode areaName from to }
  }
}
`;

/** An explorer of the API, served from our own files: it works without the internet. */
export async function mountExplorer(app: FastifyInstance): Promise<void> {
  const files = new FileFolder(getDistDirectory());
  const options: RenderOptions = {
    serveInitialOptionsInSeperateRequest: "options.js", // not inline: its content security policy stays strict
    baseURL: "/explorer/",
    endpointURL: "/graphql",
    initialQuery: FIRST_QUERY,
    initialSettings: { language: "zh-CN", "alert.disableUpdateNotification": true, "banners.disable": true, "schema.reloadOnStart": true },
    // The same header that the server's CSRF protection accepts for any kind of request.
    initialHeaders: { "Apollo-Require-Preflight": "true" },
  };
  const html = renderAltair(options);
  const optionsScript = renderInitialOptions(options);
  app.get("/explorer", (_request, reply) => reply.redirect("/explorer/"));
  app.get("/explorer/", (_request, reply) => reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(html));
  app.get("/explorer/options.js", (_request, reply) => reply.type("text/javascript; charset=utf-8").header("cache-control", "no-cache").send(optionsScript));
  app.get("/explorer/*", (request, reply) => {
    const name = (request.params as { "*": string })["*"];
    if (files.has(name)) return files.send(name, request, reply, "no-cache");
    return reply.callNotFound();
  });
}
