import type { Follower } from "./follower.ts";
import type { Instance } from "./instance.ts";
import { oneOf } from "./random.ts";
import { pause } from "./until.ts";

/** Ends processes as a power cut does, and has them started again. */
export interface Killer {
  /** Kills one of those that run, in a moment; resolves at once unless the one before still waits for somebody to kill. */
  next(): Promise<void>;
  /** Until all that were to be killed have been, and everybody answers again. */
  allBack(): Promise<void>;
  /** By name; followers together. */
  readonly counts: Readonly<Record<string, number>>;
}

/** With each instance so many followers. Who and when comes from `random`. */
export function openKiller(instances: readonly Instance[], followers: readonly Follower[], each: number, random: () => number): Killer {
  const counts: Record<string, number> & { followers: number } = { followers: 0 };
  const lives: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  const victims = (spares: boolean): Instance[] => {
    const up = instances.filter((one) => one.isUp());
    const answering = up.filter(({ name }) => name !== "worker");
    return answering.length === 1 && spares ? up.filter((one) => !answering.includes(one)) : up;
  };
  const killOne = async (): Promise<void> => {
    await pause(random() * 150);
    // One time in four the last one that answers may go as well, and there is nobody for a while.
    const spares = random() >= 0.25;
    let able = victims(spares);
    for (; able.length === 0; able = victims(spares)) await pause(50);
    const victim = oneOf(random, able);
    counts[victim.name] = (counts[victim.name] ?? 0) + 1;
    await victim.kill();
    for (let i = 0; i < each; i++) {
      followers[counts.followers % followers.length]?.kill();
      counts.followers += 1;
    }
    lives.push(victim.start());
  };
  return {
    counts,
    next() {
      const before = last;
      last = before.then(killOne);
      return before;
    },
    async allBack() {
      await last;
      await Promise.all(lives);
    },
  };
}
