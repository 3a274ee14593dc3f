import { fork, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { secretOf } from "./webhook-store.ts";
import { APP_ROLE } from "../database/app-role.ts";
import { urlAs } from "../database/migrate.ts";
import { newSecret } from "../delivery/sign.ts";
import { sequenceAll } from "../testing/sequence-all.ts";
import { testAuditKeys } from "../testing/api.ts";
import { startCommunity, type TestCommunity } from "../testing/community.ts";
import { testDataKeys } from "../testing/data-keys.ts";
import { TEST_APP_PASSWORD } from "../testing/test-ground.ts";
import { done, shanghai } from "../testing/verbs.ts";
import { testKey } from "../testing/webhooks.ts";

/** `pnpm webhooks:stress` runs it large. */
const MESSAGES = Number(process.env["BANDENG_STRESS_MESSAGES"] ?? 40);
const KILLS = Number(process.env["BANDENG_STRESS_KILLS"] ?? 1);
const WORKERS = KILLS > 5 ? 3 : 2;
const start = shanghai("2024-03-04", "09:00");


let api: TestCommunity;
let receiver: Server;
/** By webhook-id: how often it was accepted. */
const got = new Map<string, { position: number; tries: number; accepted: number }>();
const answered: Record<string, number> = {};
const workers: ChildProcess[] = [];

/** Three in ten attempts fail, by the message and which try it is: the same in every run. */
function troubleOf(id: string, tries: number): "hang" | "reset" | 302 | 429 | 500 | null {
  const [byte = 0, kind = 0] = createHash("sha256").update(`${id} ${tries}`).digest();
  return byte < 77 ? ((["hang", "reset", 302, 429, 500] as const)[kind % 5] ?? 500) : null;
}

beforeAll(async () => {
  api = await startCommunity(start);
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
      const id = String(request.headers["webhook-id"]);
      const one = got.get(id) ?? { position: JSON.parse(Buffer.concat(chunks).toString()).data.position as number, tries: 0, accepted: 0 };
      one.tries += 1;
      got.set(id, one);
      const trouble = troubleOf(id, one.tries);
      answered[String(trouble)] = (answered[String(trouble)] ?? 0) + 1;
      if (trouble === "hang") return;
      if (trouble === "reset") return void request.socket.destroy();
      if (trouble === null) one.accepted += 1;
      response.writeHead(trouble ?? 204, trouble === 302 ? { location: "http://127.0.0.1:1/" } : {}).end();
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
});
afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  receiver.closeAllConnections();
  receiver.close();
  await api.stop();
});

