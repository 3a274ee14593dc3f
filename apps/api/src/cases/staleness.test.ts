import { setTimeout as pause } from "node:timers/promises";
import pg, { type PoolClient } from "pg";
import type { Instant } from "@bandeng/domain";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { AnswerCache } from "./answer-cache.ts";
import { boardSql, readBoard, type BoardColumnPage, type BoardRequest } from "./board-query.ts";
import { STAMP_SQL, stampAreas } from "./board-stamp.ts";
import type { SeenCase } from "./card.ts";
import { maskedTitle } from "./case-fields.ts";
import { scopeKey } from "./scope-key.ts";
import { benchScope, personScope, readingScope } from "../access/scope.ts";
import { loadViewer } from "../access/viewer.ts";
import { APP_ROLE } from "../database/app-role.ts";
import { urlAs } from "../database/migrate.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import { foldTouches } from "../feed/fold-touches.ts";
import { field } from "../read/connection.ts";
import { asking } from "../read/read-type.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";
import { TEST_APP_PASSWORD } from "../testing/test-ground.ts";

const start = shanghai("2026-03-02", "09:00");
let api: TestCommunity;
let writers: pg.Pool;
beforeAll(async () => {
  api = await startCommunity(start);
  writers = new pg.Pool({ connectionString: urlAs(api.databaseUrl, APP_ROLE, TEST_APP_PASSWORD), max: 12 });
});
afterAll(async () => {
  await writers.end();
  await api.stop();
});

type Shown = readonly BoardColumnPage[];

/** Two instances of the program, each with a cache of its own. */
let instances: readonly AnswerCache[];
beforeEach(() => {
  instances = [new AnswerCache(), new AnswerCache()];
});
const hits = (): number => instances.reduce((sum, cache) => sum + cache.figures().hits, 0);

afterEach(async () => {
  api.clock.set(start);
  await sql("update role_assignment set to_date = null");
});

/** A board as the lane serves it: who asks and the stamp first, then what was kept, else the board. */
async function cachedBoard(cache: AnswerCache, as: Username, area: string, text: string | null): Promise<Shown> {
  const now: Instant = await api.clock.now(api.appPool);
  const personId = api.people[as];
  const viewer = await loadViewer(new ScopedDatabase(api.appPool, personScope(personId)), personId, api.clock);
  const [stamped] = await run<{ stamp: string }>(api.appPool, `select ${STAMP_SQL("$1")} as stamp`, [stampAreas([area])]);
  const stamp = stamped?.stamp ?? "";
  const key = JSON.stringify([area, text, scopeKey(viewer, [area])]);
  const kept = cache.get(key, stamp, now);
  if (kept !== undefined) return JSON.parse(kept.text) as Shown;
  const db = new ScopedDatabase(api.appPool, readingScope(viewer));
  const request: BoardRequest = { areas: [area], view: "ESCALATION", filter: text === null ? null : { text }, first: 50, now };
  const ask = asking(viewer, now, [area]);
  const statement = boardSql(ask, request, [field("columns", field("total"))]);
  const [timed] = await ask.q.run<{ until: Instant | null }>(db, `${statement.with} select ${statement.until} as until, ${statement.board} as board`);
  const columns = await readBoard(db, viewer, request);
  return JSON.parse(cache.put(key, { stamp, until: timed?.until ?? null, text: JSON.stringify(columns) }).text) as Shown;
}

const cardsOf = (columns: Shown): readonly SeenCase[] => columns.flatMap(({ cards }) => cards.edges.map(({ node }) => node));
const sql = (text: string, ...values: unknown[]) => api.pool.query(text, values);
const opened = (as: Username, place: object, kind = "OPINION") =>
  done(api, as, "collectOpinion", null, { words: "下水道又堵了", kind, place, channel: "VISIT", severity: "NORMAL" });

/** Something that changes again and again: what is written at each step, and what a board then shows of it. */
interface Thing {
  readonly write: (client: PoolClient, n: number) => Promise<unknown>;
  readonly shown: (n: number) => unknown;
  /** Undefined where this reader cannot see it anyway. */
  readonly seen: (shown: Shown, reader: Reader) => unknown;
  /** How many writes were begun, and how many were acknowledged. */
  begun: number;
  over: number;
}

interface Reader {
  readonly as: Username;
  readonly area: string;
  readonly text: string | null;
}

const odd = (n: number): boolean => n % 2 === 1;

