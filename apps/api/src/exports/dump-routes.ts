import { Readable } from "node:stream";
import { isAreaCode, mayIn } from "@bandeng/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { dumpLines } from "./dump-lines.ts";
import { whileSignedIn, type ExportRoutes } from "./export-routes.ts";
import { areaNoOf } from "../access/scope.ts";
import { answerRefusal, contextOfFile } from "../attachments/file-request.ts";
import { auditActor, writeAudit } from "../audit/write-audit.ts";
import type { Context } from "../http/context.ts";
import { faultOf } from "../http/faults.ts";

/** Points of an account's budget: everything there is of an area. */
const COST = 5000;
/** Dumps an instance makes at a time: each keeps a connection. */
const AT_ONCE = 2;

const sentences = {
  NO_AREA: { status: 404, code: "NOT_FOUND", zh: "没有这个区域", en: "There is no such area" },
  NO_RIGHT: { status: 403, code: "FORBIDDEN", zh: "没有在该区域导出的权限", en: "You have no right to export from this area" },
  BUSY: { status: 429, code: "RATE_LIMITED", zh: "同时导出的文件过多，请稍后再试", en: "Too many files at a time, try again soon" },
} as const;

/**
 * Mounts GET /api/dump/<area>.ndjson: everything of the area that whoever asks sees whole, of one moment, as lines that
 * `pnpm dump:restore` stores again (dump-tables.ts says what is in it). Wants EXPORT_LISTS there; one row of the audit is
 * written before the first byte leaves.
 */
export function mountDumps(app: FastifyInstance, routes: ExportRoutes): void {
  let underWay = 0;
  app.get("/api/dump/:file", { exposeHeadRoute: false }, async (request, reply) => {
    const ctx = await contextOfFile(request, reply, { ...routes, photoBytes: 0 }, COST);
    if (ctx === undefined) return reply;
    const [, area = ""] = /^(\d+)\.ndjson$/.exec((request.params as { file: string }).file) ?? [];
    if (!isAreaCode(area)) return refuse(request, reply, ctx, "NO_AREA");
    if (!mayIn(ctx.viewer, "EXPORT_LISTS", area)) {
      await note(ctx, "FORBIDDEN", null);
      return refuse(request, reply, ctx, "NO_RIGHT");
    }
    if (underWay >= AT_ONCE) return refuse(request, reply.header("retry-after", "5"), ctx, "BUSY");
    underWay += 1;
    const lines = dumpLines(routes.ground.pool, { viewer: ctx.viewer, area, now: await ctx.now() });
    const leave = (): void => {
      underWay -= 1;
      void lines.return(undefined).catch(() => {});
    };
    try {
      const header = await lines.next();
      const text = String(header.value);
      await note(ctx, null, `${area}.ndjson ${text.trim()}`);
      const stream = Readable.from(whileSignedIn(after(text, lines), request, routes), { objectMode: false, highWaterMark: 65_536 });
      stream.on("error", (error) => ctx.log.error({ requestId: request.id, fault: faultOf(error) }, "a dump broke off"));
      stream.once("close", leave);
      const day = (await ctx.now()).slice(0, 10);
      return reply
        .headers({ "content-type": "application/x-ndjson", "cache-control": "no-store", "content-disposition": `attachment; filename="${area}-${day}.ndjson"`, "x-content-type-options": "nosniff" })
        .send(stream);
    } catch (error) {
      leave();
      throw error;
    }
  });
}

async function* after(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

async function note(ctx: Context, code: string | null, reason: string | null): Promise<void> {
  const entry = { action: "dumpArea", outcome: code === null ? "DONE" : "REFUSED", code, subject: null, areaNo: areaNoOf(ctx.viewer.assignments), before: null, after: null, reason } as const;
  await ctx.db.transaction((client) => writeAudit(client, auditActor(ctx), entry));
}

function refuse(request: FastifyRequest, reply: FastifyReply, ctx: Context, why: keyof typeof sentences): FastifyReply {
  const { status, code, ...message } = sentences[why];
  return answerRefusal(request, reply, status, code, message[ctx.language]);
}
