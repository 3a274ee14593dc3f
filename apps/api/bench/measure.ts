import pg, { type Client as Database } from "pg";
import { canCount, cpuOf, residentOf } from "./cpu.ts";
import { Client, load, type Source } from "./load.ts";
import type { Program } from "./operations.ts";
import type { Running } from "./processes.ts";
import { APP_ROLE } from "../src/database/app-role.ts";

/** What one program did in one window. */
export interface Sample {
  readonly requests: number;
  readonly seconds: number;
  readonly times: readonly number[];
  /** CPU milliseconds of the whole window. */
  readonly nodeMs: number;
  readonly postgresMs: number;
}

/** A program under measurement, with its connections of 1, 16 and 64 clients. */
export class Peer {
  readonly program: Program;
  readonly running: Running;
  readonly #database: Database;
  readonly #clients = new Map<number, Client>();

  constructor(program: Program, running: Running, database: Database) {
    this.program = program;
    this.running = running;
    this.#database = database;
  }

  client(connections: number): Client {
    const client = this.#clients.get(connections) ?? new Client(this.running.url, connections);
    this.#clients.set(connections, client);
    return client;
  }

  get residentMb(): number {
    return residentOf(this.running.pid);
  }

  /**
   * Loads the program for so many seconds. A source that runs dry is made anew, and that time is not counted; what the
   * program does by itself beside the requests is.
   */
  async sample(clients: number, seconds: number, source: () => Promise<Source> | Source): Promise<Sample> {
    const client = this.client(clients);
    const sum = { requests: 0, seconds: 0, times: [] as number[], nodeMs: 0, postgresMs: 0 };
    while (sum.seconds < seconds) {
      const fresh = await source();
      const [node, postgres] = [cpuOf(this.running.pid), new Map((await this.backends()).map((pid) => [pid, cpuOf(pid)]))];
      const window = await load(client, clients, seconds - sum.seconds, fresh);
      sum.nodeMs += cpuOf(this.running.pid) - node;
      // A pool may have opened connections meanwhile; what one used that it closed is lost.
      for (const pid of await this.backends()) sum.postgresMs += Math.max(0, cpuOf(pid) - (postgres.get(pid) ?? 0));
      sum.requests += window.requests;
      sum.seconds += window.seconds;
      sum.times.push(...window.times);
      if (window.requests === 0) break;
    }
    return sum;
  }

  /** The processes of PostgreSQL that work for this program. Ours names itself; whatever belongs to no other program is its own. */
  async backends(): Promise<number[]> {
    const { rows } = await this.#database.query<{ pid: number; name: string }>("select pid, application_name as name from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()");
    return rows.filter(({ name }) => (name.startsWith("bench-") ? name === `bench-${this.program}` : this.program === "ours")).map((r) => r.pid);
  }

  close(): Promise<void> {
    for (const client of this.#clients.values()) client.close();
    return this.running.stop();
  }
}

/** Pages that `count` requests of a program touch, per request: by pg_stat_statements, of the role it works as. Read with nothing else at work. */
export async function buffersOf(database: Database, peer: Peer, count: number, source: Source): Promise<number> {
  const before = await pagesOf(database, peer);
  let done = 0;
  for (; done < count; done += 1) {
    const ask = source.next();
    if (!ask) break;
    const body = await peer.client(1).ask(ask);
    source.heard?.(ask, body);
  }
  return ((await pagesOf(database, peer)) - before) / Math.max(1, done);
}

/** All pages the statements of a program's role have touched in this database. All programs but the server as shipped work as the owner. */
async function pagesOf(database: Database, peer: Peer): Promise<number> {
  const { rows } = await database.query(
    `select coalesce(sum(s.shared_blks_hit + s.shared_blks_read), 0)::float8 as pages from pg_stat_statements(false) s
     where s.dbid = (select oid from pg_database where datname = current_database()) and s.userid = (select oid from pg_roles where rolname = $1)`,
    [peer.program === "ours" ? APP_ROLE : database.user],
  );
  return rows[0].pages;
}

/** Connects as the owner, for preparing and counting. */
export async function connectOwner(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url, application_name: "bench-itself", options: "-c timezone=UTC" });
  client.on("error", () => {}); // the server may end before it does
  await client.connect();
  await client.query("create extension if not exists pg_stat_statements");
  return client;
}

/**
 * Waits until a server does nothing by itself: no case that is due, no event without its place, and little CPU for
 * two seconds. After half an hour it gives up waiting.
 */
export async function becomeQuiet(database: Database, peer: Peer): Promise<void> {
  for (const end = Date.now() + 1_800_000; Date.now() < end; ) {
    const pids = [peer.running.pid, ...(await peer.backends())];
    const before = pids.reduce((ms, pid) => ms + cpuOf(pid), 0);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const used = pids.reduce((ms, pid) => ms + cpuOf(pid), 0) - before;
    const { rows } = await database.query("select (select count(*) from cases where system_at <= now())::int + (select count(*) from event where position is null)::int as waiting");
    if (rows[0].waiting === 0 && (!canCount || used < 800)) return;
  }
}
