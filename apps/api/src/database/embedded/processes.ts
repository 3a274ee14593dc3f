import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * The arguments of a living process; undefined when it is gone. A process that has died but was not yet collected by
 * its parent counts as gone, although signals still "reach" it: in a container nobody may ever collect it.
 */
export function argumentsOf(pid: number): string[] | undefined {
  if (!exists(pid)) return undefined;
  if (process.platform === "linux") {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      return words.length > 1 ? words : undefined; // a dead one has none
    } catch {
      return undefined;
    }
  }
  const { stdout } = spawnSync("ps", ["-o", "stat=,command=", "-p", String(pid)], { encoding: "utf8" });
  const [state, ...words] = (stdout ?? "").trim().split(/\s+/);
  return state === undefined || state === "" || state.startsWith("Z") ? undefined : words;
}

/** Waits until a process is gone; false when it is still there after the time. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (argumentsOf(pid) !== undefined) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
