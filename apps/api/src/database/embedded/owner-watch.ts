import { spawn } from "node:child_process";
import type { ServerUser } from "./server-user.ts";

/**
 * Stops the server when we die without stopping it (kill -9, a crash): a shell in a session of its own waits for the
 * end of our side of a pipe, which the operating system closes for us. Returns how to call it off.
 */
export function stopWhenWeDie(postmaster: number, user: ServerUser | undefined): () => void {
  const child = spawn("/bin/sh", ["-c", 'while read -r _; do :; done; kill -INT "$0"', String(postmaster)], {
    cwd: "/",
    env: {},
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    ...user,
  });
  child.on("error", () => {}); // no shell: the server then outlives a kill -9, until the next start stops it
  child.stdin?.on("error", () => {});
  child.unref();
  return () => child.kill("SIGKILL");
}
