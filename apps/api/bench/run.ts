import type { Client as Database } from "pg";
import { officer, secretaryOf, signIn } from "./accounts.ts";
import { readDeck, type Deck } from "./draw.ts";
import type { Source } from "./load.ts";
import { becomeQuiet, buffersOf, connectOwner, Peer, type Sample } from "./measure.ts";
import { programs, readings, type Operation, type Program, type Sessions } from "./operations.ts";
import { startOne } from "./programs.ts";
import { resultOf, type Result } from "./report.ts";
import { Cards, contending, day, escalating, sendDown, writingTitles, type WritingKey } from "./writings.ts";

/** Requests of one operation that are compared before anything is measured, and that buffers are counted over. */
const compared = 5;
const counted = 20;
const warmRequests = 200;
const warmMs = 4_000;
const writingPrograms: Readonly<Record<WritingKey, readonly Program[]>> = { escalate: programs, contention: ["limit", "ours", "mercurius"], day: ["limit", "ours"] };

/** What is measured, and how long. */
export interface Plan {
  readonly cases: number;
  readonly programs: readonly Program[];
  /** Keys of operations; all when absent. */
  readonly only?: readonly string[] | undefined;
  readonly clients: readonly number[];
  readonly rounds: number;
  /** Of each program in each round. */
  readonly seconds: number;
  /** Whether the server runs as it was built, or from its sources. */
  readonly built: boolean;
}

/** A result that does not know the limit's yet. */
export type Alone = Omit<Result, "ofLimit">;

/** One thing to be measured, and where its requests come from. */
interface Job {
  readonly key: string;
  readonly title: string;
  readonly does: readonly Program[];
  readonly clients: readonly number[];
  source(program: Program, clients: number): Promise<Source>;
}

/** Answers of all programs to the same requests, cut down to what has to be equal. @throws Error where they differ */
async function compare(operation: Operation, peers: readonly Peer[]): Promise<void> {
  for (let i = 0; i < compared; i += 1) {
    const asks = operation.draw();
    const told = new Map<Program, string>();
    for (const peer of peers) {
      const ask = asks[peer.program]?.();
      if (ask) told.set(peer.program, (operation.told ?? (() => ""))(await peer.client(1).ask(ask)));
    }
    const [first, ...others] = told;
    for (const [program, answer] of others) {
      if (first && answer !== first[1]) throw new Error(`${operation.title}: ${program} does not answer as ${first[0]} does:\n${answer.slice(0, 600)}\n— but —\n${first[1].slice(0, 600)}`);
    }
  }
}

async function jobsOf(deck: Deck, sessions: Sessions, cards: Cards, peers: readonly Peer[], { clients: counts, only }: Plan): Promise<Job[]> {
  const isWanted = (key: string): boolean => only?.includes(key) ?? true;
  const all = readings(deck, sessions);
  const jobs: Job[] = [];
  for (const operation of all.filter((o) => isWanted(o.key))) {
    await compare(operation, peers);
    const does = programs.filter((p) => operation.draw()[p] !== undefined);
    jobs.push({ key: operation.key, title: operation.title, does, clients: counts, source: (program) => Promise.resolve({ next: () => operation.draw()[program]?.() ?? null }) });
  }
  const [board, detail] = ["board", "detail"].map((key) => all.find((o) => o.key === key));
  if (!board || !detail) throw new Error("the mixed day needs board and detail");
  const sources: Record<WritingKey, (program: Program, clients: number) => Source> = {
    escalate: (program) => escalating(program, cards.of(program), sessions),
    contention: (program, clients) => contending(program, cards.of(program), sessions, clients),
    day: (program) => day(program, cards.of(program), sessions, { board, detail }),
  };
  for (const key of (["escalate", "contention", "day"] as const).filter(isWanted)) {
    jobs.push({
      key, title: writingTitles[key], does: writingPrograms[key], clients: key === "contention" ? counts.filter((n) => n > 1) : counts,
      async source(program, clients) {
        await cards.putBack(program);
        return sources[key](program, clients);
      },
    });
  }
  return jobs;
}

/** PostgreSQL plans a statement five times on each connection before it keeps a plan: every connection has to be past that. */
async function warmUp(peer: Peer, job: Job): Promise<void> {
  const until = performance.now() + warmMs;
  for (let requests = 0; requests < warmRequests && performance.now() < until; ) requests += (await peer.sample(16, 0.3, () => job.source(peer.program, 16))).requests;
}

