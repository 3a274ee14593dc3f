import { uuidv7 } from "uuidv7";
import { earlyError } from "../http/api-error.ts";
import type { Context, Language } from "../http/context.ts";
import { Signals } from "./signals.ts";

/** Streams a person or key may have open at one instance: a visible window has one. */
export const SEATS_A_PERSON = 20;
const SEATS_AN_INSTANCE = 5000;

/** Something that runs as long as a stream is open. */
export type Stop = () => void;

/** One open stream, of somebody under the scope that he had when it was opened. */
export class Seat {
  readonly id = uuidv7();
  readonly context: Context;
  readonly #stops = new Set<Stop>();
  #ended = false;

  constructor(context: Context) {
    this.context = context;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Runs when the stream ends, whoever ends it; at once when it has. */
  onEnd(stop: Stop): void {
    if (this.#ended) stop();
    else this.#stops.add(stop);
  }

  /** Ends the stream: the client may ask for another one, and is then asked who it is. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const stop of this.#stops) stop();
    this.#stops.clear();
  }

  /** What the stream carries: whatever `begin` pushes until it ends. */
  stream<T>(begin: (push: (value: T) => void) => void): Signals<T> {
    const signals = new Signals<T>(() => this.end());
    this.onEnd(() => signals.end());
    begin((value) => signals.push(value));
    return signals;
  }
}

export interface Seats {
  readonly all: ReadonlySet<Seat>;
  /** @throws GraphQLError RATE_LIMITED when the person, or the instance, has too many open */
  take(context: Context): Seat;
  /** Ends all streams and takes no more. */
  close(): void;
}

export function openSeats(): Seats {
  const all = new Set<Seat>();
  let closed = false;
  return {
    all,
    take(context) {
      const own = [...all].filter((seat) => seat.context.viewer.personId === context.viewer.personId).length;
      if (closed || all.size >= SEATS_AN_INSTANCE) throw tooMany(context.language, 503);
      if (own >= SEATS_A_PERSON) throw tooMany(context.language, 429);
      const seat = new Seat(context);
      all.add(seat);
      seat.onEnd(() => all.delete(seat));
      return seat;
    },
    close() {
      closed = true;
      for (const seat of all) seat.end();
    },
  };
}

function tooMany(language: Language, status: number): Error {
  const error = earlyError("RATE_LIMITED", language === "en" ? "Too many live connections are open" : "打开的实时连接过多");
  error.extensions["http"] = { status, headers: new Map([["retry-after", "5"]]) };
  return error;
}
