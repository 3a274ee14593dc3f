import { BandengError, errorCodes, type ErrorCode } from "./errors.ts";
import { textOf, type TypedDocument } from "./typed-document.ts";
import { backOff, wait } from "./waiting.ts";

/** What an answer cost, and what is left of the minute's budget. */
export interface Cost {
  readonly requested: number;
  /** The most that one request may cost. */
  readonly perRequest: number;
  /** Budget a minute. */
  readonly limit: number;
  readonly remaining: number;
  /** ISO 8601: when the whole budget is there again. */
  readonly resetAt: string;
}

/** How a client reaches the API. */
export interface TransportOptions {
  /** Where the installation answers: `https://bench.example.cn`. */
  readonly url: string;
  /** `bdk_…`. Without one, nothing is sent: for pages of the installation itself, which have a session. */
  readonly key?: string;
  /** The platform's own when not given. */
  readonly fetch?: typeof fetch;
  /** Language of refusals and errors; Chinese when not given. */
  readonly language?: "zh" | "en";
  /** How often a request is sent again after a network fault; 5 when not given. */
  readonly retries?: number;
  /** The longest that a request waits for its budget, in seconds; 120 when not given. Over it, RATE_LIMITED is thrown. */
  readonly patience?: number;
  /** Hears what each answer cost. */
  readonly onCost?: (cost: Cost) => void;
}

/** What may be said of one request. */
export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Sends a document and answers with its data. @throws BandengError */
export type Send = <Result, Variables>(document: TypedDocument<Result, Variables> | string, variables: Variables, options?: RequestOptions) => Promise<Result>;

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: { code?: string; requestId?: string } }[];
  readonly extensions?: { cost?: Cost };
}

const RETRY_LEAST_MS = 300;
const RETRY_MOST_MS = 10_000;
const codeOfStatus: Record<number, ErrorCode> = { 400: "BAD_USER_INPUT", 401: "UNAUTHENTICATED", 403: "FORBIDDEN", 404: "NOT_FOUND", 413: "BAD_USER_INPUT", 429: "RATE_LIMITED" };

/** Sends documents: waits for the budget, and sends again after faults of the network what may be sent twice. */
export function openTransport({ url, key, fetch: given, language, retries = 5, patience = 120, onCost }: TransportOptions): Send {
  const address = `${url.replace(/(?:\/graphql)?\/*$/, "")}/graphql`;
  const headers: Record<string, string> = { "content-type": "application/json", accept: "application/graphql-response+json, application/json" };
  if (key !== undefined) headers["authorization"] = `Bearer ${key}`;
  if (language !== undefined) headers["accept-language"] = language;

  return async function send<Result>(document: TypedDocument<Result, never> | string, variables: unknown, { signal }: RequestOptions = {}): Promise<Result> {
    const body = JSON.stringify({ query: textOf(document), variables });
    const most = mayRepeat(textOf(document), body) ? retries : 0;
    let waited = 0;
    for (let faults = 0; ; ) {
      try {
        return await ask<Result>(body, signal);
      } catch (error) {
        if (!(error instanceof BandengError)) throw error;
        const pause = error.code === "RATE_LIMITED" ? (error.retryAfter ?? 1) * 1000 : error.code === "UNREACHABLE" && faults < most ? backOff(faults++, RETRY_LEAST_MS, RETRY_MOST_MS) : undefined;
        if (pause === undefined) throw error;
        if (error.code === "RATE_LIMITED" && (waited += pause) > patience * 1000) throw error;
        await wait(pause, signal);
      }
    }
  };

  async function ask<Result>(body: string, signal: AbortSignal | undefined): Promise<Result> {
    let response: Response;
    let text: string;
    try {
      response = await (given ?? fetch)(address, { method: "POST", headers, body, ...(signal && { signal }) });
      text = await response.text();
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      throw new BandengError("The server cannot be reached", { code: "UNREACHABLE" }, cause);
    }
    return read<Result>(response, text);
  }

  function read<Result>({ status, headers: said }: Response, text: string): Result {
    const requestId = said.get("x-request-id") ?? undefined;
    const answer = answerIn(text);
    if (answer?.extensions?.cost) onCost?.(answer.extensions.cost);
    const fault = answer?.errors?.[0];
    if (fault === undefined && answer?.data !== undefined && status < 300) return answer.data as Result;
    const known = errorCodes.find((code) => code === fault?.extensions?.code);
    throw new BandengError(fault?.message ?? `The server answered ${status}`, {
      // What stands between us and a server that is starting or stopping answers in its place.
      code: status === 502 || status === 503 || status === 504 ? "UNREACHABLE" : (known ?? codeOfStatus[status] ?? (fault === undefined && status < 300 ? "UNREACHABLE" : "INTERNAL")),
      requestId: fault?.extensions?.requestId ?? requestId,
      retryAfter: Number(said.get("retry-after")) || undefined,
      path: fault?.path,
      data: answer?.data,
    });
  }
}

function answerIn(text: string): Answer | undefined {
  try {
    const answer = JSON.parse(text) as unknown;
    return typeof answer === "object" && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it does no harm to send it twice: a query, or a mutation that a repetition is known by. Where it cannot be told, it does. */
function mayRepeat(document: string, body: string): boolean {
  return !/\bmutation\b/.test(document) || /"idempotencyKey":"[^"]|"externalRef":\{/.test(body);
}
