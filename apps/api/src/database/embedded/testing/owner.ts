// A program that owns a folder until SIGTERM, for tests that kill it. Prints one line of JSON when it is ready or refused.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openEmbeddedPostgres } from "../embedded-postgres.ts";

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const started = Date.now();
try {
  const server = await openEmbeddedPostgres({ folder: process.argv[2] ?? "", log: () => {} });
  const postmaster = Number.parseInt(readFileSync(join(server.folder, "data", "postmaster.pid"), "utf8"), 10);
  const keepAlive = setInterval(() => {}, 60_000);
  process.once("SIGTERM", () => void server.stop().then(() => clearInterval(keepAlive)));
  print({ url: server.url, folder: server.folder, postmaster, took: Date.now() - started });
} catch (error) {
  const { name, message } = error instanceof Error ? error : { name: "unknown", message: String(error) };
  print({ refused: name, message, took: Date.now() - started });
  process.exitCode = 7;
}
