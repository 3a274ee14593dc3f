import { shippedCalendarYears, type CalendarYear } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recountDeadlines } from "./recount-job.ts";
import { community, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { at18, done, look, shanghai, tell } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-09-27", "09:00"));
});
afterAll(() => api.stop());

const shipped = shippedCalendarYears.find(({ year }) => year === 2024) as CalendarYear;
const without = (...days: string[]) => ({ daysOff: shipped.daysOff, workDays: shipped.workDays.filter((day) => !days.includes(day)) });
const withOff = (...days: string[]) => ({ daysOff: [...shipped.daysOff, ...days], workDays: shipped.workDays });
let version = 1;

interface Published {
  readonly calendarYear: { readonly version: number; readonly recomputed: { readonly done: number; readonly left: number | null } | null } | null;
  readonly refusal: { readonly code: string; readonly message: string; readonly currentVersion: number | null } | null;
}

async function publish(days: object, more: object = {}, as: Username = "admin"): Promise<Published> {
  const { data, errors } = await api.graphql(
    `mutation ($input: PublishCalendarInput!) { publishCalendar(input: $input) { calendarYear { version recomputed { done left } } refusal { code message currentVersion } } }`,
    { input: { id: "2024", expectedVersion: version, idempotencyKey: uuidv7(), source: "更正", publishedOn: "2024-09-27", ...days, ...more } },
    { as },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const answer = data.publishCalendar as Published;
  version = answer.calendarYear?.version ?? version;
  return answer;
}

async function preview(as: Username, days: object) {
  const { data, errors } = await api.graphql(
    `query ($input: CalendarDaysInput!) { calendarPreview(input: $input) { preview { counted moved communities { communityCode communityName moved levels { level moved } } sample { case { id no visibility } from to } } refusal { code } } }`,
    { input: { year: 2024, ...days } },
    { as },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.calendarPreview;
}

/** A case at COMMUNITY in grid 3 or 5: ten working days. */
async function running(n: 3 | 5 = 3, kind = "DIFFICULTY"): Promise<string> {
  const place = n === 3 ? { compoundId: api.compoundId } : { buildingId: api.sewerBuildingId };
  const category = kind === "DISPUTE" ? "disputes.noise" : "events.charging";
  const c = await done(api, "zhou", "collectOpinion", null, { words: "楼下电动车拉线充电", kind, category, place, severity: "SAFETY", channel: "PHONE", reporterId: await api.resident("许大爷") });
  const parties = kind === "DISPUTE" ? { partyIds: [await api.resident("楼上"), await api.resident("楼下")] } : {};
  return (await done(api, "zhou", "acceptCase", c.id, { kind, category, severity: "SAFETY", ...parties })).id;
}

const moves = async (id: string) => (await api.pool.query("select payload, actor_id from event where type = 'DEADLINE_MOVED' and stream_id = $1 order by seq", [id])).rows;
const dueOf = async (id: string) => (await look(api, "zhou", id))?.due?.at;
const recount = (pace = {}) => recountDeadlines(api.appPool, api.clock, pace);
const progress = async () => (await api.pool.query(`select done, "left", ended_at is not null as ended from calendar_recount order by version desc limit 1`)).rows[0];

describe("what publishing would move", () => {
  it("is told by community and level, with cases, to who reads them; by community alone to who publishes", async () => {
    const [one, other] = [await running(3), await running(5)];
    const days = without("2024-10-12");
    const whole = await preview("zhou", days);
    expect(whole).toMatchObject({ refusal: null, preview: { counted: 2, moved: 2, communities: [{ communityCode: community, communityName: "天后宫社区", moved: 2, levels: [{ level: "COMMUNITY", moved: 2 }] }] } });
    expect(whole.preview.sample.map((s: { case: { id: string }; from: string; to: string }) => [s.case.id, s.from, s.to])).toEqual([one, other].map((id) => [id, at18("2024-10-16"), at18("2024-10-17")]));
    expect((await preview("wang", days)).preview).toMatchObject({ counted: 1, moved: 1, sample: [{ case: { id: other } }] });
    expect((await preview("neighbour", days)).preview).toEqual({ counted: 0, moved: 0, communities: [], sample: [] });
    expect((await preview("admin", days)).preview).toEqual({ counted: 2, moved: 2, communities: [{ communityCode: community, communityName: "天后宫社区", moved: 2, levels: [] }], sample: [] });
    expect(await preview("zhang", days)).toEqual({ preview: null, refusal: { code: "FORBIDDEN_RIGHT" } });
    expect(await preview("zhou", withOff("2024-10-13"))).toEqual({ preview: null, refusal: { code: "CALENDAR_WRONG" } });
    expect((await preview("zhou", { daysOff: [...shipped.daysOff, "2024-12-31"], workDays: shipped.workDays })).preview).toMatchObject({ counted: 2, moved: 0 });
    expect(await dueOf(one)).toBe(at18("2024-10-16"));
  });

  it("shows of a dispute what the viewer sees of it", async () => {
    const id = await running(3, "DISPUTE");
    const { sample } = (await preview("member3", without("2024-10-12"))).preview;
    expect(sample.find((s: { case: { id: string } }) => s.case.id === id)).toMatchObject({ case: { visibility: "MASKED" } });
  });
});

describe("publishing", () => {
  it("is refused in words where the days are wrong, to who may not, and on another version", async () => {
    expect(await publish(withOff("2024-10-13", "2024-10-13"))).toMatchObject({ calendarYear: null, refusal: { code: "CALENDAR_WRONG", message: expect.stringContaining("两次") } });
    expect((await publish(without("2024-10-12"), {}, "chen")).refusal?.code).toBe("FORBIDDEN_RIGHT");
    expect((await publish(without("2024-10-12"), { expectedVersion: 5 })).refusal).toMatchObject({ code: "CONFLICT", currentVersion: 1 });
    expect((await publish(without("2024-10-12"), { id: "二〇二四" })).refusal?.code).toBe("CALENDAR_WRONG");
    expect((await publish({ daysOff: shipped.daysOff, workDays: shipped.workDays })).refusal?.code).toBe("CALENDAR_SAME");
    expect((await api.pool.query("select from calendar_year where year = 2024")).rowCount).toBe(1);
  });

  it("commits at once; the deadlines follow, and whoever acts before they did counts by the new days already", async () => {
    const [touched, waiting] = [await running(), await running()];
    const key = uuidv7();
    expect(await publish(without("2024-10-12"), { idempotencyKey: key })).toMatchObject({ calendarYear: { version: 2, recomputed: { done: 0, left: null } } });
    const again = { id: "2024", expectedVersion: 1, idempotencyKey: key, source: "更正", publishedOn: "2024-09-27", ...without("2024-10-12") };
    expect((await api.graphql(`mutation ($input: PublishCalendarInput!) { publishCalendar(input: $input) { calendarYear { version } } }`, { input: again }, { as: "admin" })).data.publishCalendar).toEqual({ calendarYear: { version: 2 } });
    expect(await dueOf(waiting)).toBe(at18("2024-10-16"));
    const noted = await done(api, "zhou", "recordContact", touched, { kind: "NOTE", words: "已看过" });
    expect(noted.due?.at).toBe(at18("2024-10-17"));
    const fresh = await running();
    expect(await dueOf(fresh)).toBe(at18("2024-10-17"));

    await recount();
    for (const id of [touched, waiting]) {
      expect(await dueOf(id)).toBe(at18("2024-10-17"));
      expect(await moves(id)).toEqual([{ payload: { year: 2024, fromVersion: 1, toVersion: 2, notBefore: null, notBeforeSince: null }, actor_id: null }]);
    }
    expect(await moves(fresh)).toEqual([]);
    const { rows } = await api.pool.query("select seq, type, payload ->> 'version' as version, actor_id from event where stream_kind = 'CALENDAR'");
    expect(rows).toEqual([{ seq: 1, type: "CALENDAR_PUBLISHED", version: "2", actor_id: api.people.admin }]);
    const audit = await api.pool.query("select outcome from audit where action = 'publishCalendar' and subject_kind = 'CALENDAR' and outcome = 'DONE'");
    expect(audit.rowCount).toBe(1);
    expect((await api.graphql("{ calendarYears { year version recomputed { done } } }", {}, { as: "zhou" })).data.calendarYears[2]).toEqual({ year: 2024, version: 2, recomputed: null });
  });

  it("waits for who is acting by the old days, so that no promise by them is made behind the recount's back", async () => {
    const c = await done(api, "zhou", "collectOpinion", null, { words: "拉线充电", kind: "DIFFICULTY", place: { compoundId: api.compoundId }, severity: "SAFETY", channel: "PHONE" });
    const blocker = await api.pool.connect();
    let isPublished = false;
    const waits = async (what: string): Promise<void> => {
      while (!isPublished && (await api.pool.query(`select from pg_locks where not granted and ${what} and database = (select oid from pg_database where datname = current_database())`)).rowCount === 0) {
        await new Promise((r) => setTimeout(r, 10));
      }
    };
    try {
      // Stands still between reading the calendar and committing.
      await blocker.query("begin; lock table case_segment in share mode");
      const accepting = tell(api, "zhou", "acceptCase", { id: c.id, expectedVersion: c.version, kind: "DIFFICULTY", category: "events.charging", severity: "SAFETY" });
      await waits("relation = 'case_segment'::regclass");
      const publishing = publish({ ...without("2024-10-12"), daysOff: [...shipped.daysOff, "2024-10-08"] });
      void publishing.finally(() => (isPublished = true));
      await waits("locktype = 'advisory'");
      await recount();
      await blocker.query("commit");
      expect((await accepting).refusal).toBeNull();
      expect((await publishing).refusal).toBeNull();
    } finally {
      blocker.release();
    }
    await recount();
    expect(await dueOf(c.id)).toBe(at18("2024-10-18"));
  });
});

describe("counting running deadlines anew", () => {
  /** Publishes days by which everything that runs moves, with some cases to move. */
  async function begun(days: object): Promise<string[]> {
    await recount();
    const ids = [await running(), await running(5), await running(), await running()];
    await publish(days);
    return ids;
  }
  const movedTo = (ids: readonly string[], day: string) => Promise.all(ids.map(async (id) => [await dueOf(id), (await moves(id)).length])).then((seen) => expect(seen).toEqual(ids.map(() => [at18(day), 1])));

  it("goes on where it was killed, and says how far it is", async () => {
    const ids = await begun({ ...without("2024-10-12"), daysOff: [...shipped.daysOff, "2024-10-08", "2024-10-09"] });
    let rounds = 0;
    const dying = { now: (runner: Parameters<typeof api.clock.now>[0]) => ((rounds += 1) > 4 ? Promise.reject(new Error("killed")) : api.clock.now(runner)) };
    await expect(recountDeadlines(api.appPool, dying, { batch: 2 })).rejects.toThrow("killed");
    const half = await progress();
    expect(half).toMatchObject({ done: 8, ended: false });
    expect((await api.graphql("{ calendarYears { recomputed { done left } } }", {}, { as: "admin" })).data.calendarYears.filter((y: { recomputed: unknown }) => y.recomputed)).toEqual([{ recomputed: { done: 8, left: half.left } }]);
    await recount({ batch: 2 });
    expect(await progress()).toEqual({ done: 8 + half.left, left: 0, ended: true });
    await movedTo(ids, "2024-10-21");
  });

  it("is done once by several instances at once, and again changes nothing", async () => {
    const ids = await begun({ ...without("2024-10-12"), daysOff: [...shipped.daysOff, "2024-10-08", "2024-10-09", "2024-10-10"] });
    await Promise.all([recount({ batch: 1 }), recount({ batch: 1 }), recount({ batch: 3 })]);
    await recount();
    await movedTo(ids, "2024-10-22");
    await api.pool.query("update calendar_recount set ended_at = null, after = '00000000-0000-0000-0000-000000000000'");
    await recount();
    await movedTo(ids, "2024-10-22");
  });

  it("does not wait for a case somebody is working on, and comes back to it", async () => {
    const ids = await begun({ ...without("2024-10-12"), daysOff: [...shipped.daysOff, "2024-10-08"] });
    const busy = await api.pool.connect();
    try {
      await busy.query("begin");
      await busy.query("select from cases where id = $1 for update", [ids[1]]);
      await recount();
      expect((await moves(ids[0] as string)).length).toBe(1);
      expect((await moves(ids[1] as string)).length).toBe(0);
      expect((await progress()).ended).toBe(false);
      await busy.query("rollback");
    } finally {
      busy.release();
    }
    await recount();
    await movedTo(ids, "2024-10-18");
    expect((await progress()).ended).toBe(true);
  });

  it("makes a deadline through an unpublished year certain, whether it moves or not", async () => {
    api.clock.set(shanghai("2026-12-28", "09:00"));
    const id = await running();
    expect((await look(api, "zhou", id))?.due).toMatchObject({ at: at18("2027-01-11"), provisional: true });
    expect(await publish({ daysOff: [], workDays: [] }, { id: "2027", expectedVersion: 0, publishedOn: "2026-12-28" })).toMatchObject({ calendarYear: { version: 1 } });
    await recount();
    expect((await look(api, "zhou", id))?.due).toMatchObject({ at: at18("2027-01-11"), provisional: false });
    expect(await moves(id)).toEqual([]);
  });
});
