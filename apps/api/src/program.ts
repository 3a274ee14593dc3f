import cluster from "node:cluster";
import { readConfig } from "./config.ts";
import { openLog } from "./http/log.ts";
import { faultOf } from "./http/faults.ts";
import { work } from "./processes/work.ts";
import { start, type Running } from "./start.ts";
import { StartRefused } from "./start-refused.ts";
import { EmbeddedPostgresInUse, EmbeddedPostgresUnavailable, EmbeddedPostgresWrongVersion } from "./database/embedded/errors.ts";

/** A stop that hangs must not hang for ever: PostgreSQL ends itself when we are gone. */
const STOP_MS = 60_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const FOR_PEOPLE = [StartRefused, EmbeddedPostgresInUse, EmbeddedPostgresUnavailable, EmbeddedPostgresWrongVersion];

let wantsStop = false as boolean; // set by a signal, at any time
let running: Pick<Running, "stop"> | undefined;
let stopping: Promise<void> | undefined;

function stop(): Promise<void> {
  wantsStop = true;
  // Still starting: whatever is open by then is closed right after.
  if (running === undefined) return Promise.resolve();
  stopping ??= running.stop();
  return stopping;
}

async function stopAndExit(code: number): Promise<void> {
  const impatience = setTimeout(() => process.exit(1), STOP_MS);
  impatience.unref();
  await stop();
  if (running !== undefined || code !== 0) process.exit(code);
}

// Libraries put their own handlers here, which would stop things under our feet.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.removeAllListeners(signal);
  // One of several ends when it is told to (processes/work.ts), or by the one signal that nobody sends to a whole terminal.
  if (cluster.isPrimary || signal === "SIGTERM") process.on(signal, () => void stopAndExit(0));
  else process.on(signal, () => {});
}
// A terminal that closed is no reason to crash.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

function onLost(): void {
  say("数据库意外停止 · The database stopped unexpectedly");
  void stopAndExit(1);
}

try {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  process.on("uncaughtException", (error) => {
    log.fatal({ fault: faultOf(error) }, "uncaught exception");
    void stopAndExit(1);
  });
  process.on("unhandledRejection", (error) => {
    log.fatal({ fault: faultOf(error) }, "unhandled rejection");
    void stopAndExit(1);
  });
  if (cluster.isWorker) running = work({ config, log });
  else running = await start({ config, log, say, onLost });
  if (wantsStop) await stopAndExit(0);
} catch (error) {
  const forPeople = FOR_PEOPLE.some((type) => error instanceof type);
  const text = error instanceof Error ? (forPeople ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(wantsStop ? 0 : 1);
}
