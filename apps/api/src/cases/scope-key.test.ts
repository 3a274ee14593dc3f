import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@bandeng/domain";
import { readBoard } from "./board-query.ts";
import { scopeKey } from "./scope-key.ts";
import { readingScope } from "../access/scope.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { now, personOf, viewerOf, viewers } from "../matrix/people.ts";
import { startWorld, type World } from "../matrix/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const areaSets = [["340802001007001"], ["340802001007"], ["340802001007001", "340802001007002"], ["340802"]];
const boardOf = async (viewer: Viewer, areas: readonly string[]): Promise<string> =>
  JSON.stringify(await readBoard(new ScopedDatabase(world.appPool, readingScope(viewer)), viewer, { areas, view: "ESCALATION", filter: null, first: 100, now }));

describe("whose answer it is", () => {
  it("two viewers of one key get the same board, to the letter; so who sees another one never has it", async () => {
    let shared = 0;
    for (const areas of areaSets) {
      const boards = new Map<string, { readonly who: string; readonly board: string }>();
      for (const person of viewers) {
        const viewer = viewerOf(person);
        const key = scopeKey(viewer, areas);
        const board = await boardOf(viewer, areas);
        const first = boards.get(key);
        if (first === undefined) boards.set(key, { who: person.key, board });
        else {
          shared += 1;
          expect(board, `${person.key} and ${first.who} in ${areas.join()}`).toBe(first.board);
        }
      }
      expect(new Set([...boards.values()].map(({ board }) => board)).size, "not everybody sees the same").toBeGreaterThan(1);
    }
    expect(shared).toBeGreaterThan(5);
  });

  it("is one key for a community's clerk, secretary and deputy, whoever they are", () => {
    const keys = ["own/CLERK", "own/SECRETARY", "own/DEPUTY"].map((who) => scopeKey(viewerOf(personOf(who)), ["340802001007"]));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^all /);
  });

  it("is one's own for whoever does not read everything, and where he reads it not", () => {
    const member = viewerOf(personOf("own/GRID_MEMBER-1"));
    expect(scopeKey(member, ["340802001007001"])).toContain(member.personId);
    const clerk = viewerOf(personOf("own/CLERK"));
    expect(scopeKey(clerk, ["340802"])).toContain(clerk.personId);
    expect(scopeKey(clerk, [])).toContain(clerk.personId);
  });

  it("is another one with another role, another grant of a key, another slip", () => {
    const member = viewerOf(personOf("own/GRID_MEMBER-1"));
    const areas = ["340802001007001"];
    const others: Viewer[] = [
      { ...member, assignments: [] },
      { ...member, convenes: areas },
      { ...member, key: { write: false, personalData: false } },
      { ...member, key: { write: false, personalData: true } },
      { ...member, slip: { caseId: "x", respondent: "y" } },
    ];
    expect(new Set([member, ...others].map((viewer) => scopeKey(viewer, areas))).size).toBe(6);
    const clerk = viewerOf(personOf("own/CLERK"));
    expect(scopeKey({ ...clerk, key: { write: false, personalData: true } }, ["340802001007"])).toContain(clerk.personId);
  });
});
