import type { AuditActor, AuditEntry, AuditJournal } from "../audit/audit-entry.ts";
import { openAuthPool } from "../access/auth-pool.ts";
import { openLog } from "../http/log.ts";
import { TEST_PASSWORD, type TestApi } from "./api.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests ask for what they know
  readonly body: any;
  /** What a browser would send next: the cookies it sent, changed by those it got. */
  readonly cookie: string;
}

export interface AskOptions {
  readonly cookie?: string;
  /** Where the request comes from; needs a server that believes loopback (proxies: ["loopback"]). */
  readonly from?: string;
  readonly headers?: Record<string, string>;
}

/** Asks one path of the sign-in: GET without a body, POST with one. */
export async function ask(api: Pick<TestApi, "fetch">, path: string, body?: unknown, { cookie = "", from, headers = {} }: AskOptions = {}): Promise<Answer> {
  const response = await api.fetch(path, {
    method: body === undefined ? "GET" : "POST",
    redirect: "manual",
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...(cookie !== "" && { cookie }), ...(from !== undefined && { "x-forwarded-for": from }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text.startsWith("{") ? JSON.parse(text) : text, cookie: merged(cookie, response.headers.getSetCookie()) };
}

/** The Cookie header after an answer's Set-Cookie headers. */
export function merged(cookie: string, set: readonly string[]): string {
  const jar = new Map(cookie.split("; ").filter((part) => part !== "").map((part) => [part.slice(0, part.indexOf("=")), part]));
  for (const one of set) {
    const pair = one.split(";", 1)[0] ?? "";
    const name = pair.slice(0, pair.indexOf("="));
    if (/max-age=0/i.test(one)) jar.delete(name);
    else jar.set(name, pair);
  }
  return [...jar.values()].join("; ");
}

export function signIn(api: Pick<TestApi, "fetch">, username: string, password: string = TEST_PASSWORD, options: AskOptions = {}): Promise<Answer> {
  return ask(api, "/api/auth/sign-in/username", { username, password }, options);
}

/** Whether a cookie still opens the API. */
export async function opens(api: TestApi, cookie: string): Promise<boolean> {
  return (await ask(api, "/api/auth/session", undefined, { cookie })).status === 200;
}

/** Statements on the tables of the sign-in, as only the sign-in may run them. */
export async function signInTables<Row extends object>(api: TestApi, statement: string, values: unknown[] = []): Promise<Row[]> {
  const pool = openAuthPool(api.databaseUrl, openLog("silent"), 1);
  try {
    return (await pool.query<Row>(statement, values)).rows;
  } finally {
    await pool.end();
  }
}

/** A journal that keeps its rows. */
export function collectingJournal(): { readonly journal: AuditJournal; readonly rows: { actor: AuditActor; entry: AuditEntry }[] } {
  const rows: { actor: AuditActor; entry: AuditEntry }[] = [];
  return { rows, journal: async (actor, entry) => void rows.push({ actor, entry }) };
}
