import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { isAreaCode, mayIn } from "@bandeng/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { csvFile } from "./csv-file.ts";
import type { ListExport } from "./list-export.ts";
import { listExport } from "./lists.ts";
import { countRows, NotReadable, pagesOf, wordingFor } from "./read-list.ts";
import { tableOf } from "./table.ts";
import { MOST_ROWS, xlsxFile } from "./xlsx-file.ts";
import { answerRefusal, contextOfFile, type FileRoutes } from "../attachments/file-request.ts";
import { auditActor, writeAudit } from "../audit/write-audit.ts";
import { areaNoOf } from "../access/scope.ts";
import type { Context } from "../http/context.ts";
import { faultOf } from "../http/faults.ts";
import { inputProblem } from "../http/input-limits.ts";

/** Points of an account's budget: as much as some fifty pages of a list. */
const COST = 2000;
/** Files one account has under way at a time. */
const AT_ONCE = 2;
/** How often it is looked whether the session still holds, while a long file runs. */
const LOOK_AGAIN_MS = 3000;

export interface ExportRoutes extends Omit<FileRoutes, "photoBytes"> {
  readonly schema: GraphQLSchema;
}

const sentences = {
  NO_LIST: { status: 404, code: "NOT_FOUND", zh: "没有这份清单", en: "There is no such list" },
  BAD: { status: 400, code: "BAD_USER_INPUT", zh: "筛选条件不正确", en: "The filter is not right" },
  NO_RIGHT: { status: 403, code: "FORBIDDEN", zh: "没有在这些区域导出清单的权限", en: "You have no right to export lists of these areas" },
  BUSY: { status: 429, code: "RATE_LIMITED", zh: "同时导出的文件过多，请稍后再试", en: "Too many files at a time, try again soon" },
  TOO_LONG: { status: 400, code: "BAD_USER_INPUT", zh: "超过表格行数上限，请导出 CSV 或缩小范围", en: "More rows than a sheet can have: take CSV, or narrow the list" },
} as const;

const types = { csv: "text/csv; charset=utf-8", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } as const;

/**
 * Mounts GET /api/export/<list>.<csv|xlsx>?query=<JSON>: the arguments of the list's own GraphQL query, `areas` among them,
 * without `first` and `after`. The query itself is run, a page of 100 at a time: filter, order, scope and masks are those
 * of the screen. The audit's row (list, arguments, rows) is written before the first byte leaves. A file that cannot be
 * finished ends with the connection, so that nobody takes a part for the whole.
 */
export function mountExports(app: FastifyInstance, routes: ExportRoutes): void {
  const underWay = new Map<string, number>();
  app.get("/api/export/:file", { exposeHeadRoute: false }, async (request, reply) => {
    const ctx = await contextOfFile(request, reply, { ...routes, photoBytes: 0 }, COST);
    if (ctx === undefined) return reply;
    const { personId } = ctx.viewer;
    const running = underWay.get(personId) ?? 0;
    if (running >= AT_ONCE) return refuse(request, reply.header("retry-after", "5"), ctx, "BUSY");
    underWay.set(personId, running + 1);
    const leave = (): void => {
      const left = (underWay.get(personId) ?? 1) - 1;
      if (left > 0) underWay.set(personId, left);
      else underWay.delete(personId);
    };
    try {
      const stream = await prepare(request, reply, ctx, routes);
      if (stream === undefined) {
        leave();
        return reply;
      }
      void finished(stream).catch(() => {}).finally(leave);
      return reply.send(stream);
    } catch (error) {
      leave();
      throw error;
    }
  });
}

