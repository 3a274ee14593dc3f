import { branchOf, categories, deadlineRuleNames } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { community, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { at18, done, look, refused, shanghai, tell } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-06-03", "09:00"));
});
afterAll(() => api.stop());

const shown = `communityCode version deadlines { name value default unit fixed } wipLimits { column limit } categories { id branch kinds zh en off own } templates { id kind name body }`;

async function settings(as: Username, code = community) {
  const { data, errors } = await api.graphql(`query ($code: ID!) { communitySettings(communityCode: $code) { ${shown} } }`, { code }, { as });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.communitySettings;
}

async function set(as: Username, verb: "setDeadlines" | "setWipLimits" | "setCategories" | "setTemplates", more: object) {
  const version = (await api.pool.query("select version from community_setting where community_code = $1", [community])).rows[0]?.version ?? 0;
  const { data, errors } = await api.graphql(
    `mutation ($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { settings { ${shown} } refusal { code message currentVersion } } }`,
    { input: { id: community, expectedVersion: version, idempotencyKey: uuidv7(), ...more } },
    { as },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data[verb];
}

const tree = (edit: (leaf: { id: string; zh: string; off: boolean }) => object = () => ({})) =>
  categories.map((c) => ({ id: c.id, branch: branchOf(c), zh: c.zh, en: c.en, off: false, ...edit({ id: c.id, zh: c.zh, off: false }) }));
const told = { words: "楼道里堆满了东西", kind: "DIFFICULTY", place: {}, channel: "VISIT" };
const collected = (more: object = {}) => done(api, "zhou", "collectOpinion", null, { ...told, place: { compoundId: api.compoundId }, ...more });
const accept = { kind: "DIFFICULTY", category: "assets.stairwell", severity: "NORMAL" };

describe("settings", () => {
  it("are the defaults until something is set, for whoever works in the community and for nobody else", async () => {
    const unset = await settings("member3");
    expect(unset).toMatchObject({ communityCode: community, version: 0, wipLimits: [], templates: [] });
    expect(unset.deadlines.map((d: { name: string }) => d.name)).toEqual(deadlineRuleNames);
    expect(unset.deadlines[1]).toEqual({ name: "resolveDays.BUILDING", value: 3, default: 3, unit: "WORKING_DAYS", fixed: false });
    expect(unset.categories).toHaveLength(categories.length);
    for (const [as, code] of [["neighbour", community], ["zhou", "340802001"], ["zhou", "340802001007003"], ["zhou", "x"]] as const) expect(await settings(as, code)).toBeNull();
    for (const verb of ["setDeadlines", "setWipLimits", "setCategories", "setTemplates"] as const) {
      const more = { setDeadlines: { rules: [] }, setWipLimits: { limits: [] }, setCategories: { categories: [] }, setTemplates: { templates: [] } }[verb];
      for (const as of ["zhou", "neighbour", "admin", "district"] as const) expect((await set(as, verb, more)).refusal.code).toBe("FORBIDDEN_RIGHT");
    }
    expect((await api.pool.query("select from community_setting")).rowCount).toBe(0);
  });

  it("are versioned, logged and audited, each as a whole", async () => {
    const key = uuidv7();
    const limits = [{ column: "COMMUNITY", limit: 4 }, { column: "INTAKE", limit: 9 }];
    const first = await set("fu", "setWipLimits", { limits, idempotencyKey: key });
    expect(first).toMatchObject({ settings: { version: 1, wipLimits: [{ column: "INTAKE", limit: 9 }, { column: "COMMUNITY", limit: 4 }] }, refusal: null });
    expect(await set("fu", "setWipLimits", { limits, idempotencyKey: key, expectedVersion: 0 })).toEqual(first);
    expect((await set("chen", "setWipLimits", { limits: [], expectedVersion: 0 })).refusal).toMatchObject({ code: "CONFLICT", currentVersion: 1 });
    expect((await set("chen", "setWipLimits", { limits })).refusal.code).toBe("NOTHING_TO_AMEND");
    const { rows } = await api.pool.query("select seq, type, actor_id, payload from event where stream_kind = 'SETTING'");
    expect(rows).toEqual([{ seq: 1, type: "WIP_LIMITS_SET", actor_id: api.people.fu, payload: { wipLimits: { INTAKE: 9, COMMUNITY: 4 } } }]);
    const audit = await api.pool.query("select outcome, code from audit where action = 'setWipLimits' and subject_kind = 'SETTING' order by at, outcome");
    expect(audit.rows.filter((r) => r.outcome === "DONE")).toHaveLength(1);
    const board = await api.graphql(`{ board(areas: ["${community}"], first: 1) { columns { column wipLimit } } }`, {}, { as: "zhou" });
    expect(board.data.board.columns.filter((c: { wipLimit: number | null }) => c.wipLimit)).toEqual([{ column: "INTAKE", wipLimit: 9 }, { column: "COMMUNITY", wipLimit: 4 }]);
  });
});

describe("deadlines", () => {
  it("hold for what begins from then on; the preview says what would be overdue today", async () => {
    const before = (await collected()).id;
    expect(await done(api, "li", "acceptCase", before, accept)).toMatchObject({ due: { at: at18("2024-06-06") } });
    api.clock.set(shanghai("2024-06-05", "09:00"));
    const preview = async (as: Username, rules: object[]) => (await api.graphql(
      `query ($c: ID!, $rules: [DeadlineRuleInput!]!) { deadlinePreview(communityCode: $c, rules: $rules) { overdue { kind level open now would } refusal { code } } }`, { c: community, rules }, { as },
    )).data.deadlinePreview;
    const tight = [{ name: "resolveDays.BUILDING", value: 1 }];
    expect(await preview("chen", tight)).toEqual({ overdue: [{ kind: "LEVEL", level: "BUILDING", open: 1, now: 0, would: 1 }], refusal: null });
    expect(await preview("chen", [])).toMatchObject({ overdue: [{ would: 0 }] });
    expect(await preview("wang", tight)).toEqual({ overdue: [], refusal: null });
    expect(await preview("neighbour", tight)).toBeNull();
    expect(await preview("chen", [{ name: "resolveDays.BUILDING", value: 0 }])).toMatchObject({ refusal: { code: "DEADLINES_WRONG" } });

    expect((await set("chen", "setDeadlines", { rules: [{ name: "confirmationNaturalDays", value: 31 }] })).refusal.message).toContain("司法确认申请");
    expect((await set("chen", "setDeadlines", { rules: tight })).settings.deadlines[1]).toMatchObject({ value: 1, default: 3 });
    expect((await look(api, "zhou", before))?.due?.at).toBe(at18("2024-06-06"));
    const after = (await collected()).id;
    expect(await done(api, "li", "acceptCase", after, accept)).toMatchObject({ due: { at: at18("2024-06-06") }, segments: [{ level: "BUILDING" }] });
    // The other levels stay as they were: a case that goes up has five days.
    expect(await done(api, "li", "escalateCase", after, { reason: "楼里办不了" })).toMatchObject({ due: { at: at18("2024-06-13") } });
  });
});

describe("categories", () => {
  it("are the community's own for every case: renamed, switched off, added", async () => {
    const given = [...tree(({ id, zh }) => ({ off: id === "assets.stairwell", zh: id === "assets.roof" ? "屋顶" : zh })), { id: null, branch: "assets", zh: "健身器材", off: false }];
    const { settings: own } = await set("chen", "setCategories", { categories: given });
    expect(own.categories.filter((c: { own: boolean; off: boolean; zh: string }) => c.own || c.off || c.zh === "屋顶").map((c: { id: string }) => c.id)).toEqual(["assets.stairwell", "assets.roof", "assets.own1"]);
    const id = (await collected()).id;
    expect(await refused(api, "li", "acceptCase", id, accept)).toBe("CATEGORY_OFF");
    await done(api, "li", "acceptCase", id, { ...accept, category: "assets.own1" });
    expect(await refused(api, "li", "amendCase", id, { category: "assets.own2" })).toBe("UNKNOWN_CATEGORY");
    const elsewhere = { ...told, words: "东西很多", category: "assets.own1", place: {} };
    expect((await tell(api, "neighbour", "collectOpinion", elsewhere)).refusal?.code).toBe("UNKNOWN_CATEGORY");
    const trees = async (as: Username) => (await api.graphql(`{ categoryTrees(areas: ["340802"]) { communityCode categories { id zh } } }`, {}, { as })).data.categoryTrees;
    expect(await trees("street")).toEqual([{ communityCode: community, categories: own.categories.map(({ id: one, zh }: { id: string; zh: string }) => ({ id: one, zh })) }]);
    expect(await trees("neighbour")).toEqual([]);
  });
});

describe("templates", () => {
  it("are offered to whoever works in the community", async () => {
    const { settings: own } = await set("chen", "setTemplates", { templates: [{ kind: "RESULT", name: "已疏通", body: "已请师傅疏通。" }, { kind: "ANSWER", name: "已报修", body: "已经报修。" }] });
    expect(own.templates.map((t: { kind: string; name: string }) => `${t.kind} ${t.name}`)).toEqual(["ANSWER 已报修", "RESULT 已疏通"]);
    expect((await settings("member5")).templates).toEqual(own.templates);
    expect((await set("chen", "setTemplates", { templates: [{ kind: "ANSWER", name: "", body: "x" }] })).refusal.code).toBe("TEXT_REQUIRED");
  });
});
