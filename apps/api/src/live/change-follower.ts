import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";
import type { FeedHub, Happening } from "./feed-hub.ts";
import type { Change } from "../feed/change-type.ts";
import type { ChangeSignal } from "./live-types.ts";
import type { Stop } from "./seats.ts";

/** Pushes of one stream are at least this far apart; what happens meanwhile comes with the next one. */
const PUSH_EVERY_MS = 300;
const RETRY_MS = 1000;
/** So many things changed at once are no more named: ask again for what you show. */
const MAX_NAMED = 10;
/** Whoever was away for longer than this has no use for each change. */
const MAX_BEHIND = 5000;

/** What the viewer may hear of after a position. */
export interface Heard {
  readonly changed: readonly Pick<Change, "position" | "subject" | "id">[];
  /** Everything up to here is in it. */
  readonly upTo: number;
  /** The end of the feed, where it was read. */
  readonly head?: number;
  /** There is more after `upTo` than fits in. */
  readonly over?: boolean;
}

export interface FollowOptions {
  readonly hub: FeedHub;
  readonly log: Log;
  readonly turn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Where the client goes on; from now when not given. */
  readonly after: number | null;
  readonly concerns: (happening: Happening) => boolean;
  /** Asks under the viewer's own scope what happened. */
  readonly ask: (after: number, upTo: number) => Promise<Heard>;
  readonly push: (signal: ChangeSignal) => void;
}

/**
 * Follows the feed for one stream: what happened since `after` first, then what happens. Nothing is pushed that was not asked
 * for under the viewer's own scope just before.
 */
export function followChanges({ hub, log, turn, after, concerns, ask, push }: FollowOptions): Stop {
  let position = after ?? hub.told;
  let target = position;
  let timer: NodeJS.Timeout | undefined;
  let notBefore = 0;
  let busy = false;
  let stopped = false;

  const many = (at: number): void => {
    position = at;
    push({ position: at, subject: null, id: null });
  };

  async function look(): Promise<void> {
    timer = undefined;
    if (busy || stopped || target <= position) return;
    busy = true;
    notBefore = performance.now() + PUSH_EVERY_MS;
    try {
      if (target - position > MAX_BEHIND) many(target);
      else await turn(() => askOnce());
    } catch (error) {
      notBefore = performance.now() + RETRY_MS;
      if (!stopped) log.warn({ fault: faultOf(error) }, "a live stream could not ask; tried again");
    } finally {
      busy = false;
    }
    if (target > position) later();
  }

  async function askOnce(): Promise<void> {
    if (stopped) return;
    const { changed, upTo, over } = await ask(position, target);
    if (stopped) return;
    const latest = new Map(changed.map((one) => [`${one.subject} ${one.id}`, one]));
    if (over === true || latest.size > MAX_NAMED) return many(target);
    position = Math.max(position, upTo);
    for (const { position: at, subject, id } of latest.values()) push({ position: at, subject, id });
  }

  const later = (): void => {
    if (!stopped) timer ??= setTimeout(() => void look(), Math.max(0, notBefore - performance.now()));
  };

  /** A position from before a restored backup is ahead of everything: the client has to ask for all of it. */
  async function begin(given: number): Promise<void> {
    const { head = given } = await turn(() => ask(given, given));
    if (!stopped && head < given) many((target = head));
  }

  const stopFollowing = hub.follow({
    concerns,
    wake(upTo) {
      target = Math.max(target, upTo);
      later();
    },
    skip(from, upTo) {
      if (position < from || target > position) return;
      position = target = Math.max(position, upTo);
    },
  });
  if (after === null) many(position);
  else if (after < hub.told) {
    target = hub.told;
    later();
  } else if (after > hub.told) void begin(after).catch((error: unknown) => log.warn({ fault: faultOf(error) }, "a live stream could not see where the feed ends"));
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopFollowing();
  };
}
