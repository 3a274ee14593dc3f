import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
const told: string[] = [];

/** Eight opinions of grid 003, an hour apart; a dispute; one of grid 005. */
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-04", "08:00"));
  for (let i = 0; i < 8; i++) {
    api.clock.set(shanghai("2024-03-04", `${String(8 + i).padStart(2, "0")}:00`));
    told.push(await say("zhou", { words: `第${i}位居民:没有地方晾衣服`, channel: ["VISIT", "PHONE"][i % 2], voicedAt: i === 3 ? shanghai("2024-03-01", "08:00") : null }));
  }
  await say("zhou", { words: "邻居在门口晾衣服滴水", kind: "DISPUTE", category: "disputes.drying" });
  await say("zhou", { words: "路灯不亮", category: "assets.lighting", place: { buildingId: api.sewerBuildingId } });
});
afterAll(() => api.stop());

async function say(as: Username, more: Record<string, unknown>): Promise<string> {
  const input = { kind: "OPINION", category: "assets.drying", place: { compoundId: api.compoundId }, channel: "VISIT", ...more };
  return (await done(api, as, "collectOpinion", null, input)).id;
}
interface Page {
  readonly nodes: { readonly words: string; readonly answer: string; readonly case: { readonly id: string } }[];
  readonly edges: { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}
async function list(as: Username, filter: object | null = null, more: { areas?: string[]; first?: number; after?: string | null; order?: string } = {}): Promise<Page> {
  const { data, errors } = await api.graphql(
    `query ($areas: [ID!]!, $filter: OpinionFilter, $order: OpinionOrder! = OLDEST, $first: Int!, $after: String) {
       opinions(areas: $areas, filter: $filter, order: $order, first: $first, after: $after) { nodes { words answer case { id } } edges { cursor } pageInfo { hasNextPage endCursor } totalCount } }`,
    { areas: [community], filter, first: 100, ...more },
    { as },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.opinions as Page;
}
const numbers = ({ nodes }: Page): string => nodes.map(({ words }) => words.match(/\d/)?.[0] ?? words.slice(0, 2)).join(" ");

describe("the list of opinions", () => {
  test("who has waited longest first, or what came in last first, of the areas asked for", async () => {
    expect(numbers(await list("zhou"))).toBe("0 1 2 3 4 5 6 7 邻居 路灯");
    expect(numbers(await list("zhou", null, { order: "LATEST" }))).toBe("路灯 邻居 7 6 5 4 3 2 1 0");
    expect(numbers(await list("zhou", null, { areas: [grid(5)] }))).toBe("路灯");
    expect(numbers(await list("district", null, { areas: ["340802"] }))).toBe("0 1 2 3 4 5 6 7 路灯");
  });

  test("a page at a time, each once, however many come in meanwhile", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await list("li", null, { first: 3, after, areas: [grid(3)] });
      seen.push(...page.nodes.map(({ words }) => words));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(9);
    expect(new Set(seen).size).toBe(9);
    expect((await list("li", null, { first: 3, areas: [grid(3)] })).totalCount).toBe(9);
  });

  test("of disputes only to those who see them whole, of other areas nothing, and no count tells", async () => {
    const seen = async (as: Username): Promise<string> => {
      const page = await list(as);
      expect(page.totalCount, as).toBe(page.nodes.length);
      return numbers(page);
    };
    expect(await seen("li")).toBe("0 1 2 3 4 5 6 7 邻居");
    expect(await seen("member3")).toBe("0 1 2 3 4 5 6 7");
    expect(await seen("member5")).toBe("路灯");
    expect(await seen("street")).toBe("0 1 2 3 4 5 6 7 路灯");
    for (const who of ["neighbour", "admin", "zhang", "housing"] as const) expect(await seen(who), who).toBe("");
    const hidden = (await list("zhou", { text: "滴水" })).nodes[0];
    const { rows } = await api.pool.query("select id from opinion where case_id = $1", [hidden?.case.id]);
    const { data } = await api.graphql("query ($id: ID!) { opinion(id: $id) { id } }", { id: rows[0].id }, { as: "member3" });
    expect(data.opinion).toBeNull();
  });

  test("narrowed by channel, lateness, days, words and pinyin", async () => {
    expect(numbers(await list("zhou", { channels: ["PHONE"] }))).toBe("1 3 5 7");
    expect(numbers(await list("zhou", { recordedLate: true }))).toBe("3");
    expect(numbers(await list("zhou", { recordedLate: false, channels: ["PHONE"] }))).toBe("1 5 7");
    expect(numbers(await list("zhou", { recordedFrom: shanghai("2024-03-04", "10:00"), recordedTo: shanghai("2024-03-04", "12:00") }))).toBe("2 3");
    expect(numbers(await list("zhou", { text: "第5位" }))).toBe("5");
    expect(numbers(await list("zhou", { text: "ldbl" }))).toBe("路灯");
    expect(numbers(await list("zhou", { text: "100%" }))).toBe("");
    expect(numbers(await list("zhou", { pointId: uuidv7() }))).toBe("");
    expect(numbers(await list("zhou", { contactDayId: "门口" }))).toBe("");
  });

  test("what is unanswered gets short: waiting, owed, told", async () => {
    const id = told[0] as string;
    await done(api, "member3", "acceptCase", id, { kind: "OPINION", category: "assets.drying", severity: "NORMAL" });
    await done(api, "member3", "answerCase", id, { answer: "下月安装" });
    expect(numbers(await list("zhou", { answers: ["OWED"] }))).toBe("0");
    expect(numbers(await list("zhou", { unanswered: true, channels: ["VISIT"] }))).toBe("0 2 4 6 邻居 路灯");
    await done(api, "zhou", "recordContact", id, { kind: "RESULT_TOLD", words: "告诉了" });
    expect(numbers(await list("zhou", { unanswered: true, channels: ["VISIT"] }))).toBe("2 4 6 邻居 路灯");
    expect(numbers(await list("zhou", { unanswered: false }))).toBe("0");
    expect(numbers(await list("zhou", { answers: ["WAITING", "ANSWERED"], channels: ["VISIT"] }))).toBe("0 2 4 6 邻居 路灯");
  });

  test("takes no cursor but its own", async () => {
    const { errors } = await api.graphql(`{ opinions(areas: ["${community}"], first: 1, after: "abc") { nodes { id } } }`, {}, { as: "zhou" });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });
});

describe("likely duplicates while typing", () => {
  async function likely(as: Username, input: { place?: object; kind?: string | null; category?: string | null; words?: string; first?: number }): Promise<{ score: number; samePlace: string; sameCategory: boolean; wordsPercent: number; case: { title: string; actions: { action: string; allowed: boolean }[] } }[]> {
    const { data, errors } = await api.graphql(
      `query ($place: PlaceInput!, $kind: CaseKind, $category: ID, $words: String!, $first: Int!) {
         likelyDuplicates(place: $place, kind: $kind, category: $category, words: $words, first: $first) { score samePlace sameCategory wordsPercent case { title actions { action allowed } } } }`,
      { place: { compoundId: api.compoundId }, words: "", first: 10, ...input },
      { as },
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.likelyDuplicates as never;
  }

  test("the same place and category, or similar words, the likeliest first, as many as asked for", async () => {
    const found = await likely("zhou", { kind: "OPINION", category: "assets.drying", words: "第6位居民没地方晾衣服", first: 3 });
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ samePlace: "COMPOUND", sameCategory: true, case: { title: expect.stringContaining("第6位") } });
    expect(found[0]?.score).toBeGreaterThan(found[1]?.score ?? 100);
    expect(found[0]?.case.actions.find(({ action }) => action === "support")?.allowed).toBe(true);
    expect((await likely("zhou", { kind: "OPINION", words: "晾衣服" })).length).toBe(8);
    expect(await likely("zhou", { kind: "OPINION", words: "电梯坏了没人修" })).toEqual([]);
  });

  test("by pinyin, which the titles are kept in", async () => {
    expect((await likely("member5", { place: { buildingId: api.sewerBuildingId }, words: "ludengbuliang" })).map(({ wordsPercent }) => wordsPercent)).toEqual([100]);
  });

  test("never a dispute to those who may not see it whole, nor anything of another community", async () => {
    const wanted = { kind: "DISPUTE", category: "disputes.drying", words: "晾衣服滴水" };
    expect((await likely("li", wanted)).length).toBe(1);
    for (const who of ["member3", "street", "neighbour", "zhang"] as const) expect(await likely(who, wanted), who).toEqual([]);
    expect((await likely("member3", { ...wanted, kind: null })).map(({ case: c }) => c.title).join()).not.toContain("滴水");
    expect(await likely("neighbour", { words: "晾衣服" })).toEqual([]);
  });

  test("of an unknown place nothing, and of what is no place nothing", async () => {
    expect(await likely("zhou", { place: {}, category: "assets.drying", words: "晾衣服" })).toEqual([]);
    expect(await likely("zhou", { place: { buildingId: "3号楼" }, category: "assets.drying", words: "晾衣服" })).toEqual([]);
  });

  test("closed ones too, to look at and not to add to; all of them for 90 days", async () => {
    const [id] = told as [string];
    const { rows } = await api.pool.query("select id from opinion where case_id = $1", [id]);
    await done(api, "zhou", "recordCallback", id, { respondent: `opinion:${rows[0].id}`, reached: true, resolved: true, satisfaction: "SATISFIED" });
    const closed = (await likely("zhou", { kind: "OPINION", words: "第0位居民没有地方晾衣服" }))[0];
    expect(closed).toMatchObject({ case: { title: expect.stringContaining("第0位") } });
    expect(closed?.case.actions.find(({ action }) => action === "support")?.allowed).toBe(false);
    const left = async (day: string, time: string): Promise<number> => {
      api.clock.set(shanghai(day, time));
      return (await likely("zhou", { kind: "OPINION", words: "晾衣服" })).length;
    };
    // Told at 8:00 to 15:00 of 4 March, and the first of them closed at 15:00.
    expect([await left("2024-06-02", "08:00"), await left("2024-06-02", "14:59"), await left("2024-06-02", "15:01")]).toEqual([8, 2, 0]);
  });
});
