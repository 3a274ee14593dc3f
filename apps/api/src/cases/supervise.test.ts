import { afterAll, beforeAll, expect, test } from "vitest";
import { startCommunity, type TestCommunity } from "../testing/community.ts";
import { done, refused, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2026-03-02", "09:00"));
});
afterAll(() => api.stop());

async function collected(input: Record<string, unknown> = {}): Promise<string> {
  const c = await done(api, "zhou", "collectOpinion", null, { words: "楼道灯坏了", kind: "DIFFICULTY", place: { compoundId: api.compoundId }, channel: "VISIT", ...input });
  return c.id;
}

test("an officer puts his eye on a case: it stays where it is, and who works on it reads his words", async () => {
  const id = await collected();
  const before = await done(api, "li", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL" });
  const after = await done(api, "street", "superviseCase", id, { words: "雨季之前请修好", replyDueOn: "2026-03-06" });
  expect([after.status, after.level, after.due]).toEqual([before.status, before.level, before.due]);
  const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { supervised events(first: 1) { type payload words } } }`, { id }, { as: "li" });
  expect(data.case).toEqual({ supervised: true, events: [{ type: "SUPERVISED", payload: expect.any(String), words: "雨季之前请修好" }] });
  expect(JSON.parse(data.case.events[0].payload)).toEqual({ replyDueOn: "2026-03-06" });
  const { rows } = await api.pool.query("select row_to_json(c)::text as row from cases c where id = $1", [id]);
  expect(rows[0].row).not.toContain("雨季");
});

test("only street and district supervise; a dispute only once it was referred up to them", async () => {
  const id = await collected();
  for (const who of ["chen", "zhou", "li", "member3"] as const) expect(await refused(api, who, "superviseCase", id, { words: "x" }), who).toBe("FORBIDDEN_ROLE");
  for (const who of ["wang", "admin", "neighbour", "housing"] as const) expect(await refused(api, who, "superviseCase", id, { words: "x" }), who).toBe("NOT_FOUND");
  expect(await refused(api, "district", "superviseCase", id, { words: " " })).toBe("TEXT_REQUIRED");
  expect(await refused(api, "district", "superviseCase", id, { words: "x", replyDueOn: "2026-03-01" })).toBe("REPLY_DUE_PAST");
  const dispute = await collected({ words: "楼上漏水", kind: "DISPUTE", category: "disputes.leak" });
  expect(await refused(api, "street", "superviseCase", dispute, { words: "x" })).toBe("CONFIDENTIAL");
});
