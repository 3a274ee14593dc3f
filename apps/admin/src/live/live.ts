import type { Client } from "urql";
import type { Link } from "./link.ts";

/** What somebody in the window wants to hear of. */
export interface LiveWish {
  readonly areas: readonly string[];
  /** Id of the case that is open. */
  readonly looking?: string | undefined;
}

/** That something changed: one thing, or so much that all has to be asked again. */
export interface Signal {
  readonly subject: string | null;
  readonly id: string | null;
}

export interface Looker {
  readonly id: string;
  readonly name: string;
}

/** OFF: nobody wants anything, or nobody looks at the window. LOST: it is being opened again, for seconds already. */
export type LiveState = "OFF" | "OPENING" | "OPEN" | "LOST";

const nobody: readonly Looker[] = [];
/** A drawer that opens and a board that goes are one change of what is wanted. */
const SETTLE_MS = 100;

/**
 * What changes on the server, for all that is shown in this window, over one connection: browsers open six to one server,
 * in all windows together. The connection itself (link.ts) is fetched when something is first wanted.
 */
export class Live {
  readonly #wishes = new Set<LiveWish>();
  readonly #onSignal = new Set<(signal: Signal) => void>();
  readonly #onChange = new Set<() => void>();
  readonly #open: () => Promise<Link>;
  #link: Promise<Link> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #state: LiveState = "OFF";
  #lookers: ReadonlyMap<string, readonly Looker[]> = new Map();

  constructor(open: (live: Live) => Promise<Link>) {
    this.#open = () => open(this);
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Who is looking at a case; the same list as long as it is the same people. */
  lookers(caseId: string): readonly Looker[] {
    return this.#lookers.get(caseId) ?? nobody;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#onChange.add(listener);
    return () => this.#onChange.delete(listener);
  };

  onSignal(listener: (signal: Signal) => void): () => void {
    this.#onSignal.add(listener);
    return () => this.#onSignal.delete(listener);
  }

  /** Returns how not to want it any more. */
  want(wish: LiveWish): () => void {
    this.#wishes.add(wish);
    this.#settle();
    return () => {
      this.#wishes.delete(wish);
      this.#settle();
    };
  }

  /** For the connection: what it has heard. */
  signal(signal: Signal): void {
    for (const listener of this.#onSignal) listener(signal);
  }

  show(change: { state?: LiveState; lookers?: ReadonlyMap<string, readonly Looker[]> }): void {
    this.#state = change.state ?? this.#state;
    this.#lookers = change.lookers ?? this.#lookers;
    for (const listener of this.#onChange) listener();
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      // What could not be fetched is tried again with the next wish; meanwhile the board asks by itself.
      this.#link ??= this.#open().catch((error: unknown) => {
        this.#link = undefined;
        throw error;
      });
      this.#link.then((link) => link.want(joined([...this.#wishes])), () => undefined);
    }, SETTLE_MS);
  }
}

/** All areas once, without those that lie in another; null when nothing is wanted. */
function joined(wishes: readonly LiveWish[]): LiveWish | null {
  const codes = [...new Set(wishes.flatMap(({ areas }) => areas))];
  const areas = codes.filter((code) => !codes.some((wider) => wider !== code && code.startsWith(wider))).toSorted();
  return areas.length === 0 ? null : { areas, looking: wishes.findLast(({ looking }) => looking !== undefined)?.looking };
}

const lives = new WeakMap<Client, Live>();

/** A client without one asks by itself, every now and then. */
export function giveLive(client: Client, live: Live): void {
  lives.set(client, live);
}

export function liveOf(client: Client): Live | undefined {
  return lives.get(client);
}
