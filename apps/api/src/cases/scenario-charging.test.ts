import { afterAll, beforeAll, expect, test } from "vitest";
import { grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { at18, done, look, refused, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
let id: string;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-09-27", "09:00"));
});
afterAll(() => api.stop());

async function file(as: "zhou" | "li", words: string): Promise<string> {
  const c = await done(api, as, "collectOpinion", null, {
    words,
    title: "电动车飞线充电",
    kind: "DIFFICULTY",
    category: "events.charging",
    place: { compoundId: api.compoundId },
    severity: "SAFETY",
    channel: "PHONE",
    reporterName: "赵居民",
  });
  return c.id;
}

test("S4.1 SAFETY starts at the community, somebody is due on the spot in two hours", async () => {
  id = await file("zhou", "楼下电动车拉线充电,怕起火");
  const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { level boardColumn onSiteDueAt due { kind at } } }`, { id }, { as: "zhou" });
  expect(data.case).toEqual({ level: "COMMUNITY", boardColumn: "INTAKE", onSiteDueAt: shanghai("2024-09-27", "11:00"), due: { kind: "ON_SITE", at: shanghai("2024-09-27", "11:00") } });
});

test("S4.2 two more are merged; due ten working days from Friday, over the holidays", async () => {
  const others = [await file("zhou", "又有人从窗户拉线"), await file("li", "充电线拉到草坪上")];
  const accepted = await done(api, "zhou", "acceptCase", id, { kind: "DIFFICULTY", category: "events.charging", severity: "SAFETY" });
  for (const other of others) await done(api, "li", "mergeCase", other, { into: id });
  expect(accepted).toMatchObject({ level: "COMMUNITY", due: { at: at18("2024-10-16") } });
  expect(await look(api, "zhou", id)).toMatchObject({ supporters: 3, gridCode: grid(3) });
});

test("S4.3 the secretary whistles two departments; a grid head may not; the fire brigade reports", async () => {
  const ask = { departmentId: api.departments.housing, ask: "建充电棚" };
  expect(await refused(api, "li", "blowWhistle", id, ask)).toBe("FORBIDDEN_ROLE");
  await done(api, "chen", "blowWhistle", id, ask);
  await done(api, "chen", "blowWhistle", id, { departmentId: api.departments.fire, ask: "现场检查" });
  const whistles = async () => {
    const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { whistles { id departmentName replyDueAt onSiteDueAt reportedAt } } }`, { id }, { as: "zhou" });
    return data.case.whistles as { id: string; departmentName: string; replyDueAt: string; onSiteDueAt: string; reportedAt: string | null }[];
  };
  const [housing, fire] = await whistles();
  expect(housing).toMatchObject({ departmentName: "区住建", replyDueAt: at18("2024-09-29"), onSiteDueAt: at18("2024-10-08") });
  api.clock.set(shanghai("2024-09-29", "11:00"));
  expect(await refused(api, "fire", "reportForDuty", id, { whistleId: housing!.id, result: "到场" })).toBe("NOT_YOUR_DEPARTMENT");
  const reported = await api.graphql(
    `mutation ($input: ReportForDutyInput!) { reportForDuty(input: $input) { refusal { code } } }`,
    { input: { id, expectedVersion: (await look(api, "zhou", id))!.version, idempotencyKey: crypto.randomUUID(), whistleId: fire!.id, result: "已检查并清理" } },
    { as: "fire" },
  );
  expect(reported.data.reportForDuty.refusal).toBeNull();
  expect((await whistles()).map((w) => w.reportedAt)).toEqual([null, shanghai("2024-09-29", "11:00")]);
});

test("S4.4 a hold of five working days, the Saturday among them, moves the due day; nothing escalates on resume", async () => {
  api.clock.set(shanghai("2024-10-08", "09:00"));
  await done(api, "zhou", "startCase", id, { measure: "协调建棚", planOn: "2024-10-20" });
  api.clock.set(shanghai("2024-10-10", "10:00"));
  await done(api, "zhou", "holdCase", id, { holdReason: "WAIT_DEPARTMENT", until: "2024-10-16", reason: "等区住建答复" });
  const held = await done(api, "chen", "approveAsk", id);
  expect(held.due).toMatchObject({ at: at18("2024-10-23"), expected: true });
  api.clock.set(shanghai("2024-10-16", "17:00"));
  const resumed = await done(api, "zhou", "resumeCase", id);
  expect(resumed).toMatchObject({ status: "IN_PROGRESS", level: "COMMUNITY", due: { at: at18("2024-10-23"), expected: false } });
});
