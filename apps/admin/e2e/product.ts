import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

const main = fileURLToPath(new URL("../../api/dist/main.js", import.meta.url));
const startsWithinMs = 120_000;

/** The address in what the program prints when it is ready. */
const address = /http:\/\/127\.0\.0\.1:\d+/;

function ready(program: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let said = "";
    const timer = setTimeout(() => failed(new Error(`not ready in time:\n${said}`)), startsWithinMs);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [found] = address.exec(said) ?? [];
      if (!found) return;
      clearTimeout(timer);
      done(found);
    };
    program.stdout?.on("data", hear);
    program.stderr?.on("data", hear);
    program.on("exit", (code) => failed(new Error(`ended with ${code}:\n${said}`)));
  });
}

export interface Product {
  /** Where it answers. */
  readonly base: string;
  /** Where its PostgreSQL lives, with the owner's password in it. */
  readonly databaseFolder: string;
  stop(): Promise<void>;
}

/** Starts the product with a database of its own and the demo community in it. */
export async function startProgram(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), "bandeng-e2e-"));
  // PostgreSQL runs as another user when we are root, and must reach its folder.
  chmodSync(folder, 0o755);
  // All journeys come from one address, more often than people do; receivers of webhooks stand on this machine.
  const env = { ...process.env, PORT: "0", BANDENG_DATA: folder, NODE_ENV: "production", DATABASE_URL: "", BANDENG_SIGN_INS_PER_MINUTE: "1000", BANDENG_LOCAL_WEBHOOKS: "1" };
  const program = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe"] });
  const base = await ready(program);
  return {
    base,
    databaseFolder: join(folder, "postgres"),
    async stop() {
      const ended = new Promise((done) => program.once("exit", done));
      program.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Once for all journeys. */
export default async function startProduct(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProgram();
  project.provide("base", product.base);
  return () => product.stop();
}

declare module "vitest" {
  interface ProvidedContext {
    /** Where the product answers. */
    base: string;
  }
}
