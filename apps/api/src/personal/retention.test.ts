import { epochMillisecondsOf, instantOf } from "@bandeng/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { testDataKeys } from "../testing/data-keys.ts";
import { checked, logFloor, retentionRules, retire, type RetentionRule } from "./retention.ts";
import { phoneOf } from "./data-keys.ts";
import { auditRetention } from "../audit/retire-audit.ts";
import { startCommunity, type TestCommunity } from "../testing/community.ts";
import { report } from "../testing/personal.ts";
import { done, shanghai } from "../testing/verbs.ts";

const start = shanghai("2024-04-26", "09:00");
const day = (n: number): string => instantOf(epochMillisecondsOf(start) + n * 86_400_000);

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(start);
});
afterAll(() => api.stop());

const run = async (at: string, key: string, more: object = {}) => (await retire(api.appPool, { now: at, ...more })).find((one) => one.key === key)?.count;

describe("C33: logs", () => {
  it("C33: are kept six months at least: no rule can be shorter", () => {
    const logs = retentionRules.filter(({ isLog }) => isLog);
    expect(logs.map(({ key }) => key).toSorted()).toEqual(["audit", "logs"]);
    for (const rule of logs) {
      expect(checked([{ ...rule, days: logFloor }])).toHaveLength(1);
      expect(() => checked([{ ...rule, days: logFloor - 1 }])).toThrow("at least 183 days");
    }
    expect(() => checked([{ ...(retentionRules[0] as RetentionRule), days: 0 }])).toThrow("0 days");
    expect(auditRetention).toEqual({ floor: logFloor, default: 1096 });
  });

  it("C33: a job with shorter rules does nothing at all", async () => {
    const short = retentionRules.map((rule) => (rule.key === "audit" ? { ...rule, days: 179 } : rule));
    await expect(retire(api.appPool, { now: day(4000), rules: short })).rejects.toThrow("at least 183 days");
  });

  it("C33: of rows kept 180 days, those of day 179 stay and those of day 181 go", async () => {
    const rule: RetentionRule = { ...(retentionRules.find(({ key }) => key === "idempotency") as RetentionRule), days: 180 };
    const [young, old] = [uuidv7(), uuidv7()];
    const insert = (key: string, at: string) => api.pool.query("insert into idempotency (person_id, key, request_hash, response, at) values ($1, $2, '', 'null', $3)", [api.people.zhou, key, at]);
    await insert(young, day(21));
    await insert(old, day(19));
    const left = async () => (await api.pool.query("select key from idempotency where key = any($1) order by key", [[young, old]])).rows.map((row) => row.key);
    expect(await retire(api.appPool, { now: day(198), rules: [rule] })).toEqual([{ key: "idempotency", count: 0 }]);
    expect(await left()).toEqual([young, old].toSorted());
    expect(await retire(api.appPool, { now: day(200), rules: [rule], dryRun: true })).toEqual([{ key: "idempotency", count: 1 }]);
    expect(await left()).toEqual([young, old].toSorted());
    expect(await retire(api.appPool, { now: day(200), rules: [rule] })).toEqual([{ key: "idempotency", count: 1 }]);
    expect(await left()).toEqual([young]);
  });

  it("hands the audit over to what keeps its chain whole, three years on and not sooner", async () => {
    const asked: string[] = [];
    const retireAudit = (_client: unknown, before: string) => Promise.resolve(asked.push(before));
    await run(day(2000), "audit", { retireAudit });
    expect(asked).toEqual([day(2000 - 1096)]);
    expect(await run(day(2000), "audit")).toBe(0);
  });
});

describe("phones of reporters", () => {
  it("go two years after the last case ended, and not while one is open or was merged into an open one", async () => {
    const phone = (id: string) => api.pool.query("select phone_enc from person where id = $1", [id]).then(({ rows }) => rows[0].phone_enc && testDataKeys.open(rows[0].phone_enc, phoneOf(id)));
    const ended = await report(api, "member3", { words: "井盖松了", reporterName: "戴小红", reporterPhone: "13500000001" });
    const open = await report(api, "member3", { words: "路灯不亮", reporterName: "戴小明", reporterPhone: "13500000002" });
    const merged = await report(api, "member3", { words: "路灯还是不亮", reporterName: "戴小刚", reporterPhone: "13500000003" });
    await done(api, "li", "declineCase", ended.caseId, { reason: "NOT_COMMUNITY_MATTER", goTo: "市政" });
    await done(api, "li", "mergeCase", merged.caseId, { into: open.caseId });
    expect(await run(day(729), "phones")).toBe(0);
    expect(await phone(ended.personId)).toBe("13500000001");
    expect(await run(day(731), "phones", { dryRun: true })).toBe(1);
    expect(await run(day(731), "phones")).toBe(1);
    expect(await phone(ended.personId)).toBeNull();
    expect([await phone(open.personId), await phone(merged.personId)]).toEqual(["13500000002", "13500000003"]);
    // Whoever works here is no reporter in the first place.
    await api.pool.query("update person set phone_enc = $2 where id = $1", [api.people.zhou, testDataKeys.seal("13500000004", phoneOf(api.people.zhou))]);
    await run(day(4000), "phones");
    expect(await phone(api.people.zhou)).toBe("13500000004");
  });
});

it("two instances at once do the work once", async () => {
  await api.pool.query("insert into rate_limit (key, points, expire) select 'address:' || i, 1, $1 from generate_series(1, 50) i", [Date.parse(day(20))]);
  const both = await Promise.all([run(day(30), "rateLimits"), run(day(30), "rateLimits")]);
  expect((both[0] ?? 0) + (both[1] ?? 0)).toBe(50);
});

it("the page reads the policy in both languages", async () => {
  const ask = async (language: string) => (await api.graphql("{ retentionPolicy { key what days basis } }", {}, { as: "member3", headers: { "accept-language": language } })).data.retentionPolicy;
  const zh = await ask("zh");
  expect(zh.map((rule: { key: string; days: number }) => [rule.key, rule.days])).toEqual(retentionRules.map(({ key, days }) => [key, days]));
  const audit = retentionRules.findIndex(({ key }) => key === "audit");
  expect(zh[audit]).toMatchObject({ days: 1096, basis: expect.stringContaining("《个人信息保护法》第五十六条") });
  expect((await ask("en"))[audit].basis).toContain("PIPL art. 56");
});
