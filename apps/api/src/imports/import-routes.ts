import { createHash } from "node:crypto";
import { areaKind, csvText, importFieldName, importFields, importKinds, importSentence, isAreaCode, isRefusal, mayIn, phraseOf, planImport, proposedColumns, refuse, type ImportKind } from "@bandeng/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { importPlaces, thereFor } from "./import-places.ts";
import { MOST_ROWS, readTable, type SentTable, type TableProblem } from "./read-table.ts";
import { readBounded } from "../attachments/bounded-body.ts";
import { answerRefusal, contextOfFile, type FileRoutes } from "../attachments/file-request.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context, Language } from "../http/context.ts";
import { languageOf } from "../http/context.ts";

/** Points of an account's budget: a table is read and compared with all that is there. */
const COST = 3000;
const MOST_BYTES = 5 * 1_048_576;
/** Problems that are told; more than that nobody goes through. */
const MOST_PROBLEMS = 1000;
const SAMPLE = 5;
/** What a form of another site cannot send without asking first. */
const types = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.ms-excel", "application/octet-stream"];

const problems: Record<TableProblem | "TOO_LARGE" | "NOT_TAKEN" | "BAD", { readonly status: number; readonly code: string; readonly zh: string; readonly en: string }> = {
  NOT_A_TABLE: { status: 422, code: "BAD_USER_INPUT", zh: "读不出表格：请用 CSV（UTF-8 或 GBK）或 XLSX 文件", en: "This cannot be read as a table: send CSV (UTF-8 or GBK) or XLSX" },
  EMPTY: { status: 422, code: "BAD_USER_INPUT", zh: "表格是空的", en: "The table is empty" },
  TOO_MANY_ROWS: { status: 422, code: "BAD_USER_INPUT", zh: `一次最多 ${MOST_ROWS} 行，请分成几个文件`, en: `At most ${MOST_ROWS} rows at a time: split the file` },
  TOO_MANY_COLUMNS: { status: 422, code: "BAD_USER_INPUT", zh: "列太多了", en: "There are too many columns" },
  TOO_LARGE: { status: 413, code: "BAD_USER_INPUT", zh: "文件太大，最多 5 MB", en: "The file is too large, 5 MB at most" },
  NOT_TAKEN: { status: 415, code: "BAD_USER_INPUT", zh: "只收 CSV 和 XLSX 文件", en: "Only CSV and XLSX files are taken" },
  BAD: { status: 400, code: "BAD_USER_INPUT", zh: "请求内容不正确", en: "The request is not right" },
};

/** What is asked for beside the bytes. */
interface Wanted {
  readonly kind: ImportKind;
  readonly community: string;
  /** Null: by the heads. */
  readonly columns: Readonly<Record<string, number>> | null;
}

/**
 * Mounts POST /api/import/preview and …/run, the file as body, `kind`, `area` (a community) and `columns` (JSON: field to
 * column, from 0; by the heads when absent) in the query; and GET /api/import/template/<kind>.csv. A preview stores nothing
 * and answers with everything that is wrong. A run wants the preview's `hash` and a UUID as Idempotency-Key, and is whole or
 * nothing.
 */
export async function mountImports(app: FastifyInstance, routes: Omit<FileRoutes, "photoBytes">): Promise<void> {
  app.get("/api/import/template/:file", { exposeHeadRoute: false }, (request, reply) => template(request, reply));
  await app.register(async (files) => {
    files.removeAllContentTypeParsers();
    // Everything is handed on unread: who it is and whether he may is decided before any of the body is.
    files.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    for (const step of ["preview", "run"] as const) {
      files.post(`/api/import/${step}`, async (request, reply) => {
        const ctx = await contextOfFile(request, reply, { ...routes, photoBytes: 0 }, COST);
        return ctx === undefined ? reply : receive(request, reply, ctx, step);
      });
    }
  });
}