/** The file as a stream, with its headers set and its row in the audit; undefined when the request has been refused. */
async function prepare(request: FastifyRequest, reply: FastifyReply, ctx: Context, routes: ExportRoutes): Promise<Readable | undefined> {
  const [, name = "", format = ""] = /^([a-z]+)\.(csv|xlsx)$/.exec((request.params as { file: string }).file) ?? [];
  const list = listExport(name);
  if (list === undefined || (format !== "csv" && format !== "xlsx")) return void refuse(request, reply, ctx, "NO_LIST");
  const variables = variablesOf(request, list);
  const areas = variables?.["areas"];
  if (variables === undefined || !isAreas(areas)) return void refuse(request, reply, ctx, "BAD");
  if (!areas.every((area) => mayIn(ctx.viewer, "EXPORT_LISTS", area))) {
    await note(ctx, "FORBIDDEN", null);
    return void refuse(request, reply, ctx, "NO_RIGHT");
  }
  const { schema } = routes;
  try {
    const rows = await countRows(schema, ctx, list, variables);
    if (format === "xlsx" && rows >= MOST_ROWS) return void refuse(request, reply, ctx, "TOO_LONG");
    const words = await wordingFor(schema, ctx, areas);
    await note(ctx, null, `${name}.${format} ${rows} ${JSON.stringify(withoutWords(variables))}`);
    const table = tableOf(list, words, whileSignedIn(pagesOf(schema, ctx, list, variables), request, routes));
    const file = format === "csv" ? csvFile(table) : xlsxFile(table, list[ctx.language]);
    const day = (await ctx.now()).slice(0, 10);
    void reply.headers({
      "content-type": types[format],
      "cache-control": "no-store",
      "content-disposition": `attachment; filename="${name}-${day}.${format}"; filename*=UTF-8''${encodeURIComponent(list[ctx.language])}-${day}.${format}`,
      "x-content-type-options": "nosniff",
      "x-row-count": String(rows),
    });
    const stream = Readable.from(file, { objectMode: false, highWaterMark: 65_536 });
    stream.on("error", (error) => ctx.log.error({ requestId: request.id, fault: faultOf(error) }, "an export broke off"));
    return stream;
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    return void refuse(request, reply, ctx, "BAD");
  }
}

/** The arguments as they were sent; undefined when they are none this list takes. */
function variablesOf(request: FastifyRequest, list: ListExport): Record<string, unknown> | undefined {
  const { query } = request.query as { query?: unknown };
  if (typeof query !== "string") return undefined;
  try {
    const parsed: unknown = JSON.parse(query);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
    const variables = parsed as Record<string, unknown>;
    return Object.keys(variables).every((name) => list.takes.includes(name)) && inputProblem(variables) === undefined ? variables : undefined;
  } catch {
    return undefined;
  }
}

function isAreas(areas: unknown): areas is readonly string[] {
  return Array.isArray(areas) && areas.length > 0 && areas.length <= 100 && areas.every((area) => typeof area === "string" && isAreaCode(area));
}

/** The audit is never erased: words somebody searched for may be a name, and are only said to have been there. */
function withoutWords(variables: object): object {
  return Object.fromEntries(
    Object.entries(variables).map(([key, value]: [string, unknown]) => {
      if ((key === "text" || key === "search") && typeof value === "string") return [key, `*** (${[...value].length})`];
      return [key, typeof value === "object" && value !== null && !Array.isArray(value) ? withoutWords(value) : value];
    }),
  );
}

async function note(ctx: Context, code: string | null, reason: string | null): Promise<void> {
  const entry = { action: "exportList", outcome: code === null ? "DONE" : "REFUSED", code, subject: null, areaNo: areaNoOf(ctx.viewer.assignments), before: null, after: null, reason } as const;
  await ctx.db.transaction((client) => writeAudit(client, auditActor(ctx), entry));
}

/** Goes on only while the session or the key holds: whoever was signed out, or whose key ended, gets no further page. */
export async function* whileSignedIn<T>(pages: AsyncGenerator<T>, request: FastifyRequest, { auth, ground }: ExportRoutes): AsyncGenerator<T> {
  let looked = performance.now();
  for await (const page of pages) {
    if (performance.now() - looked > LOOK_AGAIN_MS) {
      if (((await ground.keys.sessionOf(request.headers)) ?? (await auth.sessionOf(request.headers))) === null) throw new Error("the session ended");
      looked = performance.now();
    }
    yield page;
  }
}

function refuse(request: FastifyRequest, reply: FastifyReply, ctx: Context, why: keyof typeof sentences): FastifyReply {
  const { status, code, ...message } = sentences[why];
  return answerRefusal(request, reply, status, code, message[ctx.language]);
}
