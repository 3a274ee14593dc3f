import { createHash } from "node:crypto";
import type { Instant } from "@bandeng/domain";
import { LRUCache } from "lru-cache";

/** Bytes of answers an instance keeps when nothing else is said: about a thousand boards. */
const DEFAULT_BYTES = 32 * 1_048_576;

export interface Answer {
  /** The stamp of its areas (cases/board-stamp.ts), read before the answer was. */
  readonly stamp: string;
  /** The first moment at which the same rows would answer otherwise (`BoardStatement.until`); null: never. */
  readonly until: Instant | null;
  /** The answer as it is sent. */
  readonly text: string;
}

export interface KeptAnswer extends Answer {
  /** Of the text, for the header of the same name. */
  readonly etag: string;
}

export interface CacheFigures {
  readonly hits: number;
  readonly misses: number;
  readonly answers: number;
  readonly bytes: number;
}

/**
 * Answers that are as new as the last commit their reader could know of, in memory, the least recently used going first.
 * An answer is given again to whoever comes with the same key, the same stamp, read for this very request, and before its time
 * is up; so nothing has to be told when something changes, and other instances need not be asked.
 *
 * The key has to name everything the text depends on besides the rows: document, variables, language, and whose answer it
 * is (cases/scope-key.ts).
 */
export class AnswerCache {
  readonly #kept: LRUCache<string, KeptAnswer>;
  #hits = 0;
  #misses = 0;

  /** @param bytes how much it may hold, keys included; an answer that is larger than an eighth of it is not kept */
  constructor(bytes: number = DEFAULT_BYTES) {
    // Two bytes a sign: what holds one Chinese sign is stored so throughout.
    const sizeCalculation = ({ text, stamp }: KeptAnswer, key: string): number => 2 * (text.length + stamp.length + key.length) + 200;
    this.#kept = new LRUCache({ maxSize: bytes, maxEntrySize: Math.floor(bytes / 8), sizeCalculation });
  }

  /** @param stamp as it is now; @param now the moment of the request, by the database's clock */
  get(key: string, stamp: string, now: Instant): KeptAnswer | undefined {
    const kept = this.#kept.get(key);
    const good = kept !== undefined && kept.stamp === stamp && (kept.until === null || Date.parse(now) < Date.parse(kept.until));
    if (good) this.#hits += 1;
    else this.#misses += 1;
    return good ? kept : undefined;
  }

  /** Keeps an answer in the place of what the key had. @returns it with its ETag */
  put(key: string, answer: Answer): KeptAnswer {
    const kept = { ...answer, etag: etagOf(answer.text) };
    this.#kept.set(key, kept);
    return kept;
  }

  /** Since the start; for the log and the pages that show how an instance is doing. */
  figures(): CacheFigures {
    return { hits: this.#hits, misses: this.#misses, answers: this.#kept.size, bytes: this.#kept.calculatedSize };
  }
}

/**
 * A strong ETag (RFC 9110, 8.8.3) of an answer: equal ones, and the texts are equal. It is that of the text as it leaves the
 * program; whatever compresses it on the way has to make a weak one of it.
 */
export function etagOf(text: string): string {
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
}

/** Whether what a client holds by its `If-None-Match` is this answer. Weak ones count, as the header wants (RFC 9110, 13.1.2). */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && ifNoneMatch.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
