import type { Client, CombinedError } from "urql";
import { newIdempotencyKey } from "../client/idempotency.ts";
import { isUnauthenticated, requestIdOf } from "../client/request-id.ts";
import { onSessionRenewed } from "../session/session-events.ts";
import { additionOf, type Draft, type Input, inputOf, isAddition } from "./draft.ts";
import { type Arrived, entriesOf, type Entry, type EntryState, type Outcome } from "./entry.ts";
import { addOpinionDocument, collectDocument } from "./intake-documents.ts";
import { onStored, readStored, writeStored } from "./person-storage.ts";

const storageName = "intake-outbox";
const retryEvery = 20_000;
const waiting: EntryState = { kind: "waiting" };
/** Not part of the first view: few entries have files. */
const keptFiles = () => import("./kept-files.ts");

/**
 * Entries on their way, each with its photos and recordings. An entry is stored before it is sent and removed when the
 * server has all of it: a closed tab, a dead battery or a stairwell without network loses nothing. Its words go first,
 * then its files one by one, each under an idempotency key of its own, so that sending twice records once.
 */
export class Outbox {
  readonly #listeners = new Set<() => void>();
  readonly #arrivedLater = new Set<(arrived: Arrived) => void>();
  /** Null: only files were left to send. */
  readonly #sending = new Map<string, Promise<Outcome | null>>();
  readonly #client: Client;
  readonly #personId: string;
  #entries: readonly Entry[];
  #watched: string | null = null;

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
  start(onArrivedLater: (arrived: Arrived) => void): () => void {
    const flush = () => void this.flush();
    const look = () => document.visibilityState === "visible" && flush();
    this.#arrivedLater.add(onArrivedLater);
    const forgetStored = onStored(storageName, this.#personId, () => this.#take(this.#stored()));
    const forgetRenewed = onSessionRenewed(flush);
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", look);
    const timer = setInterval(look, retryEvery);
    flush();
    return () => {
      this.#arrivedLater.delete(onArrivedLater);
      forgetStored();
      forgetRenewed();
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", look);
      clearInterval(timer);
    };
  }

  /**
   * Puts a draft on its way; it is stored when this returns its promise. Answers when its words have arrived; a network
   * that does not answer within `patience` counts as absent, and sending goes on behind.
   *
   * @param joins the case it is one more voice on; without it, it becomes a case
   */
  async add(draft: Draft, now: string, joins?: string, patience = 8000): Promise<Outcome> {
    // What was taken back to be corrected keeps its key: should the first sending have arrived after all, there is no second.
    const key = draft.key ?? newIdempotencyKey();
    const input = joins === undefined ? inputOf(draft, key, now) : additionOf(draft, joins, key, now);
    this.#store([...this.#stored(), { input, draft, writtenAt: now, state: waiting, recorded: null, files: draft.files }]);
    let isLate = false;
    const sending = this.#send(key).then((outcome) => {
      if (isLate) this.#tellWords(outcome);
      return outcome ?? waiting;
    });
    const patient = new Promise<Outcome>((done) => {
      setTimeout(() => {
        isLate = true;
        done(waiting);
      }, patience);
    });
    return Promise.race([sending, patient]);
  }

  async retry(key: string): Promise<void> {
    this.#tellWords(await this.#send(key));
  }

  async flush(): Promise<void> {
    for (const { input, state } of this.#stored()) {
      if (state.kind !== "waiting" || this.#sending.has(input.idempotencyKey)) continue;
      const outcome = await this.#send(input.idempotencyKey);
      this.#tellWords(outcome);
      // No network for one is no network for the next.
      if ((outcome ?? this.#find(input.idempotencyKey)?.state)?.kind === "waiting") return;
    }
  }

  /** The page shows how far the files of this entry have come: their arrival is told there. Null: of none. */
  watch(key: string | null): void {
    this.#watched = key;
  }

  /** Takes an entry out without its files: back into the form. */
  remove(key: string): void {
    this.#store(this.#stored().filter(({ input }) => input.idempotencyKey !== key));
  }

  /** Takes an entry out for good, with what its files hold here. */
  discard(key: string): void {
    const files = this.#find(key)?.files ?? [];
    this.remove(key);
    if (files.length > 0) void keptFiles().then(({ forgetFiles }) => forgetFiles(files.map((file) => file.key)));
  }

  /** Takes away bytes that neither an entry nor the draft names. */
  async sweep(draft: Draft): Promise<void> {
    const { sweepFiles } = await keptFiles();
    const named = [...this.#stored().flatMap(({ files }) => files), ...draft.files];
    return sweepFiles(this.#personId, new Set(named.map(({ key }) => key)));
  }

  #tell(arrived: Arrived): void {
    for (const listener of this.#arrivedLater) listener(arrived);
  }

  #tellWords(outcome: Outcome | null): void {
    if (outcome?.kind === "recorded") this.#tell({ kind: "words", case: outcome.case });
  }

  #send(key: string): Promise<Outcome | null> {
    return this.#sending.get(key) ?? this.#under(key, () => this.#sendWords(key));
  }

  /** One sending of an entry at a time. */
  #under(key: string, send: () => Promise<Outcome | null>): Promise<Outcome | null> {
    const sending = send().finally(() => {
      if (this.#sending.get(key) === sending) this.#sending.delete(key);
    });
    this.#sending.set(key, sending);
    return sending;
  }

  async #sendWords(key: string): Promise<Outcome | null> {
    const entry = this.#find(key);
    if (!entry) return null;
    if (entry.recorded) return this.#sendFiles(key);
    const { answer, error } = await this.#ask(entry.input);
    if (!answer) return this.#keep(key, stateOf(error));
    if (answer.refusal) return this.#refused(entry, answer.refusal);
    const found = answer.case ?? null;
    if (entry.files.length === 0) this.remove(key);
    else if (!found) this.#keep(key, { kind: "outOfSight" });
    else {
      this.#change(key, { recorded: { caseId: found.id, no: found.no }, state: waiting });
      // The resident need not wait for the photo.
      void this.#under(key, () => this.#sendFiles(key));
    }
    return { kind: "recorded", case: found, slipCode: answer.opinion?.slipCode ?? null, isAddition: isAddition(entry.input), key };
  }

  async #ask(input: Input) {
    if (isAddition(input)) {
      const { data, error } = await this.#client.mutation(addOpinionDocument, { input }).toPromise();
      return { answer: data?.addOpinion, error };
    }
    const { data, error } = await this.#client.mutation(collectDocument, { input }).toPromise();
    return { answer: data?.collectOpinion, error };
  }

  #refused(entry: Entry, { code, message, path }: { code: string; message: string; path?: string | null }): EntryState | Promise<Outcome | null> {
    const key = entry.input.idempotencyKey;
    // A clock of this device that is ahead says "now" too late; without it the server takes its own. A refusal keeps nothing under the key.
    if (code === "VOICED_AFTER_RECORDED" && entry.draft.voiced === null && entry.input.voicedAt) {
      const { voicedAt: _ahead, ...input } = entry.input;
      this.#change(key, { input });
      return this.#sendWords(key);
    }
    return this.#keep(key, { kind: "refused", message, path: path ?? null, code });
  }

  async #sendFiles(key: string): Promise<null> {
    const parts = await Promise.all([import("../attachments/send-file.ts"), keptFiles()]).catch(() => null);
    // Without a network not even the code for it comes.
    if (!parts) return this.#stop(key, waiting);
    const [{ sendFile }, { forgetFiles, readFile }] = parts;
    for (let entry = this.#find(key); entry?.recorded; entry = this.#find(key)) {
      const [next] = entry.files;
      const { caseId, no } = entry.recorded;
      if (!next) {
        this.remove(key);
        if (this.#watched !== key) this.#tell({ kind: "files", no });
        return null;
      }
      const file = await readFile(next.key);
      // Another tab may have sent it meanwhile.
      if (!file && !this.#find(key)?.files.some((one) => one.key === next.key)) continue;
      if (!file) return this.#stop(key, { kind: "fileLost" });
      const answer = await sendFile({ caseId, file, kind: next.kind, stage: next.kind === "PHOTO" ? "BEFORE" : null, idempotencyKey: next.key }, () => undefined);
      if (answer.kind === "refused") return this.#stop(key, { kind: "refused", message: answer.message, path: null });
      if (answer.kind === "failed") return this.#stop(key, { kind: "failed", requestId: undefined });
      if (answer.kind !== "sent") return this.#stop(key, waiting);
      this.#change(key, { files: this.#find(key)?.files.filter((one) => one.key !== next.key) ?? [] });
      await forgetFiles([next.key]);
    }
    return null;
  }

  #stop(key: string, state: EntryState): null {
    this.#keep(key, state);
    return null;
  }

  #keep(key: string, state: EntryState): EntryState {
    this.#change(key, { state });
    return state;
  }

  #change(key: string, change: Partial<Entry>): void {
    this.#store(this.#stored().map((one) => (one.input.idempotencyKey === key ? { ...one, ...change } : one)));
  }

  #find(key: string): Entry | undefined {
    return this.#stored().find(({ input }) => input.idempotencyKey === key);
  }

  /** Read anew each time: another tab writes there too. */
  #stored(): Entry[] {
    return entriesOf(readStored(storageName, this.#personId));
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

/** No network, a server that is starting or has too much to do, or nobody signed in: it waits. Anything else is a fault that somebody should see. */
function stateOf(error: CombinedError | undefined): EntryState {
  if (error && (isUnauthenticated(error) || error.graphQLErrors.some(({ extensions }) => extensions["code"] === "RATE_LIMITED"))) return waiting;
  const status = error?.response instanceof Response ? error.response.status : 0;
  const isUnreachable = error?.networkError !== undefined && (status === 0 || status >= 502);
  return isUnreachable ? waiting : { kind: "failed", requestId: requestIdOf(error) };
}

/** How many entries of a person have not been sent from this device. */
export function waitingCount(personId: string): number {
  return entriesOf(readStored(storageName, personId)).length;
}
