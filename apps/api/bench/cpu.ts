import { readdirSync, readFileSync } from "node:fs";

/** Whether the kernel tells what processes used: only Linux does it by files. */
export const canCount = process.platform === "linux";

/**
 * CPU time of a process with all its threads since it began, in milliseconds; 0 where nobody tells, or when it is gone.
 * Of `schedstat`, in nanoseconds; ticks of `stat` are 10 ms, too coarse for a short window.
 */
export function cpuOf(pid: number): number {
  if (!canCount) return 0;
  try {
    let nanoseconds = 0;
    for (const thread of readdirSync(`/proc/${pid}/task`)) nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ", 1)[0]);
    return nanoseconds / 1e6;
  } catch {
    return 0; // it ended between two looks
  }
}

/** Memory of a process that is really there, in MB; 0 where nobody tells. */
export function residentOf(pid: number): number {
  if (!canCount) return 0;
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(line?.[1] ?? 0) / 1024;
}
