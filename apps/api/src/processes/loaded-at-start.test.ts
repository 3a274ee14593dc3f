import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/** Each of them costs a start memory and time, and is only needed by some request, or by one start in a hundred. */
const LATER = ["@mikro-orm/core", "better-auth", "kysely", "sharp", "exifr", "file-type", "read-excel-file", "fast-xml-parser", "pinyin-pro", "marked", "altair-static", "@apollo/subgraph"];

/** The packages that a program like ours has in memory once it has loaded all that each start loads. */
const LIST = `
  import "reflect-metadata";
  import { registerHooks } from "node:module";
  const seen = new Set();
  registerHooks({ load(url, context, next) {
    const parts = url.split("/node_modules/");
    if (parts.length > 1) seen.add(parts.at(-1).split("/").slice(0, parts.at(-1).startsWith("@") ? 2 : 1).join("/"));
    return next(url, context);
  } });
  await import("./src/start.ts");
  await import("./src/schema.ts");
  await import("./src/http/server.ts");
  process.stdout.write(JSON.stringify([...seen]));`;

it("a start loads nothing that only some requests need, nor what migrates", () => {
  const folder = fileURLToPath(new URL("../..", import.meta.url));
  const loaded = JSON.parse(execFileSync(process.execPath, ["--conditions=@bandeng/source", "--import", "tsx", "--input-type=module", "--eval", LIST], { cwd: folder, encoding: "utf8" })) as string[];
  expect(loaded).toEqual(expect.arrayContaining(["pg", "fastify", "@apollo/server"])); // it does see what is loaded
  expect(LATER.filter((name) => loaded.includes(name))).toEqual([]);
});