/** Measures one job: all programs in turns, round by round, so that a machine that slows down slows down all of them. */
async function measure(job: Job, database: Database, peers: readonly Peer[], { cases, rounds, seconds }: Plan): Promise<Alone[]> {
  const own = peers.filter((p) => job.does.includes(p.program));
  const buffers = new Map<Peer, number>();
  for (const peer of own) {
    await warmUp(peer, job);
    buffers.set(peer, await buffersOf(database, peer, counted, await job.source(peer.program, 1)));
  }
  const results: Alone[] = [];
  for (const clients of job.clients) {
    const samples = new Map<Peer, Sample[]>(own.map((peer) => [peer, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [peer, list] of samples) list.push(await peer.sample(clients, seconds, () => job.source(peer.program, clients)));
    }
    for (const [peer, list] of samples) {
      results.push(resultOf(list, { cases, operation: job.key, title: job.title, program: peer.program, clients, buffers: buffers.get(peer) ?? null, residentMb: peer.residentMb }));
    }
  }
  return results;
}

async function sessionsOf(peer: Peer, deck: Deck): Promise<Sessions> {
  const cookies = new Map<string, string>();
  for (const { area } of deck.communities) cookies.set(area, await signIn(peer.running.url, secretaryOf(area)));
  return { officer: await signIn(peer.running.url, officer), of: (community) => cookies.get(community) ?? "" };
}

/**
 * Measures all operations over a database that is written to: all programs give the same answers first, then they are taken in turns.
 * @param found called with the results of each operation
 * @throws Error where answers differ, or a write that had to be done was not
 */
export async function measureAll(url: string, plan: Plan, found: (results: readonly Alone[]) => void): Promise<void> {
  const database = await connectOwner(url);
  const peers: Peer[] = [];
  try {
    const deck = await readDeck(database);
    await database.query(closedFunction);
    await database.query(escalateFunction);
    for (const program of plan.programs) peers.push(new Peer(program, await startOne(program, url, plan.built), database));
    const ours = peers.find((p) => p.program === "ours");
    if (!ours) throw new Error("the server itself has to be among the programs: it answers for the sessions");
    await becomeQuiet(database, ours);
    const sessions = await sessionsOf(ours, deck);
    const writes = plan.only === undefined || plan.only.some((key) => key in writingPrograms);
    const cards = await Cards.keep(database, writes ? await sendDown(ours.client(4), deck.candidates, sessions) : []);
    for (const job of await jobsOf(deck, sessions, cards, peers, plan)) found(await measure(job, database, peers, plan));
  } catch (error) {
    throw new Error(peers.map((p) => `${p.program} said last:\n${p.running.lastWords()}`).join("\n"), { cause: error });
  } finally {
    for (const peer of peers) await peer.close();
    await database.end();
  }
}

/** Lets the server do once what the clock has brought since the cases were made, so that it does not do it while it is measured. */
export async function settle(url: string, built: boolean, say: (line: string) => void): Promise<void> {
  const database = await connectOwner(url);
  let peer: Peer | undefined;
  try {
    const { rows } = await database.query("select count(*)::int as due from cases where system_at <= now()");
    if (rows[0].due > 0) say(`Settling: ${rows[0].due} cases have fallen due since they were made…`);
    peer = new Peer("ours", await startOne("ours", url, built), database);
    await becomeQuiet(database, peer);
    if (rows[0].due > 0) await database.query("vacuum (analyze)");
  } finally {
    await peer?.close();
    await database.end();
  }
}

/** What PostGraphile has no words for: the closed cases of a month, and a move with its event. */
const closedFunction = `create or replace function bench_closed(by text, no bigint) returns setof cases language plpgsql stable as $$
  begin return query execute format('select * from cases where %I = $1 and board_column = 7 and closed_at >= now() - interval ''30 days'' order by closed_at desc, id desc',
    case by when 'areaNo' then 'area_no' when 'communityNo' then 'community_no' else 'district_no' end) using no; end $$`;
const escalateFunction = `create or replace function bench_escalate(wanted uuid, expected int) returns cases language plpgsql volatile as $$
  declare moved cases; begin
    update cases set version = version + 1, level = level + 1, max_level = greatest(max_level, level + 1), board_column = board_column + 1, updated_at = now()
      where id = wanted and version = expected and board_column in (2, 3) returning * into moved;
    if moved.id is null then return null; end if;
    insert into event (id, stream_kind, stream_id, seq, type, payload, at, recorded_at, area_no)
      values (gen_random_uuid(), 'CASE', moved.id, moved.version, 'ESCALATED', jsonb_build_object('to', moved.level), now(), now(), moved.area_no);
    return moved; end $$`;
