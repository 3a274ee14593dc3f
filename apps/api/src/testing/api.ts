import pg, { type Pool } from "pg";
import type { GraphQLSchema } from "graphql";
import { inject } from "vitest";
import { auditKeys } from "../audit/audit-key.ts";
import { openJournal } from "../audit/open-journal.ts";
import type { AttachmentStore } from "../attachments/attachment-store.ts";
import { openAuth, type Account, type Auth, type AuthOptions } from "../access/auth.ts";
import { APP_ROLE } from "../database/app-role.ts";
import { columnTypes } from "../database/column-text.ts";
import { createTestDatabase } from "../database/embedded/test-postgres.ts";
import { urlAs } from "../database/migrate.ts";
import { openDatabase } from "../database/open.ts";
import { openFeedWake } from "../feed/feed-wake.ts";
import { startSequencer } from "../feed/sequencer-job.ts";
import type { Clock } from "../http/clock.ts";
import { databaseClock } from "../http/clock.ts";
import { openLog, type Log } from "../http/log.ts";
import { makeServer, type Server } from "../http/server.ts";
import { makeSchema } from "../schema.ts";
import { openKeys } from "../keys/keys.ts";
import { layers } from "./one-layer.ts";
import { testDataKeys } from "./data-keys.ts";
import { memoryStore } from "./memory-store.ts";
import { TEST_APP_PASSWORD } from "./test-ground.ts";

/** The password of every account that a test makes. */
export const TEST_PASSWORD = "板凳会-test-2024";
const SECRET = "only-for-tests-0123456789-abcdefghijklmnop";
/** What the audit is sealed with in tests. */
export const testAuditKeys = auditKeys(SECRET);

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Headers;
  // Tests ask for what they know: naming every answer's type would say it a second time.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors: readonly { message: string; path?: readonly (string | number)[]; extensions: Record<string, unknown> }[];
  readonly extensions: Record<string, unknown>;
}