/** Everything that changes what stands on a card: the case, what it points to, what a filter searches, who may see it. */
async function things(): Promise<{ readonly [name: string]: Thing }> {
  const a = await opened("member5", { buildingId: api.sewerBuildingId });
  const b = await opened("member3", { compoundId: api.compoundId });
  const c = await opened("member5", { buildingId: api.sewerBuildingId });
  const d = await opened("member5", { buildingId: api.sewerBuildingId }, "DISPUTE");
  // Who recorded a case always sees it; here only roles count.
  await sql("update cases set recorded_by = $1", api.people.zhou);
  await sql("update cases set lead_id = $2 where id = $1", a.id, api.people.wang);
  await sql("insert into community_setting (community_code, area_no, wip_limits) values ($1, $2, '{}')", community, `${community}000`);
  const project = "018f0000-0000-7000-8000-000000000001";
  await sql(
    `insert into secretary_project (id, no, version, year, community_code, area_no, secretary_id, title, state, progress, updated_at, project, years, exemplary)
     values ($1, '2026-01', 1, 2026, $2, $3, $4, 'x', 'RUNNING', 0, now(), '{}', '{2026}', false)`, project, community, `${community}000`, api.people.chen,
  );
  const write = (text: (n: number) => readonly unknown[]): Thing["write"] => (client, n) => {
    const [statement, ...values] = text(n);
    return client.query(String(statement), values);
  };
  const card = (shown: Shown, id: string) => cardsOf(shown).find((one) => one.card.id === id);
  const whole = ({ as }: Reader) => as === "zhou" || as === "chen";
  const thing = (part: Omit<Thing, "begun" | "over">): Thing => ({ ...part, begun: 0, over: 0 });
  const onCard = (id: string, of: (one: SeenCase) => unknown): Thing["seen"] => (shown, reader) => {
    const one = reader.text === null ? card(shown, id) : undefined;
    return one && of(one);
  };
  return {
    title: thing({ write: write((n) => ["update cases set title = $2, version = version + 1 where id = $1", a.id, `t${n}`]), shown: (n) => `t${n}`, seen: onCard(a.id, ({ face }) => face.title) }),
    lead: thing({ write: write((n) => ["update person set display_name = $2 where id = $1", api.people.wang, `l${n}`]), shown: (n) => `l${n}`, seen: onCard(a.id, ({ face }) => face.lead?.name) }),
    building: thing({ write: write((n) => ["update building set address = $2 where id = $1", api.sewerBuildingId, `b${n}`]), shown: (n) => `b${n}`, seen: onCard(a.id, ({ face }) => face.place.buildingAddress) }),
    compound: thing({ write: write((n) => ["update compound set name = $2 where id = $1", api.compoundId, `c${n}`]), shown: (n) => `c${n}`, seen: onCard(b.id, ({ face }) => face.place.compoundName) }),
    grid: thing({ write: write((n) => ["update area set name = $2 where code = $1", grid(5), `g${n}`]), shown: (n) => `g${n}`, seen: onCard(a.id, ({ face }) => face.gridName) }),
    limit: thing({ write: write((n) => ["update community_setting set wip_limits = jsonb_build_object('INTAKE', $1::int)", n]), shown: (n) => n, seen: ([intake], { as }) => (as === "neighbour" || as === "member5" ? undefined : intake?.wipLimit) }),
    adoption: thing({ write: write((n) => ["update cases set project_id = $2 where id = $1", b.id, odd(n) ? project : null]), shown: (n) => (odd(n) ? "2026-01" : null), seen: onCard(b.id, ({ face }) => face.projectNo) }),
    // A move to another grid is seen in both.
    move: thing({
      write: write((n) => ["update cases set area_no = $2, grid_code = $3 where id = $1", c.id, Number(grid(odd(n) ? 3 : 5)), grid(odd(n) ? 3 : 5)]),
      shown: odd,
      seen: (shown, { area, text, as }) => (text !== null || as === "member5" || as === "neighbour" || area === community ? undefined : (card(shown, c.id) !== undefined) === (area === grid(3))),
    }),
    words: thing({
      write: write((n) => ["update opinion set words = $2 where case_id = $1", a.id, odd(n) ? "咚咚" : "嗒嗒"]),
      shown: odd,
      seen: (shown, reader) => (reader.text !== null && whole(reader) && reader.area !== grid(3) ? card(shown, a.id) !== undefined : undefined),
    }),
    role: thing({
      write: write((n) => ["update role_assignment set to_date = $2 where person_id = $1", api.people.member5, odd(n) ? "2024-01-01" : null]),
      shown: (n) => !odd(n),
      seen: (shown, { as, area, text }) => (as === "member5" && area === grid(5) && text === null ? card(shown, d.id) !== undefined : undefined),
    }),
    // Never written: what the one sees whole is masked for the other, whoever asked before him.
    dispute: thing({ write: () => Promise.resolve(), shown: () => true, seen: (shown, reader) => onCard(d.id, (one) => (one.face.title !== maskedTitle) === whole(reader))(shown, reader) }),
    neighbour: thing({ write: () => Promise.resolve(), shown: () => 0, seen: (shown, { as }) => (as === "neighbour" ? cardsOf(shown).length : undefined) }),
  };
}

