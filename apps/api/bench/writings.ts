import type { Client as Database } from "pg";
import { randomUUID } from "node:crypto";
import { sendDownDocument } from "./documents.ts";
import type { Ask, Client, Source } from "./load.ts";
import type { Candidate } from "./draw.ts";
import { drawer } from "./draw.ts";
import { contact, escalation, intake, programs, type Asks, type Operation, type Program, type Sessions } from "./operations.ts";

/** The operations that write. Each program has cases of its own, so that none meets what another one did. */
export type WritingKey = "escalate" | "contention" | "day";
export const writingTitles: Readonly<Record<WritingKey, string>> = { escalate: "escalate", contention: "escalate, all the same card", day: "mixed day" };

interface Outcome {
  readonly case: { readonly id: string; readonly version: number } | null;
  readonly refusal: { readonly code: string } | null;
}

/** What came of a write, whatever it was. PostGraphile's answer has no refusal: no case is one. */
function outcomeOf(body: string): Outcome {
  const [first] = Object.values((JSON.parse(body) as { data: Record<string, Partial<Outcome>> }).data);
  return { case: first?.case ?? null, refusal: first?.refusal ?? null };
}

/** Sends the cases that writes work on one rung down, by the server itself, so that they can go up. Those it refuses are left out. */
export async function sendDown(client: Client, candidates: readonly Candidate[], sessions: Sessions): Promise<Candidate[]> {
  const sent: Candidate[] = [];
  const left = [...candidates];
  const one = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const input = { id: next.id, expectedVersion: next.version, idempotencyKey: randomUUID(), reason: "先在小区再议一次" };
      const { case: done } = outcomeOf(await client.ask({ path: "/graphql", body: JSON.stringify({ query: sendDownDocument, variables: { input } }), headers: { cookie: sessions.of(next.community) } }));
      if (done) sent.push({ ...next, version: done.version });
    }
  };
  await Promise.all([one(), one(), one(), one()]);
  return sent.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The cases writes work on, as they were, so that they can be put back between windows. */
export class Cards {
  readonly #database: Database;
  readonly #own: ReadonlyMap<Program, readonly Candidate[]>;
  readonly #columns: readonly string[];

  private constructor(database: Database, own: ReadonlyMap<Program, readonly Candidate[]>, columns: readonly string[]) {
    this.#database = database;
    this.#own = own;
    this.#columns = columns;
  }

  static async keep(database: Database, candidates: readonly Candidate[]): Promise<Cards> {
    await database.query("create schema if not exists bench");
    await database.query("create table bench.kept as select * from cases where id = any($1::uuid[])", [candidates.map((c) => c.id)]);
    await database.query("create table bench.kept_segment as select s.* from case_segment s join bench.kept k on k.id = s.case_id");
    const { rows } = await database.query<{ name: string }>("select attname as name from pg_attribute where attrelid = 'cases'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname not in ('id', 'version')");
    const own = new Map(programs.map((program, i) => [program, candidates.filter((_, at) => at % programs.length === i)]));
    return new Cards(database, own, rows.map((r) => r.name));
  }

  of(program: Program): readonly Candidate[] {
    return this.#own.get(program) ?? [];
  }

  /** Puts a program's cases back where they stood. Their versions and their log stay: no version and no place in a log comes twice. */
  async putBack(program: Program): Promise<void> {
    const ids = this.of(program).map((c) => c.id);
    await this.#database.query(`update cases c set ${this.#columns.map((name) => `${name} = k.${name}`).join(", ")} from bench.kept k where k.id = c.id and c.id = any($1::uuid[]) and (c.board_column, c.updated_at) is distinct from (k.board_column, k.updated_at)`, [ids]);
    await this.#database.query("delete from case_segment where case_id = any($1::uuid[])", [ids]);
    await this.#database.query("insert into case_segment select * from bench.kept_segment where case_id = any($1::uuid[])", [ids]);
    const { rows } = await this.#database.query<{ id: string; version: number }>("select id, version from cases where id = any($1::uuid[])", [ids]);
    const versions = new Map(rows.map((r) => [r.id, r.version]));
    for (const one of this.of(program)) one.version = versions.get(one.id) ?? one.version;
  }
}

function askOf(asks: Asks, program: Program): Ask {
  const make = asks[program];
  if (!make) throw new Error(`${program} does not do that`);
  return make();
}

/** Each case goes up once; every move has to be done. */
export function escalating(program: Program, cards: readonly Candidate[], sessions: Sessions): Source {
  let at = 0;
  return {
    next() {
      const card = cards[at++];
      return card ? askOf(escalation(card, sessions), program) : null;
    },
    heard(_, body) {
      if (!outcomeOf(body).case) throw new Error(`${program} did not escalate: ${body.slice(0, 300)}`);
    },
  };
}

/** All clients want the same case to go up at the same version: one is first, and all others are told so. */
export function contending(program: Program, cards: readonly Candidate[], sessions: Sessions, clients: number): Source {
  const asked = new Map<Ask, Candidate>();
  const won = new Map<string, number>();
  let at = 0;
  return {
    next() {
      const card = cards[Math.floor(at++ / clients)];
      if (!card) return null;
      const ask = askOf(escalation(card, sessions), program);
      asked.set(ask, card);
      return ask;
    },
    heard(ask, body) {
      const card = asked.get(ask);
      asked.delete(ask);
      if (!card || !outcomeOf(body).case) return;
      won.set(card.id, (won.get(card.id) ?? 0) + 1);
      if ((won.get(card.id) ?? 0) > 1) throw new Error(`${program} escalated a case twice from one version`);
    },
  };
}

/** 60 boards, 30 details, 4 opinions, 4 notes and 2 moves in a hundred. */
export function day(program: Program, cards: readonly Candidate[], sessions: Sessions, reading: { readonly board: Operation; readonly detail: Operation }): Source {
  const what = drawer(`day ${program}`, ["board", "detail", "intake", "contact", "escalate"] as const, (kind) => ({ board: 60, detail: 30, intake: 4, contact: 4, escalate: 2 })[kind]);
  const free = [...cards];
  const asked = new Map<Ask, Candidate>();
  return {
    next() {
      const kind = what();
      if (kind === "board" || kind === "detail") return askOf(reading[kind].draw(), program);
      const card = free.shift();
      if (!card) return askOf(reading.board.draw(), program);
      const ask = askOf({ intake, contact, escalate: escalation }[kind](card, sessions), program);
      asked.set(ask, card);
      return ask;
    },
    heard(ask, body) {
      const card = asked.get(ask);
      if (!card) return;
      asked.delete(ask);
      const { case: done, refusal } = outcomeOf(body);
      if (!done) throw new Error(`${program} refused ${refusal?.code ?? ""}: ${body.slice(0, 300)}`);
      if (done.id === card.id) card.version = done.version;
      // One that moved is not moved again: the others come back last.
      if (done.id !== card.id || !/escalate/i.test(ask.body) && ask.path !== "/escalate") free.push(card);
    },
  };
}