export interface TestApi {
  /** Where the server listens: http://127.0.0.1:<port>. */
  readonly url: string;
  /** The owner's, for another server over the same database. */
  readonly databaseUrl: string;
  /** The owner's, which no policy holds: to prepare what a test needs, and to look at what was stored. */
  readonly pool: Pool;
  /** The program's own, as the server works with it. */
  readonly appPool: Pool;
  readonly auth: Auth;
  readonly log: Log;
  readonly server: Server;
  createAccount(account: Omit<Account, "password" | "name">): Promise<void>;
  /** Signs in over HTTP with {@link TEST_PASSWORD}, once a name, and returns the Cookie header. */
  signIn(username: string): Promise<string>;
  /** Asks over HTTP, as somebody with an account or, without `as`, as nobody. */
  graphql(query: string, variables?: Record<string, unknown>, options?: { as?: string; headers?: Record<string, string> }): Promise<GraphqlAnswer>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

export interface TestApiOptions {
  /** The database's time when not given; see settable-clock.ts. */
  readonly clock?: Clock;
  readonly schema?: GraphQLSchema;
  /** For /graphql/subgraph, which is not there without. */
  readonly subgraph?: GraphQLSchema | undefined;
  readonly log?: Log;
  /** Gives places in the change feed and serves live streams, as the program does. */
  readonly live?: boolean;
  readonly pageFolder?: string;
  /** See ServerOptions. */
  readonly lane?: boolean;
  readonly costLimit?: number;
  readonly signInsPerMinute?: number;
  readonly baseUrl?: string;
  /** How the sign-in differs from that of other tests: administrators need no second factor there. */
  readonly auth?: Partial<AuthOptions>;
  /** Practically none when not given, as with the next. */
  readonly costPerMinute?: number;
  readonly anonymousPerMinute?: number;
  readonly proxies?: readonly string[];
  /** The database of another server, to be one more instance over it; a new one when not given. */
  readonly databaseUrl?: string;
  /** Where attachments go; into memory when not given. */
  readonly files?: AttachmentStore;
  readonly photoBytes?: number;
  /** Whether messengers may lie on this machine. */
  readonly localWebhooks?: boolean;
  /** Without row level security, to see that the conditions in the queries suffice alone. */
  readonly withoutRowSecurity?: boolean;
}

/** The real server on a port and a database of its own. Stop it in `afterAll`. */
export async function startApi(options: TestApiOptions = {}): Promise<TestApi> {
  const log = options.log ?? openLog(process.env["TEST_LOG"] ?? "silent"); // TEST_LOG=error shows what a masked answer hides
  const databaseUrl = options.databaseUrl ?? await createTestDatabase(inject("postgresUrl"), inject("postgresTemplate"));
  const bare = options.withoutRowSecurity ?? layers === "conditions";
  const appUrl = bare ? databaseUrl : urlAs(databaseUrl, APP_ROLE, TEST_APP_PASSWORD);
  const database = await openDatabase({ url: appUrl, log, throwAway: true, as: bare ? "OWNER" : "APP" });
  const pool = new pg.Pool({ connectionString: databaseUrl, types: columnTypes(), options: "-c timezone=UTC", max: 4 });
  pool.on("error", () => {}); // its server may end before it does
  const baseUrl = options.baseUrl ?? "http://127.0.0.1";
  const auth = await openAuth({ url: appUrl, secret: SECRET, baseUrl, log, signInsPerMinute: options.signInsPerMinute ?? 10_000, secondFactor: "nobody", journal: openJournal(database.pool, testAuditKeys), ...options.auth });
  const sequencer = options.live === true ? startSequencer({ pool: database.pool, keys: testAuditKeys, log }) : undefined;
  const feed = options.live === true ? openFeedWake({ url: appUrl, pool: database.pool, log }) : undefined;
  const server = await makeServer({
    feed,
    schema: options.schema ?? makeSchema(),
    subgraph: options.subgraph && (() => Promise.resolve(options.subgraph as GraphQLSchema)), // asked a moment ago
    ground: { pool: database.pool, reading: database.reading, clock: options.clock ?? databaseClock, dataKeys: testDataKeys, auditKeys: testAuditKeys, keys: openKeys(database.pool), files: options.files ?? memoryStore(), localWebhooks: options.localWebhooks ?? false },
    auth,
    log,
    baseUrl,
    pageFolder: options.pageFolder,
    costPerMinute: options.costPerMinute ?? 1_000_000_000,
    anonymousPerMinute: options.anonymousPerMinute ?? 1_000_000_000,
    proxies: options.proxies ?? [],
    photoBytes: options.photoBytes ?? 10 * 1_048_576,
    ...(options.lane !== undefined && { lane: options.lane }),
    ...(options.costLimit !== undefined && { costLimit: options.costLimit }),
  });
  const url = await server.listen(0, "127.0.0.1");
  const cookies = new Map<string, Promise<string>>();

  const api: TestApi = {
    url,
    databaseUrl,
    pool,
    appPool: database.pool,
    auth,
    log,
    server,
    createAccount: (account) => auth.createAccount({ ...account, name: account.username, password: TEST_PASSWORD }),
    signIn(username) {
      const cookie = cookies.get(username) ?? signIn(url, username);
      cookies.set(username, cookie);
      return cookie;
    },
    async graphql(query, variables = {}, { as, headers = {} } = {}) {
      const cookie: Record<string, string> = as === undefined ? {} : { cookie: await api.signIn(as) };
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...cookie, ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const { data = null, errors = [], extensions = {} } = (await response.json()) as Partial<GraphqlAnswer>;
      return { status: response.status, headers: response.headers, data, errors, extensions };
    },
    fetch: (path, init) => fetch(url + path, init),
    async stop() {
      await server.stop();
      await Promise.all([feed?.stop(), sequencer?.stop()]);
      await auth.close();
      await database.close();
      await pool.end();
    },
  };
  return api;
}

async function signIn(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/username`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: TEST_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${username} cannot sign in: ${response.status} ${await response.text()}`);
  return response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]).join("; ");
}
