import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { conditions } from "../access/scope.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai, tell } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-01", "08:00"));
});
afterAll(() => api.stop());

const shownPoint = `id version code areaCode areaName name kind place { words compoundId compoundName buildingId buildingAddress } keeper { id name } office officePhone
  hours { days from to } hoursWords activeFrom closedOn opinions opinions30 opinions90 lastOpinionOn idleDays dead`;
const shownDay = "id version areaCode date movedFrom from to place { words compoundName } dutyOfficer { name } reached opinions state notes";

/** A point or a contact day, as far as the tests name its fields. */
interface Shown {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly opinions: number;
  readonly date: string;
  readonly movedFrom: string | null;
  readonly state: string;
  readonly place: { readonly words: string; readonly compoundId: string | null };
  readonly dutyOfficer: { readonly name: string } | null;
}
interface Answer {
  readonly thing: Shown | null;
  readonly all: readonly Shown[];
  readonly refusal: { code: string; path: string | null; currentVersion: number | null } | null;
}

async function act(as: Username, verb: string, input: object): Promise<Answer> {
  const field = /Points?$/.test(verb) ? `point { ${shownPoint} }` : verb === "planContactDays" ? `contactDays { ${shownDay} }` : `contactDay { ${shownDay} }`;
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!`;
  const { data, errors } = await api.graphql(`mutation ($input: ${type}) { answer: ${verb}(input: $input) { ${field} refusal { code path currentVersion } } }`, { input: { idempotencyKey: uuidv7(), ...input } }, { as });
  if (errors.length > 0) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  const { refusal, point, contactDay, contactDays } = data.answer;
  return { thing: point ?? contactDay ?? null, all: contactDays ?? [], refusal };
}

const code = async (as: Username, verb: string, input: object) => (await act(as, verb, input)).refusal?.code ?? null;
const ask = async (as: Username, query: string) => {
  const { data, errors } = await api.graphql(query, {}, { as });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
};
const points = async (as: Username, more = "") => (await ask(as, `{ collectionPoints(areas: ["${community}"], first: 100${more}) { nodes { ${shownPoint} } } }`)).collectionPoints.nodes as Shown[];
const days = async (as: Username, from = "2024-03-01", to = "2024-12-31") => (await ask(as, `{ contactDays(areas: ["${community}"], from: "${from}", to: "${to}", first: 100) { nodes { ${shownDay} } } }`)).contactDays.nodes as Shown[];

const described = (more: object = {}) => ({
  name: "百货商店门口", kind: "SHOP_DOOR", place: { words: "锡麟街百货商店门口", compoundId: api.compoundId }, keeperId: api.people.member3, office: "天后宫社区居委会", officePhone: "0556-5500000",
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "08:00", to: "20:00" }], ...more,
});
const open = (as: Username = "li", more: object = {}) => act(as, "openPoint", { areaCode: grid(3), ...described(more) });
const plan = (more: object = {}) => ({
  areaCode: grid(3), rule: { kind: "WEEKLY", weekday: 1 }, from: "2024-03-01", until: "2024-03-31", startsAt: "09:00", endsAt: "11:00",
  place: { words: "3号楼前", compoundId: api.compoundId }, dutyOfficerId: api.people.member3, ...more,
});
const said = (more: object) => ({ words: "晾衣服没有地方", kind: "OPINION", place: { compoundId: api.compoundId }, category: "assets.drying", ...more });

describe("S1 step 1: seven opinions, four at the point, two on the contact day, one by phone", () => {
  it("are counted where they were voiced, by the day they were voiced on, and stay so when they are merged", async () => {
    const point = (await open()).thing as Shown;
    expect(point).toMatchObject({ version: 1, name: "百货商店门口", areaName: "第3网格", place: { compoundName: "曹家巷小区" }, keeper: { name: "三格员" }, activeFrom: "2024-03-01", opinions: 0, dead: false });
    expect(point.code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    const planned = (await act("li", "planContactDays", plan({ rule: { kind: "ONCE" }, from: "2024-03-04", until: "2024-03-04" }))).all;
    expect(planned.map((d) => [d.date, d.state, d.dutyOfficer?.name])).toEqual([["2024-03-04", "PLANNED", "三格员"]]);
    const day = planned[0] as Shown;

    const cases: string[] = [];
    for (const [i, date] of ["01", "01", "02", "02", "04", "04", "04"].entries()) {
      api.clock.set(shanghai(`2024-03-${date}`, `10:0${i}`));
      const origin = i < 4 ? { channel: "POINT", pointId: point.id } : i < 6 ? { channel: "CONTACT_DAY", contactDayId: day.id } : { channel: "PHONE" };
      const voicedAt = i < 2 ? { voicedAt: shanghai("2024-02-27", "09:00") } : {};
      cases.push((await done(api, i < 4 ? "member3" : "zhou", "collectOpinion", null, said({ ...origin, ...voicedAt, reporterId: await api.resident(`楼居民${i}`) }))).id);
    }
    await done(api, "member3", "acceptCase", cases[0] as string, { kind: "OPINION", category: "assets.drying", severity: "HIGH" });
    for (const id of cases.slice(1)) await done(api, "li", "mergeCase", id, { into: cases[0] });

    const seen = async (as: Username = "zhou") => (await points(as)).find(({ id }) => id === point.id);
    const heard = async () => (await days("zhou")).find(({ id }) => id === day.id)?.opinions;
    expect(await seen()).toMatchObject({ opinions: 4, opinions30: 4, opinions90: 4, lastOpinionOn: "2024-03-02", idleDays: 2, dead: false });
    expect(await heard()).toBe(2);
    // Whoever works in another grid reads none of these opinions, and knows all the same that the point lives.
    expect(await seen("member5")).toMatchObject({ opinions: 4, dead: false });
    const { opinions } = (await ask("zhou", `{ case(id: "${cases[0]}") { opinions { channel point { name code } contactDay { date } } } }`)).case;
    expect(opinions.map((o: { channel: string; point: Shown | null; contactDay: Shown | null }) => o.point?.name ?? o.contactDay?.date ?? o.channel)).toEqual([...Array.from({ length: 4 }, () => "百货商店门口"), "2024-03-04", "2024-03-04", "PHONE"]);

    // The counts are those of the table, whatever is done to it.
    const { rows } = await api.pool.query("select count(*)::int as n from opinion where point_id = $1", [point.id]);
    expect(rows[0].n).toBe(4);
    await api.pool.query("update opinion set point_id = null where id = (select id from opinion where point_id = $1 limit 1)", [point.id]);
    await api.pool.query("update opinion set channel = 'PHONE', contact_day_id = null where id = (select id from opinion where contact_day_id = $1 limit 1)", [day.id]);
    expect([(await seen())?.opinions, await heard()]).toEqual([3, 1]);

    // Dead after 30 natural days without one; the opinions of 30 and of 90 days part.
    api.clock.set(shanghai("2024-03-31", "23:59"));
    expect(await seen()).toMatchObject({ dead: false, idleDays: 29, opinions30: 2 });
    api.clock.set(shanghai("2024-04-01", "00:00"));
    expect(await seen()).toMatchObject({ dead: true, idleDays: 30, opinions30: 0, opinions90: 3 });
  });

  it("an origin that cannot be is refused, and nothing is written", async () => {
    const point = (await open("zhou", { name: "理发店门口" })).thing;
    const { rows: before } = await api.pool.query("select count(*)::int as n from opinion");
    const refusal = async (as: Username, more: object) => (await tell(api, as, "collectOpinion", said(more))).refusal;
    expect(await refusal("member3", { channel: "PHONE", pointId: point?.id })).toMatchObject({ code: "NOT_OF_CHANNEL", path: "pointId" });
    expect(await refusal("member3", { channel: "POINT", pointId: uuidv7() })).toMatchObject({ code: "POINT_UNKNOWN", path: "pointId" });
    expect(await refusal("member3", { channel: "POINT", pointId: "门口" })).toMatchObject({ code: "POINT_UNKNOWN" });
    expect(await refusal("member3", { channel: "CONTACT_DAY", contactDayId: uuidv7() })).toMatchObject({ code: "CONTACT_DAY_UNKNOWN" });
    expect(await refusal("neighbour", { channel: "POINT", pointId: point?.id, place: null })).toMatchObject({ code: "POINT_UNKNOWN" });
    const cancelled = (await act("zhou", "planContactDays", plan({ rule: { kind: "ONCE" }, from: "2024-04-09", until: "2024-04-09" }))).all;
    await act("zhou", "cancelContactDay", { id: cancelled[0]?.id, expectedVersion: 1, reason: "暴雨" });
    expect(await refusal("member3", { channel: "CONTACT_DAY", contactDayId: cancelled[0]?.id })).toMatchObject({ code: "CONTACT_DAY_OFF" });
    expect((await api.pool.query("select count(*)::int as n from opinion")).rows).toEqual(before);
  });
});

describe("a collection point", () => {
  it("is amended, closed and opened again; its history says who did what, and no name", async () => {
    api.clock.set(shanghai("2024-04-02", "09:00"));
    const point = (await open("zhou", { name: "社区大厅", kind: "OFFICE", place: { words: "社区服务大厅一楼" } })).thing as Shown;
    const amended = await act("chen", "amendPoint", { id: point.id, expectedVersion: 1, point: described({ name: "社区大厅门口", place: { words: "楼下", buildingId: api.sewerBuildingId } }) });
    expect(amended.thing).toMatchObject({ version: 2, name: "社区大厅门口", code: point.code, place: { compoundId: null, buildingAddress: "锡麟街25号" } });
    expect(await act("li", "closePoint", { id: point.id, expectedVersion: 1, reason: "装修" })).toMatchObject({ refusal: { code: "CONFLICT", currentVersion: 2 } });
    expect((await act("li", "closePoint", { id: point.id, expectedVersion: 2, reason: "装修" })).thing).toMatchObject({ version: 3, closedOn: "2024-04-02", dead: false });
    expect((await points("zhou")).map((p) => p.name)).not.toContain("社区大厅门口");
    expect((await points("zhou", ", closed: true")).map((p) => p.name)).toContain("社区大厅门口");
    expect(await code("li", "amendPoint", { id: point.id, expectedVersion: 3, point: described() })).toBe("POINT_IS_CLOSED");
    expect((await act("li", "reopenPoint", { id: point.id, expectedVersion: 3 })).thing).toMatchObject({ version: 4, closedOn: null });
    const { rows } = await api.pool.query("select type, payload::text as payload, area_no from event where stream_kind = 'POINT' and stream_id = $1 order by seq", [point.id]);
    expect(rows.map(({ type }) => type)).toEqual(["POINT_OPENED", "POINT_AMENDED", "POINT_CLOSED", "POINT_REOPENED"]);
    expect(rows.map(({ payload }) => payload).join()).not.toMatch(/三格员|小周/);
    expect(new Set(rows.map(({ area_no }) => area_no))).toEqual(new Set([340_802_001_007_003]));
  });

  it("is for whoever keeps points there; keeper and place have to exist there", async () => {
    for (const as of ["wang", "member3", "zhang", "street", "district", "admin", "neighbour", "housing"] as const) expect((await open(as)).refusal?.code, as).toBe("FORBIDDEN_RIGHT");
    expect((await open("li", { keeperId: uuidv7() })).refusal).toMatchObject({ code: "UNKNOWN_PERSON", path: "keeperId" });
    expect((await open("li", { place: { words: "那里", compoundId: uuidv7() } })).refusal).toMatchObject({ code: "UNKNOWN_PLACE", path: "place" });
    expect((await open("li", { place: { words: "那里", compoundId: api.compoundId, buildingId: api.sewerBuildingId } })).refusal?.code).toBe("UNKNOWN_PLACE");
    expect(await code("zhou", "openPoint", { areaCode: "340802001", ...described() })).toBe("POINT_AREA_WRONG");
    expect(await code("zhou", "openPoint", { areaCode: grid(9), ...described() })).toBe("UNKNOWN_PLACE");
    expect((await open("li", { officePhone: "13855601234" })).refusal).toMatchObject({ code: "NOT_AN_OFFICE_PHONE", path: "officePhone" });
    const point = (await open("zhou", { name: "活动室" })).thing;
    expect(await code("neighbour", "closePoint", { id: point?.id, expectedVersion: 1, reason: "x" })).toBe("NOT_FOUND");
    expect(await code("li", "closePoint", { id: "门口", expectedVersion: 1, reason: "x" })).toBe("NOT_FOUND");
  });

  it("does not exist for other communities, by either layer alone; a page of them goes on where the last one ended", async () => {
    const point = (await open("zhou", { name: "凉亭" })).thing;
    await open("zhou", { name: "门卫室" });
    const blind = async () => {
      expect(await points("neighbour")).toEqual([]);
      expect((await ask("neighbour", `{ collectionPoint(id: "${point?.id}") { id } contactDays(areas: ["${community}"], from: "2024-01-01", to: "2024-12-31", first: 10) { nodes { id } } coverage(areas: ["${community}"], from: "2024-01-01", to: "2024-12-31", first: 10) { num den nodes { name } } }`))).toEqual({
        collectionPoint: null, contactDays: { nodes: [] }, coverage: { num: 0, den: 0, nodes: [] },
      });
    };
    await blind();
    conditions.on = false;
    try {
      await blind();
    } finally {
      conditions.on = true;
    }
    const rowSecurity = (on: "enable" | "disable") => api.pool.query(["collection_point", "contact_day", "compound"].map((table) => `alter table ${table} ${on} row level security`).join("; "));
    await rowSecurity("disable");
    try {
      await blind();
    } finally {
      await rowSecurity("enable");
    }
    expect((await points("member5")).length).toBe((await points("zhou")).length);
    const one = (await ask("zhou", `{ collectionPoints(areas: ["${community}"], closed: true, first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } }`)).collectionPoints;
    expect(one.pageInfo.hasNextPage).toBe(true);
    const next = (await ask("zhou", `{ collectionPoints(areas: ["${community}"], closed: true, first: 1, after: "${one.pageInfo.endCursor}") { nodes { id } pageInfo { hasNextPage } } }`)).collectionPoints;
    expect(next.nodes).toHaveLength(1);
    expect(next.nodes[0].id).not.toBe(one.nodes[0].id);
  });

  it("has a public page without a session: what the poster says, no person, and one answer for whatever does not exist", async () => {
    api.clock.set(shanghai("2024-04-03", "10:00"));
    const point = (await open("zhou")).thing;
    const url = (text: string) => `/api/points/${text}`;
    const answer = await api.fetch(url(`${String(point?.code).slice(0, 3).toLowerCase()}-${String(point?.code).slice(3)}`));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("ratelimit-remaining")).toMatch(/^\d+$/);
    const body = await answer.json();
    expect(body).toEqual({
      code: point?.code, name: "百货商店门口", kind: "SHOP_DOOR", place: "锡麟街百货商店门口", community: "天后宫社区", office: "天后宫社区居委会", officePhone: "0556-5500000",
      hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "08:00", to: "20:00" }], hoursWords: "", closedOn: null, openNow: true,
    });
    api.clock.set(shanghai("2024-04-03", "20:00"));
    expect(await (await api.fetch(url(String(point?.code)))).json()).toMatchObject({ openNow: false });
    for (const wrong of ["ZZZZZZ", "x", "%27%20or%201=1", "000000"]) {
      const missing = await api.fetch(url(wrong));
      expect([wrong, missing.status, ((await missing.json()) as { code: string }).code]).toEqual([wrong, 404, "NOT_FOUND"]);
    }
  });
});

describe("contact days", () => {
  it("are planned by a rule, once however often; recorded by who was there; passed on and cancelled by who keeps them", async () => {
    api.clock.set(shanghai("2024-05-06", "08:00"));
    const may = plan({ rule: { kind: "WEEKLY", weekday: 3 }, from: "2024-05-01", until: "2024-05-31" });
    const first = (await act("li", "planContactDays", may)).all;
    // 1 May is a holiday until the 5th.
    expect(first.map((d) => [d.date, d.movedFrom])).toEqual([["2024-05-06", "2024-05-01"], ["2024-05-08", null], ["2024-05-15", null], ["2024-05-22", null], ["2024-05-29", null]]);
    expect(await code("li", "planContactDays", may)).toBe("PLANNED_ALREADY");
    const key = uuidv7();
    const june = { ...may, from: "2024-06-01", until: "2024-06-12", idempotencyKey: key };
    const told = await act("li", "planContactDays", june);
    expect(await act("li", "planContactDays", june)).toEqual(told);

    const [held, passed, off] = first as readonly [Shown, Shown, Shown];
    const record = (day: Shown, more: object = {}) => ({ id: day.id, expectedVersion: day.version, reached: 23, ...more });
    expect(await code("member3", "recordContactDay", record(passed))).toBe("CONTACT_DAY_TO_COME");
    expect(await code("member5", "recordContactDay", record(held))).toBe("FORBIDDEN_RIGHT");
    expect(await code("neighbour", "recordContactDay", record(held))).toBe("NOT_FOUND");
    const kept = (await act("member3", "recordContactDay", record(held, { notes: "问晾衣架的多" }))).thing as Shown;
    expect(kept).toMatchObject({ state: "HELD", reached: 23, notes: "问晾衣架的多", version: 2 });
    expect(await code("member3", "recordContactDay", record(kept, { reached: -1 }))).toBe("QUANTITY_INVALID");
    expect((await act("member3", "recordContactDay", record(kept, { reached: 32 }))).thing).toMatchObject({ reached: 32, notes: "问晾衣架的多", version: 3 });

    expect(await code("member3", "changeDuty", { id: passed.id, expectedVersion: 1, dutyOfficerId: api.people.zhou })).toBe("FORBIDDEN_RIGHT");
    expect(await code("li", "changeDuty", { id: passed.id, expectedVersion: 1, dutyOfficerId: uuidv7() })).toBe("UNKNOWN_PERSON");
    expect((await act("li", "changeDuty", { id: passed.id, expectedVersion: 1, dutyOfficerId: api.people.zhou })).thing).toMatchObject({ dutyOfficer: { name: "小周" }, version: 2 });
    expect((await act("zhou", "cancelContactDay", { id: off.id, expectedVersion: 1, reason: "暴雨预警" })).thing).toMatchObject({ state: "CANCELLED" });
    expect(await code("zhou", "recordContactDay", { ...record(off), expectedVersion: 2 })).toBe("CONTACT_DAY_WRONG_STATE");
    // The plan is carried on: what was cancelled does not come back.
    expect(await code("li", "planContactDays", may)).toBe("PLANNED_ALREADY");

    const { rows } = await api.pool.query("select payload::text as payload from event where stream_kind = 'CONTACT_DAY'");
    expect(rows.map(({ payload }) => payload).join()).not.toMatch(/晾衣架|三格员|小周/);
  });

  it("two plans at once give each day once", async () => {
    const twice = plan({ rule: { kind: "MONTHLY_DAY", day: 10 }, from: "2024-07-01", until: "2024-12-31", place: { words: "北门" } });
    const answers = await Promise.all(["li", "zhou"].map((as) => act(as as Username, "planContactDays", twice)));
    expect(answers.map(({ refusal }) => refusal?.code ?? "DONE").toSorted()).toEqual(["DONE", "PLANNED_ALREADY"]);
    expect((await days("zhou", "2024-07-01")).filter((d) => d.place.words === "北门")).toHaveLength(6);
  });

  it("bad input is refused in words, and nothing is planned", async () => {
    const before = (await days("zhou")).length;
    const refusals: [object, string][] = [
      [{ rule: { kind: "WEEKLY" } }, "RULE_INVALID"], [{ rule: { kind: "MONTHLY_DAY", day: 0 } }, "RULE_INVALID"], [{ until: "2025-12-31" }, "PLAN_TOO_LONG"], [{ until: "2024-02-01" }, "PERIOD_REVERSED"],
      [{ startsAt: "9点" }, "HOURS_INVALID"], [{ place: { words: "" } }, "TEXT_REQUIRED"], [{ areaCode: "x" }, "POINT_AREA_WRONG"], [{ dutyOfficerId: "x" }, "UNKNOWN_PERSON"],
    ];
    for (const [more, expected] of refusals) expect(await code("zhou", "planContactDays", plan(more)), JSON.stringify(more)).toBe(expected);
    expect((await days("zhou")).length).toBe(before);
  });

  it("cover the compounds they were held in; an open point covers too, a planned day does not", async () => {
    api.clock.set(shanghai("2024-08-05", "12:00"));
    const compoundId = uuidv7();
    await api.pool.query(
      "insert into compound (id, community_code, main_grid_code, area_no, name, pinyin, initials, is_old) values ($1, $2, $3, $4, '麟苑小区', 'linyuan', 'ly', true)",
      [compoundId, community, grid(5), Number(grid(5))],
    );
    const coverage = async (from: string, to: string): Promise<object> => {
      const { nodes, den } = (await ask("zhou", `{ coverage(areas: ["${community}"], from: "${from}", to: "${to}", first: 10) { num den nodes { name covered held reached hasPoint lastHeldOn daysSince } } }`)).coverage;
      expect(den).toBe(2);
      return nodes.find(({ name }: Shown) => name === "麟苑小区");
    };
    const none = { name: "麟苑小区", covered: false, held: 0, reached: 0, hasPoint: false, lastHeldOn: null, daysSince: null };
    const planned = (await act("zhou", "planContactDays", plan({ from: "2024-07-29", until: "2024-08-05", place: { words: "东门", compoundId } }))).all;
    expect(await coverage("2024-07-01", "2024-08-31")).toEqual(none);
    await act("zhou", "recordContactDay", { id: planned[0]?.id, expectedVersion: 1, reached: 32 });
    expect(await coverage("2024-07-01", "2024-07-31")).toEqual({ ...none, covered: true, held: 1, reached: 32, lastHeldOn: "2024-07-29", daysSince: 7 });
    expect(await coverage("2024-08-01", "2024-08-31")).toEqual({ ...none, lastHeldOn: "2024-07-29", daysSince: 7 });
    const point = (await open("zhou", { place: { words: "东门", compoundId } })).thing as Shown;
    expect(await coverage("2024-08-01", "2024-08-31")).toMatchObject({ covered: true, held: 0, hasPoint: true });
    expect(await coverage("2024-08-01", "2024-08-04")).toMatchObject({ covered: false, hasPoint: false });
    api.clock.set(shanghai("2024-08-20", "12:00"));
    await act("zhou", "closePoint", { id: point.id, expectedVersion: 1, reason: "商店搬走了" });
    expect(await coverage("2024-08-01", "2024-08-31")).toMatchObject({ covered: true, hasPoint: true });
    expect(await coverage("2024-08-20", "2024-08-31")).toMatchObject({ covered: false, hasPoint: false });
  });
});
