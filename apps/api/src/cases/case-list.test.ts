import { afterAll, expect, it } from "vitest";
import { readCases } from "./case-list.ts";
import { readingScope } from "../access/scope.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { Model } from "../matrix/model.ts";
import { now, viewerOf, viewers } from "../matrix/people.ts";
import { startWorld, worldCases } from "../matrix/world.ts";

const world = await startWorld({ withoutRowSecurity: false });
afterAll(() => world.stop());

const grids = [...new Set(worldCases.map(({ now: c }) => c.gridCode))].filter((code) => code.length === 15);
const [one = "", two = ""] = grids;
const elsewhere = grids.find((code) => !code.startsWith(one.slice(0, 12)))?.slice(0, 12) ?? "";

it.each([
  ["a grid", [one]],
  ["two grids", [one, two]],
  ["a grid and another community", [one, elsewhere]],
  ["a community", [one.slice(0, 12)]],
  ["the district", [one.slice(0, 6)]],
  ["a grid and its district", [one, one.slice(0, 6)]],
])("the order of the last change has every case of %s that a viewer may see, once, page by page", async (_, areas) => {
  for (const who of viewers) {
    const viewer = viewerOf(who);
    const model = new Model(who);
    const expected = worldCases.filter((c) => areas.some((area) => c.now.gridCode.startsWith(area)) && model.case(c) !== "NONE").map((c) => c.now.id);
    const found: string[] = [];
    for (let after: { at: string; id: string } | null = null, more = true; more; ) {
      const page: Awaited<ReturnType<typeof readCases>> = await readCases(new ScopedDatabase(world.appPool, readingScope(viewer)), viewer, { areas, order: "UPDATED", first: 7, after, now });
      found.push(...page.cases.map(({ card }) => card.id));
      const last = page.cases.at(-1);
      after = last ? { at: last.updatedAt, id: last.card.id } : null;
      more = page.hasNext;
    }
    expect([who.key, found.toSorted()]).toEqual([who.key, expected.toSorted()]);
  }
});
