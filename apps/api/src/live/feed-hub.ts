import type { Pool } from "pg";
import { systemScope } from "../access/scope.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import type { FeedWake } from "../feed/feed-wake.ts";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";

/** Where something happened, and to what: nothing of what it was. */
export interface Happening {
  readonly position: number;
  /** Null where it belongs to no area. */
  readonly areaNo: number | null;
  readonly kind: string;
  readonly id: string;
}

/** Whoever follows the feed: told what it needs not look at, and when to look. */
export interface Follower {
  concerns(happening: Happening): boolean;
  /** Something it may be concerned by has happened up to here. */
  wake(upTo: number): void;
  /** Nothing that concerns it has happened after `from` up to here. */
  skip(from: number, upTo: number): void;
}

export interface FeedHub {
  /** Everything up to here has been told to those who follow. */
  readonly told: number;
  follow(follower: Follower): () => void;
  stop(): void;
}

export interface FeedHubOptions {
  readonly pool: Pool;
  readonly feed: Pick<FeedWake, "head" | "onAdvance">;
  readonly log: Log;
  /** Before anybody is woken about it: what happened may have ended somebody's right to hear of it. */
  readonly before: (happenings: readonly Happening[]) => Promise<void>;
}

/** More than this at once is not looked at one by one: everybody asks. */
const BATCH = 2000;
const RETRY_MS = 1000;

const HAPPENINGS = `select position::text as position, area_no::text as "areaNo", stream_kind as kind, stream_id as id from event
  where position > $1::int8 and position <= $2::int8 order by position`;

/** Reads what happened once for all streams of this instance, and wakes those whom it concerns. */
export function openFeedHub({ pool, feed, log, before }: FeedHubOptions): FeedHub {
  const followers = new Set<Follower>();
  const database = new ScopedDatabase(pool, systemScope);
  let told = feed.head();
  let busy = false;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function advance(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      while (!stopped && feed.head() > told) await tell(told, feed.head());
    } catch (error) {
      if (!stopped) log.warn({ fault: faultOf(error) }, "the feed could not be read for live streams; tried again");
      retry = setTimeout(() => void advance(), RETRY_MS);
    } finally {
      busy = false;
    }
  }

  async function tell(from: number, upTo: number): Promise<void> {
    if (followers.size === 0 || upTo - from > BATCH) {
      told = upTo;
      for (const follower of followers) follower.wake(upTo);
      return;
    }
    const rows = await run<{ position: string; areaNo: string | null; kind: string; id: string }>(database, HAPPENINGS, [from, upTo]);
    const happenings = rows.map(({ position, areaNo, kind, id }) => ({ position: Number(position), areaNo: areaNo === null ? null : Number(areaNo), kind, id }));
    await before(happenings);
    told = upTo;
    for (const follower of followers) {
      if (happenings.some((one) => follower.concerns(one))) follower.wake(upTo);
      else follower.skip(from, upTo);
    }
  }

  const stopHearing = feed.onAdvance(() => void advance());
  return {
    get told() {
      return told;
    },
    follow(follower) {
      followers.add(follower);
      return () => followers.delete(follower);
    },
    stop() {
      stopped = true;
      clearTimeout(retry);
      stopHearing();
    },
  };
}
