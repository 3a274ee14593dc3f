import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** How long a stopped program may take: PostgreSQL may have much to write. */
const PATIENCE_MS = 90_000;
/** How long the children of a stopped program may outlive it. */
const STRAGGLERS_MS = 3_000;

/** Thrown out of a running step when the person, or the system, wants us to end. */
export class Stopped extends Error {}

/** @type {import("node:child_process").ChildProcess | undefined} */
let current;
let stopping = false;

/** Whether we have been asked to end. */
export const isStopping = () => stopping;

/**
 * Ends what is running, once, however many signals come: Ctrl-C reaches the whole group of the terminal and npm hands
 * its own copy on. Also when our parent is gone: npm killed with -9 cannot tell us.
 */
export function stopOnSignals() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
  // A terminal or a pipe that closed under us is no reason for a stack trace.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

function stop() {
  if (stopping) return;
  stopping = true;
  if (current?.pid === undefined) return;
  const group = current.pid;
  signalGroup(group, "SIGTERM");
  setTimeout(() => signalGroup(group, "SIGKILL"), PATIENCE_MS).unref();
}

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} env
 * @property {string} cwd
 * @property {boolean} [show] Let it write to our output, instead of collecting what it says.
 * @property {number} [timeout] Milliseconds after which it is killed.
 */

/**
 * Runs a program in a process group of its own, so that nothing but us passes signals on to it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<{ code: number, output: string }>} A death by signal is code 1, or 0 when it was our doing.
 * @throws {Stopped} when we were asked to end before it started, or while it ran with its output collected.
 */
export async function run(command, args, { env, cwd, show = false, timeout }) {
  if (stopping) throw new Stopped();
  const own = show ? "inherit" : "pipe";
  // The channel tells a program that shows its own output when we are gone; see stop-with-parent.mjs.
  const child = spawn(command, args, { env, cwd, detached: true, stdio: show ? ["ignore", own, own, "ipc"] : ["ignore", own, own] });
  current = child;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));
  const limit = timeout === undefined ? undefined : setTimeout(() => signalGroup(child.pid, "SIGKILL"), timeout);
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      resolve(127);
    });
    child.once(show ? "exit" : "close", (status) => resolve(status ?? (stopping ? 0 : 1)));
  });
  clearTimeout(limit);
  current = undefined;
  await endStragglers(child.pid);
  if (stopping && !show) throw new Stopped();
  return { code, output };
}

/**
 * What a program started and left behind ends with it.
 * @param {number | undefined} group
 */
async function endStragglers(group) {
  const end = Date.now() + STRAGGLERS_MS;
  while (signalGroup(group, 0) && Date.now() < end) await sleep(50);
  signalGroup(group, "SIGKILL");
}

/**
 * @param {number | undefined} group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether anybody was there
 */
function signalGroup(group, signal) {
  try {
    return group !== undefined && process.kill(-group, signal);
  } catch {
    return false; // the whole group is gone
  }
}
