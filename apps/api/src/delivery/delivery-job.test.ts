import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { deliverDue, startDelivery, type Delivering } from "./delivery-job.ts";
import { putIntoOutbox, settleDelivery } from "./outbox.ts";
import { newSecret } from "./sign.ts";
import { mostAtOnce, takeDue } from "./take-due.ts";
import { systemScope } from "../access/scope.ts";
import { transaction } from "../database/transaction.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { smallSchema } from "../testing/small-schema.ts";
import { settableClock } from "../testing/settable-clock.ts";

const now = "2024-03-04T01:00:00.000Z";
const clock = settableClock(now);
const secret = newSecret();
let api: TestApi;
let receiver: Server;
let at = "";
let received: string[] = [];
/** Connections that are open at once, by path. */
let open: Record<string, number> = {};
let mostOpen: Record<string, number> = {};

beforeAll(async () => {
  api = await startApi({ clock, schema: smallSchema().schema });
  receiver = createServer((request, response) => {
    const path = request.url ?? "";
    open[path] = (open[path] ?? 0) + 1;
    mostOpen[path] = Math.max(mostOpen[path] ?? 0, open[path]);
    request.socket.once("close", () => void (open[path] = (open[path] ?? 1) - 1));
    request.resume().on("end", () => {
      received.push(path);
      // Never ends, and never says its status either.
      if (path === "/silent") return;
      if (path === "/trickle") {
        response.writeHead(200);
        const drip = setInterval(() => response.write("."), 20);
        response.once("close", () => clearInterval(drip));
      } else if (path === "/huge") response.writeHead(200).end("x".repeat(50_000_000));
      else if (path === "/binary") response.writeHead(500).end(Buffer.from([0x61, 0, 0xff, 0x62]));
      else response.writeHead(204).end();
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  at = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await api.stop();
});
beforeEach(async () => {
  await api.pool.query("delete from delivery");
  received = [];
  open = {};
  mostOpen = {};
});

/** Endpoints of this test are paths of the receiver. */
function delivering(more: Partial<Delivering["reachable"]> = {}): Delivering {
  return {
    pool: api.appPool, clock, log: api.log, reachable: { loopback: true, timeoutMs: 10_000, ...more },
    prepare: { MESSENGER: ({ endpoint }) => Promise.resolve({ kind: "SEND", url: at + endpoint, body: "{}", secrets: [secret] }), WEBHOOK: () => Promise.reject(new Error("none here")) },
  };
}
async function put(endpoint: string, count = 1): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  await transaction(api.appPool, systemScope, (client) =>
    putIntoOutbox(client, ids.map((id) => ({ id, channel: "MESSENGER" as const, endpoint, subjectId: null, purpose: "EVENT" as const, position: null, type: null, areaNo: 340_802_001_007_000, at: now }))));
  return ids;
}
const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await api.pool.query(sql)).rows;
const seen = (path: string): number => received.filter((one) => one === path).length;

describe("an endpoint that is slow", () => {
  it("R5: keeps four places busy and delays nobody else: 100 go to the healthy one while the silent one hangs", async () => {
    await put("/silent", 40);
    const job = startDelivery(delivering());
    await expect.poll(() => seen("/silent")).toBe(mostAtOnce);
    await put("/fine", 100);
    job.nudge();
    await expect.poll(() => seen("/fine"), { timeout: 8000 }).toBe(100);
    expect([seen("/silent"), mostOpen["/silent"]]).toEqual([mostAtOnce, mostAtOnce]);
    await job.stop();
    expect(await rows("select distinct failure from delivery where endpoint = '/silent' and attempts > 0")).toEqual([{ failure: "STOPPED" }]);
  });

  it("is given no more than four at once by several workers together, and one where it did not answer last time", async () => {
    await put("/silent", 40);
    await put("/fine", 3);
    const taken = await Promise.all([1, 2, 3].map(() => takeDue(api.appPool, now, { most: 64 })));
    expect(taken.flat().filter(({ endpoint }) => endpoint === "/silent")).toHaveLength(mostAtOnce);
    expect(taken.flat().filter(({ endpoint }) => endpoint === "/fine")).toHaveLength(3);
    for (const one of taken.flat()) await settleDelivery(api.appPool, one, { kind: "HELD_BACK", until: now }, now);
    expect(await takeDue(api.appPool, now, { most: 64, troubled: ["MESSENGER /silent"] })).toHaveLength(1 + 3);
  });

  it("does not stand first because its backlog is older: every endpoint has its turn", async () => {
    await put("/silent", 40);
    await put("/a", 2);
    await put("/b", 2);
    expect((await takeDue(api.appPool, now, { most: 4 })).map(({ endpoint }) => endpoint).toSorted()).toEqual(["/a", "/b", "/silent", expect.any(String)]);
  });
});

describe("an answer", () => {
  it("that trickles for ever, or is huge, counts by its status and is cut", async () => {
    await put("/trickle", 2);
    await put("/huge");
    await put("/fine", 3);
    expect(await deliverDue(delivering({ readingMs: 100 }))).toBe(6);
    expect(await rows("select endpoint, delivered, attempts::int, http_status::int as status from delivery group by 1, 2, 3, 4 order by endpoint")).toEqual([
      { endpoint: "/fine", delivered: true, attempts: 1, status: 204 }, { endpoint: "/huge", delivered: true, attempts: 1, status: 200 }, { endpoint: "/trickle", delivered: true, attempts: 1, status: 200 },
    ]);
    expect(await rows("select max(length(response)) as most from delivery_attempt")).toEqual([{ most: 1024 }]);
  });

  it("is written down with what was sent, how long it took and its first kilobyte, whatever its bytes", async () => {
    const [id] = await put("/binary");
    await deliverDue(delivering());
    const [attempt, ...more] = await rows("select delivery_id as id, at, milliseconds, status::int, failure, headers, response from delivery_attempt");
    expect(more).toEqual([]);
    expect(attempt).toMatchObject({ id, at: now, status: 500, failure: "HTTP_500", response: "a��b", headers: { "webhook-id": id, "webhook-signature": expect.stringMatching(/^v1,/) } });
    expect(attempt?.["milliseconds"]).toBeGreaterThanOrEqual(0);
  });

  it("that never comes is a failure when its time is over", async () => {
    await put("/silent");
    await deliverDue(delivering({ timeoutMs: 50 }));
    expect(await rows("select status, failure, response from delivery_attempt")).toEqual([{ status: null, failure: "TIMEOUT", response: null }]);
  });
});

it("whoever lost the lease writes down the attempt, and not what became of the message", async () => {
  await put("/fine");
  const [first] = await takeDue(api.appPool, now, { most: 1 });
  clock.set("2024-03-04T01:00:30.000Z");
  const [second] = await takeDue(api.appPool, "2024-03-04T01:00:30.000Z", { most: 1 });
  clock.set(now);
  if (first === undefined || second === undefined) throw new Error("nothing was due");
  await settleDelivery(api.appPool, first, { kind: "FAILED", status: 500, failure: "HTTP_500" }, now, { at: now, milliseconds: 2, headers: {}, response: "" });
  expect(await rows("select lease, failure from delivery")).toEqual([{ lease: second.lease, failure: null }]);
  await settleDelivery(api.appPool, second, { kind: "DELIVERED", status: 204 }, now, { at: now, milliseconds: 1, headers: {}, response: "" });
  expect(await rows("select delivered, failure from delivery")).toEqual([{ delivered: true, failure: null }]);
  expect(await rows("select milliseconds from delivery_attempt order by 1")).toEqual([{ milliseconds: 1 }, { milliseconds: 2 }]);
});
