import { afterAll, beforeAll, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-05-06", "09:00"));
  const [one, two] = [uuidv7(), uuidv7()];
  await api.pool.query("insert into unit (id, building_id, no) values ($1, $3, 1), ($2, $3, 2)", [one, two, api.sewerBuildingId]);
  const doors = [[two, 1, "101", "HOME"], [one, 10, "1001", "HOME"], [one, 2, "201", "HOME"], [null, 1, "商铺1", "SHOP"], [one, 1, "102", "HOME"]] as const;
  for (const [unit, floor, room, kind] of doors) {
    await api.pool.query("insert into household (id, building_id, unit_id, floor, room, kind) values ($1, $2, $3, $4, $5, $6)", [uuidv7(), api.sewerBuildingId, unit, floor, room, kind]);
  }
});
afterAll(() => api.stop());

async function page(as: Username, more = "first: 100") {
  const { data, errors } = await api.graphql(`query ($id: ID!) { doors(buildingId: $id, ${more}) { nodes { unitNo room shop } pageInfo { hasNextPage endCursor } } }`, { id: api.sewerBuildingId }, { as });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.doors as { nodes: { unitNo: number | null; room: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

it("has the doors of a building as one walks past them, shops last, page by page", async () => {
  const told = (nodes: { unitNo: number | null; room: string }[]) => nodes.map(({ unitNo, room }) => `${unitNo ?? ""}-${room}`);
  expect(told((await page("member3")).nodes)).toEqual(["1-102", "1-201", "1-1001", "2-101", "-商铺1"]);
  const first = await page("zhou", "first: 2");
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(told((await page("zhou", `first: 3, after: "${first.pageInfo.endCursor}"`)).nodes)).toEqual(["1-1001", "2-101", "-商铺1"]);
});

// Runs under each layer alone as well: vitest.rows.config.ts, vitest.conditions.config.ts.
it("is kept to the community", async () => {
  expect((await page("neighbour")).nodes).toEqual([]);
});
