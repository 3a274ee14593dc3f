import { randomBytes } from "node:crypto";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { APP_ROLE, ensureAppRole } from "../src/database/app-role.ts";
import { openEmbeddedPostgres } from "../src/database/embedded/embedded-postgres.ts";
import { urlAs } from "../src/database/migrate.ts";
import { openDatabase } from "../src/database/open.ts";
import { openLog } from "../src/http/log.ts";

// What the built program costs until it answers, and what it keeps in memory when nothing is asked (issue: ≤ 1 CPU
// second, ≤ 150 MB). The database is up, migrated and holds the demo community, as on every start but the first.
// `pnpm --filter @bandeng/api run bench:start [-- --runs=5 --program=dist/main.js --idle=10]`

const IDLE_GOAL_MB = 150;
const CPU_GOAL_SECONDS = 1;
const PASSWORD = "only-for-measuring";
const packageFolder = resolve(import.meta.dirname, "..");
const dataFolder = resolve(packageFolder, "../../.bandeng/bench-start");

interface Start {
  /** Of the process, until it said that it runs. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Resident memory once it has stood idle. */
  readonly idleMegabytes: number;
}

function option(name: string, otherwise: string): string {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
}

/** User and system time so far. Linux only: nothing else tells it of another process. */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  const hertz = Number(spawnSync("getconf", ["CLK_TCK"], { encoding: "utf8" }).stdout);
  return (Number(fields[11]) + Number(fields[12])) / hertz;
}

function residentMegabytesOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

function run(program: string, env: Record<string, string>): ChildProcess {
  // The compile cache of an earlier version must not help, nor this run's the next: an upgrade starts without.
  return spawn(process.execPath, [program], { cwd: packageFolder, env: { PATH: process.env["PATH"], ...env }, stdio: ["ignore", "pipe", "inherit"] });
}

async function untilRunning(child: ChildProcess): Promise<void> {
  let said = "";
  const { stdout } = child;
  if (stdout === null) throw new Error("started without a pipe");
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    if (said.includes("Bandeng is running")) return void stdout.resume();
  }
  throw new Error(`The program ended before it ran: ${said}`);
}

async function startOnce(program: string, env: Record<string, string>, idleSeconds: number): Promise<Start> {
  const from = performance.now();
  const child = run(program, env);
  await untilRunning(child);
  const { pid } = child;
  if (pid === undefined) throw new Error("no process");
  const cpuSeconds = cpuSecondsOf(pid);
  const wallSeconds = (performance.now() - from) / 1000;
  await sleep(idleSeconds * 1000);
  const idleMegabytes = residentMegabytesOf(pid);
  const ended = once(child, "close");
  child.kill("SIGTERM");
  await ended;
  return { cpuSeconds, wallSeconds, idleMegabytes };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

if (!existsSync("/proc/self/stat")) throw new Error("Measures on Linux only: nothing else tells another process's CPU time");
const program = resolve(packageFolder, option("program", "dist/main.js"));
if (!existsSync(program)) throw new Error(`Build first (pnpm build): there is no ${program}`);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const postgres = await openEmbeddedPostgres({ folder: dataFolder, log: say });
try {
  const owner = await openDatabase({ url: postgres.url, log: openLog("warn"), as: "OWNER" });
  await ensureAppRole(owner.pool, PASSWORD).finally(() => owner.close());
  const env = {
    DATABASE_URL: urlAs(postgres.url, APP_ROLE, PASSWORD),
    DATABASE_OWNER_URL: postgres.url,
    BANDENG_DEMO: "1",
    BANDENG_SECRET: randomBytes(24).toString("base64url"),
    BANDENG_DATA_KEYS: "1:q0mZ4xkL0u9dJ3vQyq8mX1sFfJ2w7bT5nYpRkHcVb6o=",
    BANDENG_DATA: dataFolder,
    PORT: "0",
    LOG_LEVEL: "warn",
  };
  await startOnce(program, env, 1); // fills the database the first time
  const starts: Start[] = [];
  for (let turn = 0; turn < Number(option("runs", "5")); turn++) starts.push(await startOnce(program, env, Number(option("idle", "10"))));
  for (const { cpuSeconds, wallSeconds, idleMegabytes } of starts) say(`  ${cpuSeconds.toFixed(2)} CPU s  ${wallSeconds.toFixed(2)} s  ${idleMegabytes.toFixed(0)} MB`);
  say(`median: ${median(starts.map((one) => one.cpuSeconds)).toFixed(2)} CPU seconds to ready (goal ${CPU_GOAL_SECONDS}), ${median(starts.map((one) => one.wallSeconds)).toFixed(2)} s, ${median(starts.map((one) => one.idleMegabytes)).toFixed(0)} MB idle (goal ${IDLE_GOAL_MB})`);
  say(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`);
} finally {
  await postgres.stop();
  if (process.argv.includes("--clean")) rmSync(dataFolder, { recursive: true, force: true });
}
