import { areaRange } from "@bandeng/domain";
import type { Auth } from "../access/auth.ts";
import type { FeedWake } from "../feed/feed-wake.ts";
import { readChanges } from "../feed/read-changes.ts";
import type { Context, Ground } from "../http/context.ts";
import type { Log } from "../http/log.ts";
import { startRounds } from "../http/rounds.ts";
import { hearOfCase, seesWhole } from "./case-asked.ts";
import { followChanges } from "./change-follower.ts";
import { openFeedHub } from "./feed-hub.ts";
import type { ChangeSignal, PresenceType } from "./live-types.ts";
import { openPresence } from "./presence-watch.ts";
import { endSeatsLost } from "./seat-check.ts";
import { openSeats, type Seat } from "./seats.ts";
import { openTurns } from "./turns.ts";

/** A revoked session loses its streams within five seconds. */
const CHECK_EVERY_MS = 2500;
/** Questions of streams that run at a time, of the connections that requests use as well. */
const TURNS = 3;
const PAGE = 100;
/** Streams of the log that may change what somebody sees. */
const OF_ROLES = ["PERSON", "COMMITTEE", "COUNCIL"];

/** Live updates of one instance: what changes and who is looking, for whoever has a stream open. */
export interface Live {
  /** @throws GraphQLError RATE_LIMITED */
  take(context: Context): Seat;
  /** Tells the stream what changes in some areas; in all that its viewer sees when none are named. */
  changes(seat: Seat, areas: readonly string[] | null, after: number | null, push: (signal: ChangeSignal) => void): void;
  /** Tells the stream of one case, and ends it when the case goes out of sight. */
  oneCase(seat: Seat, caseId: string, after: number | null, push: (signal: ChangeSignal) => void): void;
  /** Says that whoever has the stream open is looking at a case, if he sees it whole. */
  look(seat: Seat, caseId: string): Promise<void>;
  presence(seat: Seat, areas: readonly string[], push: (presence: PresenceType) => void): void;
  /** Ends all streams at once, and takes no more. */
  stop(): Promise<void>;
}

export interface LiveOptions {
  readonly ground: Pick<Ground, "pool" | "clock" | "keys">;
  readonly auth: Auth;
  readonly log: Log;
  readonly feed: Pick<FeedWake, "head" | "onAdvance">;
}

export function openLive({ ground: { pool, clock, keys }, auth, log, feed }: LiveOptions): Live {
  const seats = openSeats();
  const turn = openTurns(TURNS);
  const check = (): Promise<void> => (seats.all.size === 0 ? Promise.resolve() : endSeatsLost([...seats.all], { pool, auth, keys, clock }));
  const hub = openFeedHub({
    pool,
    feed,
    log,
    before: async (happenings) => {
      if (happenings.some(({ kind }) => OF_ROLES.includes(kind))) await check();
    },
  });
  const presence = openPresence({ pool, log, turn });
  const checks = startRounds({ name: "live streams", everyMs: CHECK_EVERY_MS, log, round: check });
  const endWhere = (lost: (seat: Seat) => boolean): void => {
    for (const seat of seats.all) if (lost(seat)) seat.end();
  };
  const stopHearing = [
    auth.onSessionsEnded((personId, sessionIds) => endWhere(({ context }) => context.viewer.personId === personId && sessionIds.includes(context.sessionId))),
    keys.onEnded((keyId) => endWhere(({ context }) => context.viewer.key !== undefined && context.viewer.personId === keyId)),
  ];

  return {
    take: (context) => seats.take(context),
    changes(seat, areas, after, push) {
      const { db, viewer } = seat.context;
      const ranges = areas?.map(areaRange);
      const within = (no: number): boolean => ranges === undefined || ranges.some(([from, to]) => no >= from && no < to);
      seat.onEnd(
        followChanges({
          hub, log, turn, after, push,
          concerns: ({ areaNo }) => areaNo === null || within(areaNo),
          async ask(from, upTo) {
            const page = await readChanges(db, viewer, { after: from, upTo, first: PAGE, ...(areas && { areas }) });
            return { changed: page.changes, upTo: page.upTo, head: page.head, over: page.changes.length >= PAGE };
          },
        }),
      );
    },
    oneCase(seat, caseId, after, push) {
      const { db, viewer } = seat.context;
      seat.onEnd(
        followChanges({
          hub, log, turn, after, push,
          concerns: ({ kind, id }) => kind === "CASE" && id === caseId,
          async ask(from, upTo) {
            const { changedAt, isSeen } = await hearOfCase(db, viewer, caseId, { after: from, upTo });
            if (!isSeen) setImmediate(() => seat.end());
            return { changed: isSeen && changedAt !== null ? [{ position: changedAt, subject: "CASE", id: caseId }] : [], upTo };
          },
        }),
      );
    },
    async look(seat, caseId) {
      const { db, viewer } = seat.context;
      if ((await seesWhole(db, viewer, caseId)) && !seat.ended) presence.look(seat, caseId);
    },
    presence: (seat, areas, push) => presence.follow(seat, areas, push),
    async stop() {
      for (const stop of stopHearing) stop();
      hub.stop();
      seats.close();
      await Promise.all([checks.stop(), presence.stop()]);
    },
  };
}