async function receive(request: FastifyRequest, reply: FastifyReply, ctx: Context, step: "preview" | "run"): Promise<FastifyReply> {
  const refused = (why: keyof typeof problems): FastifyReply => answerRefusal(request, reply, problems[why].status, problems[why].code, problems[why][ctx.language]);
  const wanted = wantedOf(request);
  if (wanted === undefined) return refused("BAD");
  const { kind, community } = wanted;
  const right = kind === "PEOPLE" || kind === "CASES" ? "IMPORT_PEOPLE" : "IMPORT_PLACES";
  if (!mayIn(ctx.viewer, right, community)) return answerRefusal(request, reply, 403, "FORBIDDEN_RIGHT", phraseOf(refuse("FORBIDDEN_RIGHT", { right }), ctx.language));
  if (!types.includes((request.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "")) return refused("NOT_TAKEN");
  const bytes = await readBounded(request, MOST_BYTES);
  if (bytes === "TOO_LARGE") return refused("TOO_LARGE");
  if (bytes.length === 0) return refused("EMPTY");
  const table = await readTable(bytes);
  if (typeof table === "string") return refused(table);
  const columns = wanted.columns ?? proposedColumns(kind, table.heads);
  const hash = hashOf(bytes, kind, community, columns);
  if (step === "preview") return reply.header("cache-control", "no-store").send(await preview(ctx, { kind, community, columns }, table, hash));
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || !isUuid(key)) return refused("BAD");
  const done = (request.query as Record<string, unknown>)["hash"] === hash ? await importPlaces(ctx, { kind, community, columns, table, hash, idempotencyKey: key }) : refuse("IMPORT_OUTDATED", {});
  if (isRefusal(done)) return answerRefusal(request, reply, done.code === "IMPORT_BAD_ROWS" ? 422 : 409, done.code, phraseOf(done, ctx.language));
  return reply.header("cache-control", "no-store").send(done);
}

async function preview(ctx: Context, { kind, community, columns }: Required<Pick<Wanted, "kind" | "community">> & { readonly columns: Readonly<Record<string, number>> }, table: SentTable, hash: string): Promise<object> {
  const { db, language } = ctx;
  const plan = planImport(kind, table.rows, columns, await thereFor(db, ctx, kind, community));
  return {
    hash,
    encoding: table.encoding,
    heads: table.heads,
    fields: importFields[kind].map(({ id, required }) => ({ id, required, name: importFieldName(kind, id, language) })),
    columns,
    sample: table.rows.slice(0, SAMPLE),
    rows: plan.rows,
    created: plan.created.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    problemCount: plan.problems.length,
    badRows: new Set(plan.problems.map(({ row }) => row)).size,
    problems: plan.problems.slice(0, MOST_PROBLEMS).map((problem) => ({
      ...problem,
      column: table.heads[columns[problem.field] ?? -1] ?? importFieldName(kind, problem.field, language),
      message: importSentence(kind, problem, language),
    })),
  };
}

function wantedOf({ query }: FastifyRequest): Wanted | undefined {
  const { kind: saidKind, area, columns: saidColumns } = query as Record<string, unknown>;
  const kind = importKinds.find((one) => one === saidKind);
  if (kind === undefined || typeof area !== "string" || !isAreaCode(area) || areaKind(area) !== "COMMUNITY") return undefined;
  if (saidColumns === undefined) return { kind, community: area, columns: null };
  const columns = columnsOf(saidColumns, kind);
  return columns && { kind, community: area, columns };
}

/** The columns as they were sent, in the order of the fields; undefined when they are none of this kind, or two fields stand in one column. */
function columnsOf(text: unknown, kind: ImportKind): Record<string, number> | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
    const said = parsed as Record<string, unknown>;
    const fields = importFields[kind].map(({ id }) => id).filter((id) => said[id] !== undefined && said[id] !== null);
    const columns = Object.fromEntries(fields.map((id) => [id, Number(said[id])]));
    const places = Object.values(columns);
    return new Set(places).size === places.length && places.every((at) => Number.isInteger(at) && at >= 0 && at < 60) ? columns : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(bytes: Buffer, kind: ImportKind, community: string, columns: Readonly<Record<string, number>>): string {
  const asked = JSON.stringify([kind, community, Object.entries(columns).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  return createHash("sha256").update(asked).update(bytes).digest("hex");
}

function template(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language: Language = languageOf(request.headers["accept-language"]);
  const name = (request.params as { file: string }).file;
  const kind = importKinds.find((one) => `${one.toLowerCase()}.csv` === name);
  if (kind === undefined) return answerRefusal(request, reply, 404, "NOT_FOUND", language === "en" ? "There is no such template" : "没有这个模板");
  return reply
    .headers({ "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"`, "x-content-type-options": "nosniff" })
    .send(csvText([importFields[kind].map((field) => field[language])]));
}
