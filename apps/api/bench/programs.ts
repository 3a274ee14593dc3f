import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { benchSecret } from "./accounts.ts";
import { asApp, benchFolder } from "./databases.ts";
import { limitStatements } from "./limit/limit-sql.ts";
import type { Program } from "./operations.ts";
import { startProgram, type Running } from "./processes.ts";

const here = import.meta.dirname;
const top = resolve(here, "../../..");
const sources = ["--conditions=@bandeng/source", "--import", "tsx"];
/** Of phones; there are none in the bench. */
const dataKeys = `1:${createHash("sha256").update("measuring").digest("base64")}`;
const exec = promisify(execFile);

/** Builds the server as it is shipped, after the rules it brings along. */
export async function build(): Promise<void> {
  const bin = join(top, "node_modules/.bin");
  for (const folder of ["packages/domain", "apps/api"]) await exec(join(bin, "tsdown"), [], { cwd: join(top, folder), env: { ...process.env, PATH: `${bin}:${process.env["PATH"] ?? ""}` } });
}

/** Settings under which budgets and limits are there and never reached. */
export function serverSettings(url: string): Record<string, string> {
  return {
    DATABASE_URL: asApp(url), BANDENG_SECRET: benchSecret, BANDENG_DATA_KEYS: dataKeys, BANDENG_DATA: join(benchFolder, "files"), BANDENG_COST_PER_MINUTE: "999999999",
    BANDENG_ANONYMOUS_PER_MINUTE: "999999999", BANDENG_SIGN_INS_PER_MINUTE: "1000", BANDENG_PROXIES: "loopback", LOG_LEVEL: "warn",
  };
}

/** Starts one of the programs over a database. @param built whether the server runs as it was built, or from its sources */
export async function startOne(program: Program, url: string, built: boolean): Promise<Running> {
  if (program === "ours") {
    const args = built ? [join(here, "../dist/main.js")] : [...sources, join(here, "../src/main.ts")];
    return startProgram({ name: program, args, cwd: join(here, ".."), env: serverSettings(url), readyAt: "/ready" });
  }
  if (program === "limit" || program === "naive") {
    return startProgram({ name: program, args: [...sources, join(here, program, `${program}.ts`)], cwd: join(here, ".."), env: { DATABASE_URL: url } });
  }
  const folder = join(benchFolder, "peers");
  return startProgram({ name: program, args: [join(folder, `${program}.mjs`)], cwd: folder, env: { DATABASE_URL: url } });
}

/**
 * Installs the peers that are none of ours into the bench's own folder, once and again when their versions change: they
 * are 325 MB, which nobody who does not measure has to fetch. No script of theirs runs at the installation.
 */
export async function installPeers(say: (line: string) => void): Promise<void> {
  const folder = join(benchFolder, "peers");
  await mkdir(folder, { recursive: true });
  const wanted = await readFile(join(here, "peers/package.json"), "utf8");
  const had = await readFile(join(folder, "installed.json"), "utf8").catch(() => "");
  if (wanted !== had) {
    say("Installing PostGraphile and Mercurius…");
    await copyFile(join(here, "peers/package.json"), join(folder, "package.json"));
    await exec("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
    await writeFile(join(folder, "installed.json"), wanted);
  }
  for (const file of ["mercurius.mjs", "postgraphile.mjs"]) await copyFile(join(here, "peers", file), join(folder, file));
  await writeFile(join(folder, "statements.json"), JSON.stringify(limitStatements));
}

