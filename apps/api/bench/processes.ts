import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

/** A program under measurement, on loopback, as a process of its own. */
export interface Running {
  readonly pid: number;
  readonly url: string;
  /** The end of what it has printed: why it failed. */
  lastWords(): string;
  stop(): Promise<void>;
}

export interface Start {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string>>;
  /** A path that answers once it is ready; by default the line `ready` on its output says so. */
  readonly readyAt?: string;
}

const READY_MS = 120_000;

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // of a listening TCP server it is one
  server.close();
  await once(server, "close");
  return port;
}

/**
 * Starts a Node program and waits until it answers.
 * @throws Error with its last words when it ends or stays silent for two minutes
 */
export async function startProgram({ name, args, cwd, env, readyAt }: Start): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env, PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "production" }, stdio: ["ignore", "pipe", "pipe"] });
  let words = "";
  const listen = (chunk: Buffer): void => void (words = (words + chunk.toString()).slice(-4000));
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const isReady = readyAt === undefined ? () => words.includes("ready\n") : () => answers(url + readyAt);
  for (const end = Date.now() + READY_MS; !(await isReady()); await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (child.exitCode !== null || Date.now() > end) {
      child.kill("SIGKILL");
      throw new Error(`${name} did not start:\n${words}`);
    }
  }
  return { pid: child.pid ?? 0, url, lastWords: () => words, stop: () => stop(child) };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false; // nobody listens yet
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(impatience);
}
