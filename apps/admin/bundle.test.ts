import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Plugin, type Rolldown } from "vite";
import { beforeAll, describe, expect, test, vi } from "vitest";

/** Bytes, packed, of the first view of the board: the goal of the design. */
const firstViewBudget = 180_000;
/** Of any file that is fetched later. */
const fileBudget = 70_000;
/**
 * Of all files that something later is made of, beyond the first view: reached, and 3 %. The goal is 70,000, too; the room
 * with its forms is the heaviest. Most of it is React Aria's fields, which pages share: it is fetched once.
 */
const laterBudget = 248_000;

const packed = new Map<Rolldown.OutputChunk, number>();
function weightOf(chunk: Rolldown.OutputChunk): number {
  const weight = packed.get(chunk) ?? gzipSync(chunk.code).length;
  packed.set(chunk, weight);
  return weight;
}

/** The page as it is shipped, weighed and not written. */
async function weigh(...more: Plugin[]) {
  // Vite leaves what it finds there, and vitest has put "test": that would be React for developers.
  vi.stubEnv("NODE_ENV", "production");
  const built = await build({
    mode: "production",
    root: import.meta.dirname,
    configFile: fileURLToPath(new URL("vite.config.ts", import.meta.url)),
    logLevel: "silent",
    build: { write: false },
    plugins: more,
  });
  if (!("output" in built)) throw new Error("one build, one output");
  const chunks = new Map(built.output.flatMap((one) => (one.type === "chunk" ? [[one.fileName, one] as const] : [])));

  /** A file and everything that it cannot do without. */
  function needed(file: string, found = new Set<Rolldown.OutputChunk>()): Set<Rolldown.OutputChunk> {
    const chunk = chunks.get(file);
    if (!chunk || found.has(chunk)) return found;
    found.add(chunk);
    for (const one of chunk.imports) needed(one, found);
    return found;
  }
  const ofModule = (end: string): string => {
    const [file] = [...chunks.values()].flatMap((one) => (one.facadeModuleId?.endsWith(end) ? [one.fileName] : []));
    if (file === undefined) throw new Error(`${end} is no file of its own`);
    return file;
  };
  const first = needed(ofModule("/src/board/BoardPage.tsx"), needed(ofModule("/index.html")));
  const sum = (all: Iterable<Rolldown.OutputChunk>) => [...all].reduce((bytes, chunk) => bytes + weightOf(chunk), 0);
  const later = [...chunks.values()]
    .filter((chunk) => chunk.isDynamicEntry && !first.has(chunk))
    .map((chunk) => ({ name: chunk.name, own: weightOf(chunk), bytes: sum([...needed(chunk.fileName)].filter((one) => !first.has(one))) }))
    .toSorted((a, b) => b.bytes - a.bytes);
  return { first, bytes: sum(first), later };
}

describe("what the page weighs", () => {
  let page: Awaited<ReturnType<typeof weigh>>;
  beforeAll(async () => (page = await weigh()), 120_000);

  test("the first view of the board", () => {
    expect(page.bytes, [...page.first].map((one) => `${weightOf(one)} ${one.fileName}`).join("\n")).toBeLessThanOrEqual(firstViewBudget);
  });

  test("every file that is fetched later, alone and with all that it needs", () => {
    expect(page.later.length).toBeGreaterThan(50);
    expect(page.later.filter(({ own }) => own > fileBudget)).toEqual([]);
    expect(page.later.filter(({ bytes }) => bytes > laterBudget)).toEqual([]);
  });

  test("an overlay that creeps into the first view is seen", async () => {
    const creeping: Plugin = {
      name: "planted",
      enforce: "pre",
      transform: { filter: { id: /\/src\/board\/BoardToolbar\.tsx$/ }, handler: (code) => `import { Menu as Planted } from "../ui/Menu.tsx";\nglobalThis.planted = Planted;\n${code}` },
    };
    expect((await weigh(creeping)).bytes).toBeGreaterThan(firstViewBudget);
  }, 120_000);
});