async function startWorker(): Promise<ChildProcess> {
  const url = urlAs(api.databaseUrl, APP_ROLE, TEST_APP_PASSWORD);
  const worker = fork(fileURLToPath(new URL("../testing/webhook-worker.ts", import.meta.url)), [url], { execArgv: ["--conditions=@bandeng/source", "--import", "tsx"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  workers.push(worker);
  await new Promise<void>((ready, fail) => worker.once("message", () => ready()).once("exit", () => fail(new Error("a worker did not start"))));
  return worker;
}

const count = async (sql: string): Promise<number> => Number((await api.pool.query(sql)).rows[0].n);
/** What could be sent at this moment, and what is in somebody's hands. */
const takable = "select count(*) as n from delivery, stress_clock where ended_at is null and next_at <= at and (leased_until is null or leased_until <= at)";
const unfilled = "select count(*) as n from webhook_endpoint, feed_head where webhook_endpoint.position < feed_head.position";
const waiting = "select count(*) as n from delivery where ended_at is null";

it(`R5: of ${MESSAGES} messages none is lost while workers are killed and three in ten attempts fail; what comes twice has the same id`, async () => {
  const hook = uuidv7();
  const keyId = await testKey(api, "340802");
  const id = (await done(api, "zhang", "collectOpinion", null, { words: "堵", title: "堵", kind: "DIFFICULTY", category: "assets.sewer", place: { compoundId: api.compoundId }, channel: "PROXY" })).id;
  await sequenceAll(api.appPool, testAuditKeys);
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  await api.pool.query("create table stress_clock as select $1::timestamptz(3) as at", [start]);
  await api.pool.query(`grant select on stress_clock to ${APP_ROLE}`);
  await api.pool.query(
    `insert into webhook_endpoint (id, version, key_id, area_code, area_no, name, url, secret_enc, areas, subjects, types, position, created_at)
     values ($1, 1, $2, '340802', 340802000000000, 'stress', $3, $4, '{}', '{}', '{}', (select position from feed_head), $5)`,
    [hook, keyId, url, testDataKeys.seal(newSecret(), secretOf(hook)), start],
  );
  const first = await count("select position + 1 as n from feed_head");
  const seq = await count(`select max(seq) as n from event where stream_id = '${id}'`);
  const add = async (from: number, to: number): Promise<void> => {
    await api.pool.query(
      `insert into event (id, stream_kind, stream_id, seq, type, payload, has_due, actor_id, at, recorded_at, area_no)
       select gen_random_uuid(), 'CASE', $1, $2 + i, 'CONTACTED', '{"kind": "NOTE"}', false, $3, $4, $4, 340802001007003 from generate_series($5::int, $6::int) i`,
      [id, seq, api.people.zhou, start, from, to],
    );
    await sequenceAll(api.appPool, testAuditKeys);
  };
  const alive = await Promise.all(Array.from({ length: WORKERS }, startWorker));
  let [added, kills] = [0, 0];
  let still = 0;
  for (let progress = -1; added < MESSAGES || (await count(unfilled)) > 0 || (await count(waiting)) > 0; ) {
    const portion = Math.ceil(MESSAGES / (KILLS + 1));
    const delivered = await count("select count(*) as n from delivery where delivered");
    if (added < MESSAGES && delivered >= added * 0.5) {
      await add(added + 1, Math.min(added + portion, MESSAGES));
      added = Math.min(added + portion, MESSAGES);
    }
    // In the middle of what was just put in.
    if (kills < KILLS && got.size > (kills + 0.3) * portion) {
      alive.shift()?.kill("SIGKILL");
      kills += 1;
      // One is always left while the next one starts.
      if (kills < KILLS) alive.push(await startWorker());
    }
    const now = [...got.values()].reduce((sum, { tries }) => sum + tries, 0) + delivered;
    still = now === progress ? still + 1 : 0;
    progress = now;
    // Nothing moves any more: on to the next moment at which something is due, or a dead worker's lease is over.
    if (still >= 8 && (await count(unfilled)) === 0) {
      // What could be taken and is not waits for the place that a dead worker's lease still holds at the endpoint.
      const next = (await count(takable)) === 0 ? "min(greatest(next_at, coalesce(leased_until, next_at)))" : "min(leased_until) filter (where leased_until > at)";
      await api.pool.query(`update stress_clock set at = greatest(at, coalesce((select ${next} from delivery where ended_at is null), at))`);
      still = 0;
    }
    await new Promise((pass) => setTimeout(pass, 50));
  }
  expect(kills).toBe(KILLS);
  const all = [...got.entries()];
  const dead = await count("select count(*) as n from delivery where ended_at is not null and not delivered");
  const accepted = all.filter(([, one]) => one.accepted > 0);
  const twice = accepted.filter(([, one]) => one.accepted > 1).length;
  const days = (Date.parse((await api.pool.query("select at from stress_clock")).rows[0].at) - Date.parse(start)) / 86_400_000;
  if (process.env["BANDENG_STRESS_MESSAGES"] !== undefined) process.stdout.write(`${JSON.stringify({ MESSAGES, kills, dead, accepted: accepted.length, twice, days, answered })}\n`);
  // One id a place in the feed, one place an id: what came twice came under the same id.
  expect(new Set(all.map(([, { position }]) => position)).size).toBe(all.length);
  expect(all.length).toBe(MESSAGES);
  expect(all.map(([, { position }]) => position).toSorted((a, b) => a - b)).toEqual(Array.from({ length: MESSAGES }, (_, i) => first + i));
  // What was given up after ten attempts, if anything, stands in the log and can be sent again.
  expect(accepted.length).toBeGreaterThanOrEqual(MESSAGES - dead);
  expect(dead).toBeLessThanOrEqual(Math.ceil(MESSAGES / 1000));
  expect(twice).toBeLessThanOrEqual(Math.max(4 * 16 * KILLS, MESSAGES / 100));
}, Number(process.env["BANDENG_STRESS_MINUTES"] ?? 1) * 60_000);
