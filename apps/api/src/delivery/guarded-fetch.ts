import { lookup, type LookupAddress } from "node:dns";
import { request as requestPlain, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isLoopback, isPublicAddress } from "./address-check.ts";

/** Where somebody else's endpoint may lie. */
export interface Reachable {
  /** Besides public addresses by https, this machine's own ones, with or without TLS: only for trying out and for tests. */
  readonly loopback: boolean;
}

/** What came of it. */
export type Posted =
  | {
      readonly kind: "ANSWERED";
      readonly status: number;
      /** The beginning of what was answered, at most a kilobyte. */
      readonly text: string;
    }
  /** Not tried: the address is none that may be reached. */
  | { readonly kind: "REFUSED" }
  | { readonly kind: "FAILED"; readonly why: "TIMEOUT" | "UNREACHABLE" | "STOPPED" };

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TIMEOUT_MS = 10_000;
/** So much of an answer is read, and so long is waited for it once its status is known: the status is what counts. */
const MOST_BYTES = 1024;
const READING_MS = 1000;
const LONGEST_URL = 500;
/** Names that stand for machines near by, whatever a resolver says. */
const nearNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|localdomain)\.?$/i;

class NotReachable extends Error {}

/** A host as the connection will use it: without the brackets of an IPv6 address. */
const bareHost = ({ hostname }: URL): string => (hostname.startsWith("[") ? hostname.slice(1, -1) : hostname);

/**
 * A URL that may be an endpoint, as far as its text tells; null when it may not. Numbers in any spelling (2130706433, 0x7f.1)
 * are addresses already when the parser is through with them.
 */
export function endpointUrl(text: string, { loopback }: Reachable): URL | null {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return null;
  const url = new URL(text);
  const host = bareHost(url);
  if (url.username !== "" || url.password !== "") return null;
  const near = isIP(host) === 0 ? nearNames.test(host) : !isPublicAddress(host);
  if (near) return loopback && (isIP(host) === 0 ? /^localhost$/i.test(host) : isLoopback(host)) && /^https?:$/.test(url.protocol) ? url : null;
  // A name without a dot is one of the own network.
  return url.protocol === "https:" && (isIP(host) !== 0 || host.includes(".")) ? url : null;
}

/**
 * Looks a name up and hands on only what may be reached; one address that may not spoils the name. The connection goes to
 * what was checked: there is no second look-up that could answer otherwise.
 */
function guardedLookup(reachable: Reachable, resolve: typeof lookup): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const fine = error === null && found.length > 0 && found.every(({ address }) => isPublicAddress(address) || (reachable.loopback && isLoopback(address)));
      const [first] = fine ? found : [];
      if (error !== null || first === undefined) return done(error ?? new NotReachable("an address that may not be reached"), "", 0);
      return options.all === true ? done(null, found) : done(null, first.address, first.family);
    });
  };
}

/** Reads the beginning of an answer and cuts the rest. NUL is no text to PostgreSQL. */
function beginningOf(answer: IncomingMessage, readingMs: number): Promise<string> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const cut = (): void => {
      clearTimeout(impatience);
      answer.destroy();
      done(Buffer.concat(chunks).subarray(0, MOST_BYTES).toString("utf8").replaceAll("\0", "\uFFFD"));
    };
    const impatience = setTimeout(cut, readingMs);
    answer.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MOST_BYTES) cut();
    });
    answer.on("end", cut);
    answer.on("error", cut);
    answer.on("close", cut);
  });
}

export interface PostOptions extends Reachable {
  /** Ends it early: the server stops. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly readingMs?: number;
  /** Only tests resolve names otherwise. */
  readonly resolve?: typeof lookup;
}

/**
 * Posts to somebody else's endpoint, guarded against being sent to places of ours (SSRF): the text of the URL is checked, each
 * address before it is connected to (a literal one is never looked up, a looked-up one is never literal: both are needed),
 * and an answer that points elsewhere is an answer like any other. Of what is answered the first kilobyte is read; then,
 * or when it takes long, the connection is cut.
 */
export async function guardedPost({ url: text, headers, body }: Message, { loopback, signal, timeoutMs = TIMEOUT_MS, readingMs = READING_MS, resolve = lookup }: PostOptions): Promise<Posted> {
  const url = endpointUrl(text, { loopback });
  if (url === null) return { kind: "REFUSED" };
  const end = AbortSignal.timeout(timeoutMs);
  const options: RequestOptions = {
    method: "POST",
    agent: false,
    lookup: guardedLookup({ loopback }, resolve),
    headers: { ...headers, "content-length": Buffer.byteLength(body) },
    signal: signal === undefined ? end : AbortSignal.any([end, signal]),
  };
  return new Promise((done) => {
    const sent = (url.protocol === "https:" ? requestSecure : requestPlain)(url, options, (answer) => {
      void beginningOf(answer, readingMs).then((text) => done({ kind: "ANSWERED", status: answer.statusCode ?? 0, text }));
    });
    sent.on("error", (error) => {
      if (error instanceof NotReachable) return done({ kind: "REFUSED" });
      return done({ kind: "FAILED", why: end.aborted ? "TIMEOUT" : signal?.aborted === true ? "STOPPED" : "UNREACHABLE" });
    });
    sent.end(body);
  });
}
