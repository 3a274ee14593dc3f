import type { Config } from "../config.ts";
import type { Log } from "../http/log.ts";
import { StartRefused } from "../start-refused.ts";
import { openClosers } from "./closers.ts";
import { isMessage, type Order, type Report } from "./messages.ts";
import { openProgram } from "./open-program.ts";
import { serve } from "./serve.ts";

/**
 * One of several processes that serve the port (supervise.ts): begins when it is told where, and ends when it is told to, or
 * when whoever looks after it has gone. A terminal's Ctrl-C reaches every process of the group: that one speaks for all.
 */
export function work({ config, log }: { readonly config: Config; readonly log: Log }): { stop(): Promise<void> } {
  const closers = openClosers(log);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= closers.close());
  const stopAndExit = (): void => void stop().finally(() => process.exit(0));

  async function begin(url: string, jobs: boolean): Promise<void> {
    try {
      const program = await openProgram({ config, log, url, closers });
      tell({ kind: "READY", address: await serve(program, { config, log, closers, jobs }) });
    } catch (error) {
      const forPeople = error instanceof StartRefused;
      const text = error instanceof Error ? (forPeople ? error.message : (error.stack ?? error.message)) : String(error);
      await stop();
      process.send?.({ kind: "FAILED", text, forPeople } satisfies Report, () => process.exit(1));
    }
  }

  process.channel?.ref(); // whoever preloads something may have let go of it, and until the order comes nothing else keeps us
  process.on("message", (message: unknown) => {
    if (!isMessage(message)) return;
    const order = message as Order; // from this very program
    if (order.kind === "START") void begin(order.url, order.jobs);
    if (order.kind === "STOP") stopAndExit();
  });
  process.on("disconnect", stopAndExit);
  return { stop };
}

function tell(report: Report): void {
  process.send?.(report, () => {}); // nobody there: the next to come is the end
}
