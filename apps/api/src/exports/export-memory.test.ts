import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { namesIn } from "@bandeng/domain";
import { buildSchema, type GraphQLSchema } from "graphql";
import { expect, test } from "vitest";
import { casesExport } from "./case-export.ts";
import { csvFile } from "./csv-file.ts";
import type { ListExport } from "./list-export.ts";
import { pagesOf } from "./read-list.ts";
import { tableOf } from "./table.ts";
import { xlsxFile } from "./xlsx-file.ts";
import type { Context } from "../http/context.ts";

/** The longer of two lists; the shorter one is a tenth. `pnpm --filter @bandeng/api run test:export` takes 100,000. */
const MOST = Number(process.env["BANDENG_EXPORT_ROWS"] ?? 5000);

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** A list of so many cases, each remembered by a loader of the request as the real ones are. */
function schemaOf(total: number): GraphQLSchema {
  const schema = buildSchema(`
    input CaseFilter { text: String } enum CaseOrder { DUE } type Named { name: String } type Place { compoundName: String buildingAddress: String } type Due { at: String } type PageInfo { hasNextPage: Boolean! endCursor: String }
    type Case { no: String visibility: String title: String kind: String category: String status: String level: String severity: String gridCode: String gridName: String place: Place lead: Named supporters: Int due: Due
      overdue: Boolean collectedAt: String resolvedAt: String closedAt: String projectNo: String boardColumn: String }
    type Cases { nodes: [Case!]! pageInfo: PageInfo! } type Query { cases(areas: [ID!]!, filter: CaseFilter, order: CaseOrder!, first: Int!, after: String): Cases! }`);
  const field = schema.getQueryType()?.getFields()["cases"];
  if (field === undefined) throw new Error("no list");
  field.resolve = (_root: unknown, { first, after }: { first: number; after: string | null }, ctx: Context) => {
    const from = Number(after ?? 0);
    const nodes = Array.from({ length: Math.min(first, total - from) }, (_, i) => ({
      no: `340802001007-2024-${from + i}`, visibility: "WHOLE", title: `三楼的接头滴了一个星期 ${from + i}`, kind: "OPINION", status: "COLLECTED", level: "BUILDING", severity: "NORMAL", category: "assets.sewer",
      gridCode: "340802001007003", gridName: "第3网格", place: { compoundName: "曹家巷小区", buildingAddress: "锡麟街25号" }, lead: { name: "李网格长" }, supporters: 3, due: { at: "2024-03-01T09:00:00.000Z" },
      overdue: false, collectedAt: "2024-03-01T09:00:00.000Z",
    }));
    for (const node of nodes) ctx.loaders.set(node.no, node);
    return { nodes, pageInfo: { hasNextPage: from + first < total, endCursor: String(from + first) } };
  };
  return schema;
}

/** The most that was in use, in bytes, while a file of so many rows went to somebody who reads slowly; and how much left at most ahead of him. */
async function mostInUse(total: number, format: "csv" | "xlsx"): Promise<{ heap: number; bytes: number }> {
  const list = casesExport as ListExport;
  const pages = pagesOf(schemaOf(total), { loaders: new Map() } as unknown as Context, list, { areas: ["340802001007"], order: "DUE" });
  const table = tableOf(list, { language: "zh", names: namesIn("zh"), category: (id) => id }, pages);
  let [heap, bytes, chunks] = [0, 0, 0];
  const slow = new Writable({
    highWaterMark: 1024,
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      chunks += 1;
      if (chunks % Math.ceil(total / 300) === 0) {
        collect();
        heap = Math.max(heap, process.memoryUsage().heapUsed);
      }
      setImmediate(done);
    },
  });
  await pipeline(Readable.from(format === "csv" ? csvFile(table) : xlsxFile(table, "案件"), { objectMode: false, highWaterMark: 65_536 }), slow);
  return { heap, bytes };
}

test.each(["csv", "xlsx"] as const)("a file of ten times the rows takes no more memory (%s)", async (format) => {
  await mostInUse(MOST / 10, format); // what is made once
  const short = await mostInUse(MOST / 10, format);
  const long = await mostInUse(MOST, format);
  expect(long.bytes).toBeGreaterThan(short.bytes * 5);
  expect((long.heap - short.heap) / 1_048_576).toBeLessThan(1);
}, 300_000);