it("no answer is older than what its reader could know of, and none is another's", async () => {
  const changing = await things();
  const all = Object.entries(changing);
  // The values that everything begins with.
  for (const [, thing] of all) await transaction(writers, benchScope, (client) => thing.write(client, 0));
  let [answers, checks, writing] = [0, 0, true];

  const write = async (thing: Thing): Promise<void> => {
    const n = (thing.begun += 1);
    await transaction(writers, benchScope, async (client) => {
      // Transactions that begin early and commit late are those that a stamp made of their numbers would miss.
      await client.query("select pg_current_xact_id()");
      await pause(Math.random() * 15);
      await thing.write(client, n);
      if (odd(n)) await pause(Math.random() * 15);
    });
    thing.over = n;
  };
  /** Each thing by itself, so that nothing else hides that it was not noticed; now and then two at once; and some quiet after them, else nothing would ever be given twice. */
  const writeAll = async (): Promise<void> => {
    const written = all.flatMap(([name, thing]) => (name === "dispute" || name === "neighbour" ? [] : [thing]));
    for (let round = 0; round < 30 && writing; round++) {
      const chosen = round % 3 < 2 ? written.slice((round - Math.floor(round / 3)) % written.length).slice(0, 1) : written.toSorted(() => Math.random() - 0.5).slice(0, 2);
      await Promise.all([...chosen.map(write), ...(round % 5 === 0 ? [foldTouches(api.appPool)] : [])]);
      for (const enough = answers + 9; answers < enough && writing; ) await pause(1);
    }
    writing = false;
  };
  const areas = [grid(5), grid(3), community];
  const readers: readonly Reader[] = [
    ...(["zhou", "chen", "member5", "street", "neighbour"] as const).flatMap((as) => areas.map((area) => ({ as, area, text: null }))),
    ...(["zhou", "chen"] as const).flatMap((as) => [grid(5), community].map((area) => ({ as, area, text: "咚咚" }))),
  ];
  const check = async (cache: AnswerCache, reader: Reader): Promise<void> => {
    const known = new Map(all.map(([name, { over }]) => [name, over]));
    const shown = await cachedBoard(cache, reader.as, reader.area, reader.text);
    for (const [name, thing] of all) {
      const seen = thing.seen(shown, reader);
      if (seen === undefined) continue;
      const from = known.get(name) ?? 0;
      const allowed = Array.from({ length: thing.begun - from + 1 }, (_, i) => thing.shown(from + i));
      checks += 1;
      expect(allowed, `${name} for ${JSON.stringify(reader)}`).toContainEqual(seen);
    }
    answers += 1;
  };
  const read = async (): Promise<void> => {
    while (writing) {
      const reader = readers[Math.floor(Math.random() * readers.length)] as Reader;
      const cache = instances[Math.floor(Math.random() * 2)] as AnswerCache;
      for (let again = 0; again < 5; again++) await check(cache, reader);
    }
  };
  // Whatever fails, nobody writes any more when the next test begins.
  const ended = await Promise.allSettled([read(), read(), read(), writeAll()].map((one) => one.finally(() => (writing = false))));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  expect(checks).toBeGreaterThan(answers);
  expect(hits()).toBeGreaterThan(20);
}, 180_000);

it("a card that falls overdue is counted so at once, though nothing was written", async () => {
  const { due } = await opened("member5", { buildingId: api.sewerBuildingId });
  const at = due?.at as string;
  const overdue = async (now: Instant): Promise<number> => {
    api.clock.set(now);
    const boards = await Promise.all(instances.map((cache) => cachedBoard(cache, "zhou", grid(5), null)));
    const [one, two] = boards.map((columns) => columns.reduce((sum, column) => sum + column.overdue, 0));
    expect(one).toBe(two);
    return one ?? 0;
  };
  const moment = (milliseconds: number): Instant => new Date(Date.parse(at) + milliseconds).toISOString();
  const before = await overdue(moment(-5));
  expect(await overdue(moment(-4))).toBe(before);
  expect(hits()).toBe(2);
  expect(await overdue(moment(0))).toBe(before);
  expect(await overdue(moment(1))).toBeGreaterThan(before);
});

it("a closed card leaves the board on its day, though nothing was written", async () => {
  const { id } = await opened("member5", { buildingId: api.sewerBuildingId });
  await sql("update cases set status = 7, board_column = 7, closed_at = $2, board_at = $2, due = null where id = $1", id, start);
  const shows = async (milliseconds: number): Promise<boolean> => {
    api.clock.set(new Date(Date.parse(start) + 30 * 86_400_000 + milliseconds).toISOString());
    return cardsOf(await cachedBoard(instances[0] as AnswerCache, "zhou", grid(5), null)).some((one) => one.card.id === id);
  };
  expect(await shows(-5)).toBe(true);
  expect(await shows(-4)).toBe(true);
  expect(hits()).toBe(1);
  expect(await shows(0)).toBe(true);
  expect(await shows(1)).toBe(false);
});

it("what is masked for a viewer stays so after another saw it whole", async () => {
  const { id } = await opened("chen", { buildingId: api.sewerBuildingId }, "DISPUTE");
  const cache = instances[0] as AnswerCache;
  for (const as of ["zhou", "member5", "zhou"] as const) {
    const one = cardsOf(await cachedBoard(cache, as, grid(5), null)).find(({ card }) => card.id === id);
    expect(one?.face.visibility).toBe(as === "zhou" ? "WHOLE" : "MASKED");
    expect(one?.face.title === maskedTitle).toBe(as === "member5");
  }
});
