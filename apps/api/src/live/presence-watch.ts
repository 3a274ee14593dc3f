import type { Pool } from "pg";
import { systemScope } from "../access/scope.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { transaction } from "../database/transaction.ts";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";
import { startRounds } from "../http/rounds.ts";
import { endLooking, keepLooking, lookers, lookersSeen, type Looking } from "./presence-store.ts";
import type { PresenceType } from "./live-types.ts";
import type { Seat } from "./seats.ts";

const BEAT_MS = 8000;
const POLL_MS = 1000;
/** So often everybody asks again, whatever has changed: a case may have gone out of somebody's sight meanwhile. */
const POLLS_TO_ALL = 10;

export interface PresenceWatch {
  /** As long as the stream is open, its person is looking at the case. */
  look(seat: Seat, caseId: string): void;
  /** Tells who looks at the cases of some areas: all at first, then what changes. */
  follow(seat: Seat, areas: readonly string[], push: (presence: PresenceType) => void): void;
  stop(): Promise<void>;
}

export interface PresenceOptions {
  readonly pool: Pool;
  readonly log: Log;
  readonly turn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Keeps who looks at what in the database that all instances share, and tells those who may know. */
export function openPresence({ pool, log, turn }: PresenceOptions): PresenceWatch {
  const system = new ScopedDatabase(pool, systemScope);
  const looking = new Map<string, Looking>();
  const followers = new Set<() => Promise<void>>();
  const writes = new Set<Promise<void>>();
  let before = "";
  let polls = 0;

  /** What cannot be written now is written with the next beat, or goes stale. */
  const write = (work: (runner: Parameters<typeof keepLooking>[0]) => Promise<void>): void => {
    const written: Promise<void> = transaction(pool, systemScope, work)
      .catch((error: unknown) => log.warn({ fault: faultOf(error) }, "who is looking could not be written"))
      .then(() => void writes.delete(written));
    writes.add(written);
  };

  const beat = startRounds({
    name: "presence",
    everyMs: BEAT_MS,
    log,
    round: async () => {
      if (looking.size > 0) await transaction(pool, systemScope, (client) => keepLooking(client, [...looking.values()]));
      await transaction(pool, systemScope, (client) => endLooking(client, []));
    },
  });
  const poll = startRounds({
    name: "presence followers",
    everyMs: POLL_MS,
    log,
    round: async () => {
      if (followers.size === 0) return;
      const now = JSON.stringify((await lookers(system)).sort((a, b) => (a.caseId < b.caseId ? -1 : 1)));
      polls = (polls + 1) % POLLS_TO_ALL;
      if (now === before && polls !== 0) return;
      before = now;
      await Promise.all([...followers].map((ask) => ask()));
    },
  });

  return {
    look(seat, caseId) {
      const { viewer } = seat.context;
      // A key is no person, and nobody looks with it.
      if (viewer.key !== undefined) return;
      const one = { streamId: seat.id, caseId, personId: viewer.personId };
      looking.set(seat.id, one);
      write((client) => keepLooking(client, [one]));
      seat.onEnd(() => {
        looking.delete(seat.id);
        write((client) => endLooking(client, [seat.id]));
      });
    },
    follow(seat, areas, push) {
      const told = new Map<string, string>();
      const { db, viewer } = seat.context;
      const ask = async (): Promise<void> => {
        try {
          const seen = await turn(() => lookersSeen(db, viewer, areas));
          if (seat.ended) return;
          for (const caseId of new Set([...told.keys(), ...seen.keys()])) {
            const people = seen.get(caseId) ?? [];
            const said = JSON.stringify(people);
            if ((told.get(caseId) ?? "[]") === said) continue;
            if (people.length === 0) told.delete(caseId);
            else told.set(caseId, said);
            push({ caseId, people });
          }
        } catch (error) {
          if (!seat.ended) log.warn({ fault: faultOf(error) }, "a live stream could not ask who is looking; tried again");
        }
      };
      followers.add(ask);
      seat.onEnd(() => followers.delete(ask));
      void ask();
    },
    async stop() {
      await Promise.all([beat.stop(), poll.stop(), ...writes]);
    },
  };
}
