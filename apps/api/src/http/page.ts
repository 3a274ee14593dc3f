import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { FileFolder } from "./file-folder.ts";

/** Vite names these by their content. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;
const NOT_BUILT = "页面尚未构建，请运行 npm run build · The page has not been built; run npm run build\n";

/** Serves the built page: its files as they are, and its index.html for every address that a person opens. */
export async function mountPage(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const files = new FileFolder(folder ?? "");
  app.get("/*", (request, reply) => {
    const name = pathOf(request);
    if (name !== "" && name !== "index.html" && files.has(name)) {
      return files.send(name, request, reply, HASHED.test(name) ? "public, max-age=31536000, immutable" : "no-cache");
    }
    if (!isNavigation(request)) return notFound(request, reply);
    if (!files.has("index.html")) return reply.code(503).type("text/plain; charset=utf-8").send(NOT_BUILT);
    return files.send("index.html", request, reply, "no-cache");
  });
  app.setNotFoundHandler(notFound);
}

function pathOf(request: FastifyRequest): string {
  return (request.params as { "*": string })["*"];
}

/** A person opened an address, rather than a script or a style asking for a file that is gone. */
function isNavigation(request: FastifyRequest): boolean {
  const isPage = !/^\/(?:api|graphql|assets)\b/.test(request.url);
  return isPage && (request.url === "/" || (request.headers.accept ?? "").includes("text/html"));
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ errors: [{ message: "没有这个地址 · No such address", extensions: { code: "NOT_FOUND", requestId: request.id } }] });
}
