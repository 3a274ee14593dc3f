import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { StartRefused } from "../start-refused.ts";
import type { Log } from "../http/log.ts";
import type { Closers } from "./closers.ts";
import { isMessage, type Order, type Report } from "./messages.ts";

/** A process that has served this long was no failed start: the next pause is the shortest again. */
const STEADY_MS = 30_000;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 15_000;
/** What a process may take to end, its running requests among it, until it is ended. */
const END_MS = 20_000;

export interface SuperviseOptions {
  readonly count: number;
  /** Where the processes work; holds the password, so it is told and stands in no environment. */
  readonly url: string;
  readonly log: Log;
  readonly closers: Closers;
}

/**
 * Starts processes of this program that serve one port, and one anew for each that ends, after a pause that grows while they
 * keep ending. The first does what is done by the clock, besides.
 * @returns the address, once all serve
 * @throws StartRefused when one of the first cannot start, with its reason: then all end
 */
export async function supervise({ count, url, log, closers }: SuperviseOptions): Promise<string> {
  const ending = new AbortController();
  const workers = new Map<number, Worker>();
  const timers = new Set<NodeJS.Timeout>();

  function open(slot: number): Promise<string> {
    const worker = cluster.fork();
    workers.set(slot, worker);
    const order: Order = { kind: "START", url, jobs: slot === 0 };
    worker.once("online", () => worker.send(order, () => {})); // it may have ended meanwhile
    worker.on("error", () => {}); // its end is told besides
    return new Promise((resolve, reject) => {
      worker.on("message", (message: unknown) => {
        if (!isMessage(message)) return;
        const report = message as Report; // from this very program
        if (report.kind === "READY") resolve(report.address);
        if (report.kind === "FAILED") reject(report.forPeople ? refusalOf(report.text) : new Error(report.text));
      });
      worker.once("exit", (code, signal) => {
        if (workers.get(slot) === worker) workers.delete(slot);
        reject(new Error(`A process of the program ended before it served (${signal ?? code})`));
      });
    });
  }

  /** Goes on for as long as the program runs. */
  function lookAfter(slot: number, pause: number): void {
    const worker = workers.get(slot);
    const since = performance.now();
    const again = (): void => {
      if (ending.signal.aborted) return;
      const next = performance.now() - since > STEADY_MS ? SHORTEST_PAUSE_MS : pause;
      log.error({ slot, pause: next }, "a process of the program has ended; another takes its place");
      const timer = setTimeout(() => {
        timers.delete(timer);
        open(slot).catch((error: unknown) => log.error({ slot, reason: error instanceof Error ? error.message : "unknown" }, "a process of the program could not start"));
        lookAfter(slot, Math.min(LONGEST_PAUSE_MS, next * 2));
      }, next);
      timers.add(timer);
    };
    if (worker === undefined || worker.isDead()) again();
    else worker.once("exit", again);
  }

  closers.add(async () => {
    ending.abort();
    for (const timer of timers) clearTimeout(timer);
    await Promise.all([...workers.values()].map(end));
  });

  const slots = Array.from({ length: count }, (_, slot) => slot);
  const [address] = await Promise.all(slots.map(open));
  for (const slot of slots) lookAfter(slot, SHORTEST_PAUSE_MS);
  if (address === undefined) throw new Error("no process was asked for");
  return address;
}

async function end(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const ended = once(worker, "exit");
  const impatience = setTimeout(() => worker.process.kill("SIGKILL"), END_MS);
  worker.send({ kind: "STOP" } satisfies Order, () => {}); // whoever cannot hear it has ended, or is ended soon
  await ended;
  clearTimeout(impatience);
}

/** The sentence is in both languages already. */
function refusalOf(text: string): StartRefused {
  const [zh = text, en = ""] = text.split(" · ");
  return new StartRefused(zh, en);
}
