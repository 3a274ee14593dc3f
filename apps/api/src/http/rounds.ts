import { faultOf } from "./faults.ts";
import type { Log } from "./log.ts";

/** Work that is done over and over until it is stopped. */
export interface Rounds {
  /** Begins no more round, and waits for the one that runs. */
  stop(): Promise<void>;
}

/** Does a round at once and again so long after each; one that fails is logged, and the next one goes on. */
export function startRounds({ name, everyMs, log, round }: { readonly name: string; readonly everyMs: number; readonly log: Log; readonly round: () => Promise<unknown> }): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void>;
  const once = async (): Promise<void> => {
    try {
      await round();
    } catch (error) {
      log.error({ fault: faultOf(error), job: name }, "a job failed; it goes on with the next round");
    }
    if (!stopped) timer = setTimeout(() => (running = once()), everyMs);
  };
  running = once();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
