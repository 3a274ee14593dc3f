import { expect, test, vi } from "vitest";
import { graphql } from "../graphql/gql.ts";
import { boardDocument } from "../board/board-documents.ts";
import { BoardStore } from "../board/board-store.ts";
import { boardApi, grid, sampleCard, typed } from "../board/testing/board-api.ts";
import { fetchWithRetry } from "./fetch-with-retry.ts";
import { Freshness } from "./freshness.ts";
import { newIdempotencyKey } from "./idempotency.ts";
import { nextCard } from "./next-card.ts";
import { onRefused } from "./refusals.ts";

vi.stubGlobal("localStorage", { getItem: () => null });

const escalate = graphql(`
  mutation TestEscalate($input: EscalateCaseInput!) {
    escalateCase(input: $input) {
      case { ...CaseCard }
      refusal { code message currentVersion }
    }
  }
`);

const input = (id: string) => ({ id, expectedVersion: 3, idempotencyKey: newIdempotencyKey(), reason: "x" });
const asked = { areas: [grid], view: "ESCALATION", filter: null, first: 20 } as const;
const later = <Value>(value: Value, ms: number) => new Promise<Value>((done) => setTimeout(() => done(value), ms));
const payload = (given: object) => ({ escalateCase: { case: null, refusal: null, __typename: "EscalateCasePayload", ...given } });

async function open() {
  const api = boardApi([sampleCard("1"), sampleCard("2"), sampleCard("3", { level: "COMPOUND" })]);
  const store = new BoardStore(api.client, asked);
  store.subscribe(() => {});
  const ids = (key: string) => store.shown.columns?.find((column) => column.key === key)?.cards.map((card) => card.id);
  const total = (key: string) => store.shown.columns?.find((column) => column.key === key)?.total;
  await vi.waitFor(() => expect(ids("BUILDING")).toEqual(["1", "2"]));
  return { api, store, ids, total };
}

test("a move shows before the answer, in both columns and their numbers, and stays after it", async () => {
  const { api, ids, total } = await open();
  api.on("TestEscalate", () => later(payload({ case: typed(sampleCard("1", { level: "COMPOUND", version: 4 })) }), 250));
  const sent = api.client.mutation(escalate, { input: input("1") }).toPromise();
  await vi.waitFor(() => expect(ids("COMPOUND")).toEqual(["1", "3"]), { timeout: 150, interval: 5 });
  expect(ids("BUILDING")).toEqual(["2"]);
  expect([total("BUILDING"), total("COMPOUND")]).toEqual([1, 2]);
  await sent;
  expect(ids("COMPOUND")).toEqual(["1", "3"]);
});

test("a refused move gives back that card only, and is told", async () => {
  const { api, ids } = await open();
  const told: string[] = [];
  const stop = onRefused(({ caseId, code }) => told.push(`${caseId} ${code}`));
  api.on("TestEscalate", (variables) => {
    const { id } = variables["input"] as { id: string };
    return id === "1"
      ? later(payload({ refusal: { code: "FORBIDDEN_ROLE", message: "不行", currentVersion: null, __typename: "Refusal" } }), 250)
      : payload({ case: typed(sampleCard("2", { level: "COMPOUND", version: 4 })) });
  });
  const refused = api.client.mutation(escalate, { input: input("1") }).toPromise();
  const moved = api.client.mutation(escalate, { input: input("2") }).toPromise();
  await vi.waitFor(() => expect(ids("BUILDING")).toEqual([]), { timeout: 150, interval: 5 });
  await Promise.all([refused, moved]);
  await vi.waitFor(() => expect(ids("BUILDING")).toEqual(["1"]));
  expect(ids("COMPOUND")).toEqual(["2", "3"]);
  expect(told).toEqual(["1 FORBIDDEN_ROLE"]);
  stop();
});

test("an answer that was on its way while the card moved does not take it back", async () => {
  const { api, store, ids } = await open();
  api.on("TestEscalate", () => payload({ case: typed(sampleCard("1", { level: "COMPOUND", version: 4 })) }));
  await api.client.mutation(escalate, { input: input("1") }).toPromise();
  // The server's list here still has version 3: stale.
  store.refresh({ atOnce: true });
  await vi.waitFor(() => expect(store.shown.isFetching).toBe(false));
  expect(ids("COMPOUND")).toEqual(["1", "3"]);
  const { data } = await api.client.query(boardDocument, { areas: [grid], view: "ESCALATION", filter: null, first: 20 }).toPromise();
  const all = data?.board.columns.flatMap((column) => column.cards.nodes) ?? [];
  expect(all.find((card) => card.id === "1")).toMatchObject({ level: "COMPOUND", version: 4 });
  // Somebody else then sends it down: newer, and so it holds.
  api.cards = [sampleCard("1", { version: 5 }), sampleCard("2"), sampleCard("3", { level: "COMPOUND" })];
  store.refresh({ atOnce: true });
  await vi.waitFor(() => expect(ids("BUILDING")).toEqual(["1", "2"]));
});

test("what moves by the table: status, level, column, and nothing for the rest", () => {
  const card = { status: "IN_PROGRESS", level: "BUILDING", maxLevel: "BUILDING", closedAt: null, kind: "DIFFICULTY" } as const;
  const now = "2026-11-23T02:00:00.000Z";
  expect(nextCard("escalate", card, {}, now)).toMatchObject({ level: "COMPOUND", maxLevel: "COMPOUND", boardColumn: "COMPOUND" });
  expect(nextCard("escalate", card, { toCommunity: true }, now)).toMatchObject({ level: "COMMUNITY" });
  expect(nextCard("resolve", card, {}, now)).toMatchObject({ status: "RESOLVED", boardColumn: "CALL_BACK" });
  expect(nextCard("accept", { ...card, status: "COLLECTED" }, { severity: "SAFETY" }, now)).toMatchObject({ status: "ACCEPTED", level: "COMMUNITY" });
  expect(nextCard("sendDown", { ...card, level: "STREET", maxLevel: "STREET" }, {}, now)).toMatchObject({ level: "COMMUNITY", maxLevel: "STREET" });
  for (const action of ["assign", "contact", "hold", "resume", "callBack", "correct"] as const) expect(nextCard(action, card, {}, now), action).toBeNull();
});

test("freshness leaves what is as new as it is", () => {
  const freshness = new Freshness();
  const at = (version: number, level: string) => ({ case: { __typename: "Case", id: "1", version, level } });
  freshness.learn(at(4, "COMPOUND"));
  expect(freshness.refresh(at(3, "BUILDING"))).toEqual(at(4, "COMPOUND"));
  const newer = at(5, "BUILDING");
  expect(freshness.refresh(newer)).toBe(newer);
  expect(freshness.refresh(at(3, "BUILDING"))).toEqual(at(3, "BUILDING"));
});

test("questions are asked again where the network failed, mutations never", async () => {
  let tries = 0;
  const broken: typeof fetch = () => {
    tries += 1;
    return tries < 3 ? Promise.reject(new TypeError("offline")) : Promise.resolve(new Response("{}"));
  };
  const patient = fetchWithRetry(broken, [0, 0, 0]);
  await patient("/graphql", { body: JSON.stringify({ query: "query A { a }" }) });
  expect(tries).toBe(3);
  tries = 0;
  await expect(patient("/graphql", { body: JSON.stringify({ query: "mutation A { a }" }) })).rejects.toThrow("offline");
  expect(tries).toBe(1);
});
