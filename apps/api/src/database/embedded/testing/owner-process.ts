import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ServerUser } from "../server-user.ts";

/** What the owner program said in its one line. */
export interface OwnerReport {
  readonly url?: string;
  readonly folder?: string;
  readonly postmaster?: number;
  readonly refused?: string;
  readonly message?: string;
  readonly took: number;
}

export interface OwnerProcess extends OwnerReport {
  readonly pid: number;
  /** Sends the signal and waits for the exit code (null when it was killed). */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test left running: the test run would wait for it for ever. */
export function killOwners(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Starts the owner program on a folder, as another user if wanted, and waits until it is ready or refused. */
export async function startOwner(folder: string, user?: ServerUser, home?: string): Promise<OwnerProcess> {
  const program = fileURLToPath(new URL("owner.ts", import.meta.url));
  const child = spawn(process.execPath, [program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: home ?? process.cwd(),
    env: { ...process.env, ...(home === undefined ? {} : { HOME: home }) },
    ...user,
  });
  running.add(child);
  const exited = once(child, "exit").finally(() => running.delete(child));
  const report = await firstLine(child);
  return {
    ...report,
    pid: child.pid ?? 0,
    end: async (signal) => {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<OwnerReport> {
  if (child.stdout === null) throw new Error("The owner program has no output");
  for await (const line of createInterface(child.stdout)) return JSON.parse(line) as OwnerReport;
  throw new Error("The owner program said nothing");
}
