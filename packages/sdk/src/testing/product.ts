import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

const api = fileURLToPath(new URL("../../../../apps/api", import.meta.url));
const STARTS_WITHIN_MS = 120_000;

declare module "vitest" {
  interface ProvidedContext {
    /** Where the product answers. */
    base: string;
  }
}

/** Once a run: the program itself, from its sources, with a database of its own and the demo community in it. */
export default async function startProduct(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "bandeng-sdk-"));
  // PostgreSQL runs as another user when we are root, and must reach its folder.
  chmodSync(folder, 0o755);
  const env = { ...process.env, PORT: "0", BANDENG_DATA: folder, DATABASE_URL: "", BANDENG_SIGN_INS_PER_MINUTE: "1000", BANDENG_LOCAL_WEBHOOKS: "1" };
  const program = spawn(process.execPath, ["--conditions=@bandeng/source", "--import", "tsx", "src/main.ts"], { cwd: api, env, stdio: ["ignore", "pipe", "pipe"] });
  project.provide("base", await addressOf(program));
  return async () => {
    const ended = new Promise((done) => program.once("exit", done));
    program.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The address in what the program prints when it is ready. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let said = "";
    const timer = setTimeout(() => failed(new Error(`not ready in time:\n${said}`)), STARTS_WITHIN_MS);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found === undefined) return;
      clearTimeout(timer);
      done(found);
    };
    program.stdout?.on("data", hear);
    program.stderr?.on("data", hear);
    program.once("exit", (code) => failed(new Error(`ended with ${code}:\n${said}`)));
  });
}
