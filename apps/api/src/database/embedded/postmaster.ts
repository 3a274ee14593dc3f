import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { EmbeddedPostgresUnavailable } from "./errors.ts";
import { dataFolderOf, type Ground } from "./ground.ts";
import { argumentsOf, waitUntilGone } from "./processes.ts";

const FAST_SHUTDOWN_MS = 60_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/** A server process that is our child; it may still be starting. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

/**
 * Starts the server process in a session of its own, so that a Ctrl-C in the terminal does not reach it.
 * It listens on a free port of the loopback address and on no Unix socket (whose path might be too long).
 */
export async function launch(ground: Ground, logFile: string, settings: Record<string, string>): Promise<Postmaster> {
  const port = await freePort();
  const all = { ...settings, listen_addresses: "127.0.0.1", port: String(port), unix_socket_directories: "" };
  const args = ["-D", dataFolderOf(ground.folder), ...Object.entries(all).flatMap(([key, value]) => ["-c", `${key}=${value}`])];
  const log = openLog(logFile);
  const child = spawn(ground.binaries.postgres, args, {
    cwd: "/",
    env: { PATH: process.env["PATH"], LC_ALL: "C" },
    stdio: ["ignore", log, log],
    detached: true,
    ...ground.user,
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  if (child.pid === undefined) {
    const reason = await new Promise<Error>((resolve) => child.once("error", resolve));
    throw new EmbeddedPostgresUnavailable(`无法启动数据库 · The database could not be started: ${reason.message}`);
  }
  return { pid: child.pid, port, ended };
}

/**
 * Stops a server: open transactions are rolled back, everything committed is on disk. Also for one that is not our child.
 * @throws EmbeddedPostgresUnavailable when it is still there after more than a minute, or belongs to another user.
 */
export async function shutDown(pid: number): Promise<void> {
  signal(pid, "SIGINT");
  if (await waitUntilGone(pid, FAST_SHUTDOWN_MS)) return;
  signal(pid, "SIGQUIT"); // as safe as a crash: the next start replays the log
  if (await waitUntilGone(pid, IMMEDIATE_SHUTDOWN_MS)) return;
  throw new EmbeddedPostgresUnavailable(`数据库进程 ${pid} 无法停止 · The database process ${pid} does not stop`);
}

/**
 * Clears what a killed owner left behind: a server that still runs is stopped (its sessions may hold locks for clients
 * that are dead), and a process id in its pid file that meanwhile belongs to somebody else is forgotten.
 * The caller owns the folder, so nobody living can miss that server.
 */
export async function stopLeftover(folder: string): Promise<void> {
  const data = dataFolderOf(folder);
  const pidFile = join(data, "postmaster.pid");
  const pid = readPid(pidFile);
  if (pid === undefined) return;
  if (argumentsOf(pid)?.includes(data)) await shutDown(pid);
  else rmSync(pidFile, { force: true }); // PostgreSQL would believe any living process of that number
}

/** The last lines a server wrote, for a message to a person. */
export function lastWords(logFile: string): string {
  return readFileSync(logFile, "utf8").trim().split("\n").slice(-3).join(" / ");
}

function openLog(logFile: string): number {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) truncateSync(logFile);
  return openSync(logFile, "a", 0o600);
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined; // no server ran, or it stopped properly
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return; // already gone
    throw new EmbeddedPostgresUnavailable(`数据库进程 ${pid} 属于另一个用户 · The database process ${pid} belongs to another user`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = address !== null && typeof address === "object" ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
