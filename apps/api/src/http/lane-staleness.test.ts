import { afterAll, beforeAll, expect, it } from "vitest";
import { startApi, type TestApi } from "../testing/api.ts";
import { grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai, tell } from "../testing/verbs.ts";

const board = `query ($areas: [ID!]!) { board(areas: $areas, first: 30) { columns { total cards { nodes { id title supporters place { buildingAddress } } } } } }`;

let one: TestCommunity;
let two: TestApi;
beforeAll(async () => {
  one = await startCommunity(shanghai("2026-03-02", "09:00"));
  two = await startApi({ clock: one.clock, databaseUrl: one.databaseUrl });
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

interface Card {
  readonly id: string;
  readonly title: string;
  readonly supporters: number | null;
  readonly place: { readonly buildingAddress: string | null };
}

async function cards(api: TestApi, as: Username): Promise<readonly Card[]> {
  const { data, errors } = await api.graphql(board, { areas: [grid(5)] }, { as });
  expect(errors).toEqual([]);
  return data.board.columns.flatMap((column: { cards: { nodes: Card[] } }) => column.cards.nodes);
}

it("over HTTP, two instances give no answer older than what was acknowledged by either", async () => {
  const opinion = { words: "下水道又堵了", kind: "OPINION", place: { buildingId: one.sewerBuildingId }, channel: "VISIT", severity: "NORMAL" };
  const { id } = await done(one, "wang", "collectOpinion", null, opinion);
  const dispute = await done(one, "wang", "collectOpinion", null, { ...opinion, kind: "DISPUTE" });
  await one.pool.query("update building set address = 'b0'");
  const known = { supporters: 1, address: 0 };
  let writing = true;
  const read = async (api: TestApi, as: Username): Promise<void> => {
    while (writing) {
      const before = { ...known };
      const seen = await cards(api, as);
      const card = seen.find((c) => c.id === id);
      expect(card?.supporters).toBeGreaterThanOrEqual(before.supporters);
      expect(Number(card?.place.buildingAddress?.slice(1))).toBeGreaterThanOrEqual(before.address);
      expect(seen.find((c) => c.id === dispute.id)?.title === "邻里纠纷").toBe(as === "member5" || as === "street");
    }
  };
  /** Asked twice, so that it is given again, and stands there when the next thing is written. */
  const both = async (wanted: Partial<Card>): Promise<void> => {
    for (const api of [one, two, one, two]) expect((await cards(api, "zhou")).find((c) => c.id === id)).toMatchObject(wanted);
  };
  const write = async (): Promise<void> => {
    for (let n = 1; n <= 5 && writing; n++) {
      const { refusal } = await tell(n % 2 ? one : { ...one, graphql: two.graphql }, "wang", "addOpinion", { caseId: id, words: `第${n}次`, channel: "VISIT", reporterId: await one.resident(`住户${n}`) });
      expect(refusal).toBeNull();
      known.supporters += 1;
      await both({ supporters: known.supporters });
      await one.pool.query("update building set address = $1", [`b${n}`]);
      known.address = n;
      await both({ place: { buildingAddress: `b${n}` } });
    }
  };
  const readers = [one, two].flatMap((api) => (["zhou", "member5", "street"] as const).map((as) => read(api, as)));
  const ended = await Promise.allSettled([...readers, write()].map((part) => part.finally(() => (writing = false))));
  for (const part of ended) if (part.status === "rejected") throw part.reason;
  expect(one.server.laneFigures?.()?.hits).toBeGreaterThan(0);
  expect(two.server.laneFigures?.()?.hits).toBeGreaterThan(0);

  await one.pool.query("update role_assignment set to_date = '2024-01-01' where person_id = $1", [one.people.member5]);
  for (const api of [one, two]) {
    expect(await cards(api, "member5")).toEqual([]);
    expect((await cards(api, "zhou")).length).toBe(2);
  }
}, 120_000);
