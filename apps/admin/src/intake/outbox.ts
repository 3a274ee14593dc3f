import type { Client, CombinedError } from "urql";
import { newIdempotencyKey } from "../client/idempotency.ts";
import { isUnauthenticated, requestIdOf } from "../client/request-id.ts";
import { onSessionRenewed } from "../session/session-events.ts";
import { type Draft, type Input, inputOf } from "./draft.ts";
import { collectDocument, type RecordedCase } from "./intake-documents.ts";
import { onStored, readStored, writeStored } from "./person-storage.ts";

/** What was written down here and is not known to have reached the community. */
export interface Entry {
  input: Input;
  /** As it was typed, to be put right when it is refused. */
  draft: Draft;
  writtenAt: string;
  state: { kind: "waiting" } | { kind: "refused"; message: string; path: string | null } | { kind: "failed"; requestId: string | undefined };
}

export type Outcome =
  /** Null: it was recorded, out of the recorder's sight. */
  { kind: "recorded"; case: RecordedCase | null } | Entry["state"];

const storageName = "intake-outbox";
const retryEvery = 20_000;

/**
 * Entries on their way. Each is stored before it is sent and removed when the server has answered: a closed tab, a dead
 * battery or a stairwell without network loses nothing. Its idempotency key goes with it, so that sending twice records once.
 */
export class Outbox {
  readonly #listeners = new Set<() => void>();
  readonly #recordedLater = new Set<(recorded: RecordedCase | null) => void>();
  readonly #sending = new Map<string, Promise<Outcome>>();
  readonly #client: Client;
  readonly #personId: string;
  #entries: readonly Entry[];

  constructor(client: Client, personId: string) {
    this.#client = client;
    this.#personId = personId;
    this.#entries = this.#stored();
  }

  readonly entries = (): readonly Entry[] => this.#entries;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sends what waits: now, when the network or the session comes back, when somebody looks at the page, and now and then. */
  start(onRecordedLater: (recorded: RecordedCase | null) => void): () => void {
    const flush = () => void this.flush();
    const look = () => document.visibilityState === "visible" && flush();
    this.#recordedLater.add(onRecordedLater);
    const forgetStored = onStored(storageName, this.#personId, () => this.#take(this.#stored()));
    const forgetRenewed = onSessionRenewed(flush);
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", look);
    const timer = setInterval(look, retryEvery);
    flush();
    return () => {
      this.#recordedLater.delete(onRecordedLater);
      forgetStored();
      forgetRenewed();
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", look);
      clearInterval(timer);
    };
  }

  /** Puts a draft on its way. A network that does not answer within `patience` counts as absent; sending goes on behind. */
  async add(draft: Draft, now: string, patience = 8000): Promise<Outcome> {
    const input = inputOf(draft, newIdempotencyKey(), now);
    this.#store([...this.#stored(), { input, draft, writtenAt: now, state: { kind: "waiting" } }]);
    let isLate = false;
    const sending = this.#send(input.idempotencyKey).then((outcome) => {
      if (isLate && outcome.kind === "recorded") this.#tellLater(outcome.case);
      return outcome;
    });
    const waiting = new Promise<Outcome>((done) => {
      setTimeout(() => {
        isLate = true;
        done({ kind: "waiting" });
      }, patience);
    });
    return Promise.race([sending, waiting]);
  }

  async retry(key: string): Promise<void> {
    const outcome = await this.#send(key);
    if (outcome.kind === "recorded") this.#tellLater(outcome.case);
  }

  async flush(): Promise<void> {
    for (const { input, state } of this.#stored()) {
      if (state.kind !== "waiting" || this.#sending.has(input.idempotencyKey)) continue;
      const outcome = await this.#send(input.idempotencyKey);
      if (outcome.kind === "recorded") this.#tellLater(outcome.case);
      // No network for one is no network for the next.
      if (outcome.kind === "waiting") return;
    }
  }

  remove(key: string): void {
    this.#store(this.#stored().filter(({ input }) => input.idempotencyKey !== key));
  }

  #tellLater(recorded: RecordedCase | null): void {
    for (const listener of this.#recordedLater) listener(recorded);
  }

  #send(key: string): Promise<Outcome> {
    const running = this.#sending.get(key);
    if (running) return running;
    const sending = this.#sendOnce(key).finally(() => this.#sending.delete(key));
    this.#sending.set(key, sending);
    return sending;
  }

  async #sendOnce(key: string): Promise<Outcome> {
    const entry = this.#stored().find(({ input }) => input.idempotencyKey === key);
    if (!entry) return { kind: "waiting" };
    const { data, error } = await this.#client.mutation(collectDocument, { input: entry.input }).toPromise();
    const answer = data?.collectOpinion;
    if (!answer) return this.#keep(key, stateOf(error));
    if (!answer.refusal) {
      this.remove(key);
      return { kind: "recorded", case: answer.case ?? null };
    }
    // A clock of this device that is ahead says "now" too late; without it the server takes its own. A refusal kept nothing
    // under the key, but a new body gets a new one all the same.
    if (answer.refusal.code === "VOICED_AFTER_RECORDED" && entry.draft.voiced === null && entry.input.voicedAt) {
      const { voicedAt: _ahead, ...input } = { ...entry.input, idempotencyKey: newIdempotencyKey() };
      this.#store(this.#stored().map((one) => (one.input.idempotencyKey === key ? { ...one, input } : one)));
      return this.#sendOnce(input.idempotencyKey);
    }
    return this.#keep(key, { kind: "refused", message: answer.refusal.message, path: answer.refusal.path ?? null });
  }

  #keep(key: string, state: Entry["state"]): Entry["state"] {
    this.#store(this.#stored().map((one) => (one.input.idempotencyKey === key ? { ...one, state } : one)));
    return state;
  }

  /** Read anew each time: another tab writes there too. */
  #stored(): Entry[] {
    const found = readStored(storageName, this.#personId);
    return Array.isArray(found) ? (found as Entry[]) : [];
  }

  #store(entries: readonly Entry[]): void {
    writeStored(storageName, this.#personId, entries.length > 0 ? entries : null);
    this.#take(entries);
  }

  #take(entries: readonly Entry[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}

/** No network, a server that is starting, or nobody signed in: it waits. Anything else is a fault that somebody should see. */
function stateOf(error: CombinedError | undefined): Entry["state"] {
  if (error && isUnauthenticated(error)) return { kind: "waiting" };
  const status = error?.response instanceof Response ? error.response.status : 0;
  const isUnreachable = error?.networkError !== undefined && (status === 0 || status >= 502);
  return isUnreachable ? { kind: "waiting" } : { kind: "failed", requestId: requestIdOf(error) };
}

/** How many entries of a person have not been sent from this device. */
export function waitingCount(personId: string): number {
  const found = readStored(storageName, personId);
  return Array.isArray(found) ? found.length : 0;
}
