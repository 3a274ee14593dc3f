import type { RenderOptions } from "altair-static";
import type { FastifyInstance } from "fastify";
import { once } from "../once.ts";
import { FileFolder } from "./file-folder.ts";
import { allowExplorer } from "./security-headers.ts";

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
export function mountExplorer(app: FastifyInstance): void {
  // Loaded when somebody opens it.
  const altair = once(async () => {
    const { getDistDirectory, renderAltair } = await import("altair-static");
    return { files: new FileFolder(getDistDirectory()), renderAltair };
  });
  const options: RenderOptions = {
    baseURL: "/explorer/",
    endpointURL: "/graphql",
    initialQuery: FIRST_QUERY,
    initialSettings: { language: "zh-CN", "alert.disableUpdateNotification": true, "banners.disable": true, "schema.reloadOnStart": true },
    // The same header that the server's CSRF protection accepts for any kind of request.
    initialHeaders: { "Apollo-Require-Preflight": "true" },
  };
  app.get("/explorer", (_request, reply) => reply.redirect("/explorer/"));
  app.get("/explorer/", async (_request, reply) => {
    const { renderAltair } = await altair();
    const cspNonce = allowExplorer(reply);
    // Altair hands its nonce to its editor; Angular looks for one at its root.
    const html = renderAltair({ ...options, cspNonce }).replace("<app-root>", `<app-root ngCspNonce="${cspNonce}">`);
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-store").send(html);
  });
  app.get("/explorer/*", async (request, reply) => {
    const { files } = await altair();
    const name = (request.params as { "*": string })["*"];
    // Its sandbox is shown in a frame of the explorer itself.
    allowExplorer(reply);
    if (files.has(name)) return files.send(name, request, reply, "no-cache");
    return reply.callNotFound();
  });
}
