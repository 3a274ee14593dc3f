import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { tell } from "./tell.ts";
import { tellOfDueCases } from "./due-notice-job.ts";
import { systemScope } from "../access/scope.ts";
import { recordDueCases } from "../cases/due-job.ts";
import { transaction } from "../database/transaction.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, refused, shanghai, tell as act, versionOf } from "../testing/verbs.ts";

const LIST = `query ($unread: Boolean, $topics: [NoticeTopic!], $first: Int!, $after: String) {
  notices(unread: $unread, topics: $topics, first: $first, after: $after) {
    nodes { id kind topic at readAt moment urgent sentence by { name } subject { kind id } case { no visibility } } pageInfo { hasNextPage endCursor }
  } unreadNotices }`;

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly topic: string;
  readonly readAt: string | null;
  readonly moment: string | null;
  readonly urgent: boolean;
  readonly sentence: string;
  readonly by: { readonly name: string } | null;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly case: { readonly no: string; readonly visibility: string } | null;
}

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-04", "09:00"));
});
afterAll(() => api.stop());

async function ask(as: Username, variables: Record<string, unknown> = {}, language = "zh"): Promise<{ nodes: Shown[]; unread: number; end: string | null }> {
  const { data, errors } = await api.graphql(LIST, { first: 100, ...variables }, { as, headers: { "accept-language": language } });
  expect(errors).toEqual([]);
  return { nodes: data.notices.nodes, unread: data.unreadNotices, end: data.notices.pageInfo.endCursor };
}
/** What somebody is told about one case: kinds, the latest first. */
const toldOf = async (as: Username, id: string): Promise<string[]> => {
  const { rows } = await api.pool.query("select kind from notice where person_id = $1 and case_id = $2 order by at desc, id desc", [api.people[as], id]);
  return rows.map(({ kind }) => kind);
};

const collected = async (more: Record<string, unknown> = {}): Promise<string> =>
  (await done(api, "zhang", "collectOpinion", null, {
    words: "下水道又堵了", title: "下水道堵塞", kind: "DIFFICULTY", category: "assets.sewer", place: { compoundId: api.compoundId }, channel: "PROXY", reporterId: await api.resident("许大爷"), ...more,
  })).id;
const accepted = async (more: Record<string, unknown> = {}): Promise<string> => {
  const id = await collected(more);
  await done(api, "li", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL", leadId: api.people.member3, ...more });
  return id;
};
const dispute = async (): Promise<string> => {
  const id = await collected({ kind: "DISPUTE", category: "disputes.leak", title: "卫生间漏水" });
  const partyIds = [await api.resident("孙某"), await api.resident("赵某")];
  await done(api, "li", "acceptCase", id, { kind: "DISPUTE", category: "disputes.leak", severity: "NORMAL", partyIds });
  return id;
};

describe("a verb tells", () => {
  it("the new lead, in the same transaction, with a sentence in the reader's language", async () => {
    const id = await accepted();
    const [notice] = (await ask("member3")).nodes;
    expect(notice).toMatchObject({ kind: "ASSIGNED", topic: "WORK", readAt: null, urgent: false, by: { name: "李网格长" }, subject: { kind: "CASE", id } });
    expect(notice?.sentence).toMatch(/^请您主办“下水道堵塞”（340802001007-2024-\d{4}），3月7日18:00到期。$/);
    expect((await ask("member3", {}, "en")).nodes[0]?.sentence).toMatch(/^You lead “下水道堵塞” \(340802001007-2024-\d{4}\), due 2024-03-07 18:00\.$/);
    expect(await toldOf("li", id)).toEqual([]);
  });

  it("nobody when it is refused, and nobody twice when it is sent again", async () => {
    const id = await accepted();
    const input = { id, expectedVersion: await versionOf(api, id), idempotencyKey: uuidv7(), personId: api.people.li, as: "LEAD", reason: "换人" };
    await act(api, "chen", "assignCase", { ...input, idempotencyKey: uuidv7(), expectedVersion: 1 });
    expect(await toldOf("li", id)).toEqual([]);
    await act(api, "chen", "assignCase", input);
    await act(api, "chen", "assignCase", input);
    expect([await toldOf("li", id), await toldOf("member3", id), await toldOf("chen", id)]).toEqual([["ASSIGNED"], ["RELIEVED", "ASSIGNED"], []]);
  });

  it("whoever holds a role around the place today: not another grid's, not those whose role has ended", async () => {
    const former = uuidv7();
    await api.pool.query("insert into person (id, display_name, surname_mask, area_no) values ($1, '前网格长', '前某', 340802001007003)", [former]);
    await api.pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date, to_date) values ($1, $2, 'GRID_HEAD', $3, 340802001007003, '2023-01-01', '2024-03-03')", [uuidv7(), former, grid(3)]);
    const id = await accepted();
    await done(api, "member3", "escalateCase", id, { reason: "办不了" });
    expect([await toldOf("li", id), await toldOf("wang", id)]).toEqual([["RECEIVED"], []]);
    expect((await api.pool.query("select from notice where person_id = $1", [former])).rows).toEqual([]);
  });

  it("an ask and its answer; a whistle to its department alone, and the report", async () => {
    const id = await accepted();
    await done(api, "member3", "startCase", id, { measure: "疏通" });
    await done(api, "member3", "holdCase", id, { holdReason: "WAIT_FUNDS", until: "2024-03-12", reason: "等资金" });
    expect([await toldOf("li", id), await toldOf("chen", id), await toldOf("fu", id)]).toEqual([["ASKED_TO_APPROVE"], ["ASKED_TO_APPROVE"], ["ASKED_TO_APPROVE"]]);
    await done(api, "li", "approveAsk", id);
    expect((await toldOf("member3", id))[0]).toBe("ASK_APPROVED");
    await done(api, "chen", "blowWhistle", id, { departmentId: api.departments.housing, ask: "请来现场" });
    expect([await toldOf("housing", id), await toldOf("fire", id)]).toEqual([["WHISTLED"], []]);
    const { rows } = await api.pool.query("select state -> 'whistles' -> 0 ->> 'id' as id from cases where id = $1", [id]);
    await done(api, "housing", "reportForDuty", id, { whistleId: rows[0].id, result: "已到场" });
    expect([(await toldOf("chen", id))[0], (await toldOf("member3", id))[0]]).toEqual(["DEPARTMENT_REPORTED", "DEPARTMENT_REPORTED"]);
  });

  it("colleagues who are named in a note; whoever does not see the case cannot be named", async () => {
    const id = await accepted();
    const note = { kind: "NOTE", words: "请小周看看" };
    await done(api, "li", "recordContact", id, { ...note, mentions: [api.people.zhou, api.people.zhou, api.people.li] });
    expect([await toldOf("zhou", id), await toldOf("li", id)]).toEqual([["MENTIONED"], []]);
    expect(await refused(api, "li", "recordContact", id, { ...note, mentions: [api.people.member5] })).toBe("MENTION_UNSEEN");
    expect(await refused(api, "li", "recordContact", id, { ...note, mentions: [api.people.neighbour] })).toBe("MENTION_UNSEEN");
    expect(await refused(api, "li", "recordContact", id, { ...note, mentions: ["nobody"] })).toBe("UNKNOWN_PERSON");
    expect(await toldOf("member5", id)).toEqual([]);
  });

  it("the clock: the next owner and the lead, by nobody", async () => {
    const id = await accepted();
    api.clock.set(shanghai("2024-03-07", "18:00"));
    await recordDueCases(api.appPool, api.clock);
    expect([(await toldOf("li", id))[0], (await toldOf("member3", id))[0]]).toEqual(["RECEIVED", "WENT_UP"]);
    expect((await ask("li", { topics: ["WORK"] })).nodes[0]).toMatchObject({ kind: "RECEIVED", by: null });
    await recordDueCases(api.appPool, api.clock);
    expect((await toldOf("li", id)).filter((kind) => kind === "RECEIVED")).toHaveLength(1);
  });
});

describe("what is confidential", () => {
  it("is said as far as the reader sees it at that moment", async () => {
    const id = await dispute();
    await done(api, "li", "recordContact", id, { kind: "NOTE", words: "请看", mentions: [api.people.zhou] });
    const latest = async (as: Username) => (await ask(as, { topics: ["MENTION"] })).nodes[0] as Shown;
    expect((await latest("zhou")).sentence).toMatch(/卫生间漏水/);
    const role = "role_assignment set role = $2 where person_id = $1";
    await api.pool.query(`update ${role}`, [api.people.zhou, "COUNCIL_MEMBER"]);
    const masked = await latest("zhou");
    expect([masked.sentence, masked.case?.visibility]).toEqual([expect.stringMatching(/^有人在邻里纠纷（340802001007-2024-\d{4}）中提到了您。$/), "MASKED"]);
    await api.pool.query(`update ${role}`, [api.people.zhou, "SYSTEM_ADMIN"]);
    expect(await latest("zhou")).toMatchObject({ sentence: "有人在一件您现在看不到的保密事项中提到了您。", case: null, subject: null });
    await api.pool.query(`update ${role}`, [api.people.zhou, "CLERK"]);
  });

  it("no row holds a word, a title or a name", async () => {
    const { rows } = await api.pool.query("select string_agg(n::text, ' ') as all from notice n");
    expect(rows[0].all).not.toMatch(/[一-龥]/);
  });
});

describe("deadlines", () => {
  it("are told the day before, on the day and when they are over: once each, however often and by however many it is looked", async () => {
    api.clock.set(shanghai("2024-04-08", "09:00"));
    const id = await accepted();
    const look = async (day: string, time: string) => {
      api.clock.set(shanghai(day, time));
      await Promise.all([1, 2, 3].map(() => tellOfDueCases(api.appPool, api.clock)));
      return toldOf("member3", id);
    };
    expect(await look("2024-04-09", "10:00")).toEqual(["ASSIGNED"]);
    expect(await look("2024-04-10", "00:00")).toEqual(["DUE_SOON", "ASSIGNED"]);
    expect(await look("2024-04-10", "12:00")).toEqual(["DUE_SOON", "ASSIGNED"]);
    expect(await look("2024-04-11", "00:00")).toEqual(["DUE_TODAY", "DUE_SOON", "ASSIGNED"]);
    expect((await ask("member3", { topics: ["DUE"] })).nodes[0]).toMatchObject({ moment: shanghai("2024-04-11", "18:00"), sentence: expect.stringMatching(/当天到期：4月11日18:00。$/) as unknown });
    expect(await look("2024-04-11", "18:00")).toEqual(["OVERDUE", "DUE_TODAY", "DUE_SOON", "ASSIGNED"]);
    await recordDueCases(api.appPool, api.clock); // it goes up: a new due moment
    const [latest] = (await look("2024-04-12", "09:00"));
    expect(latest).toBe("WENT_UP");
    expect((await look("2024-04-17", "09:00"))[0]).toBe("DUE_SOON");
  });

  it("of what nobody took up: the people of its grid", async () => {
    api.clock.set(shanghai("2024-05-06", "09:00"));
    const id = await collected();
    api.clock.set(shanghai("2024-05-07", "09:00"));
    await tellOfDueCases(api.appPool, api.clock);
    expect([await toldOf("member3", id), await toldOf("li", id), await toldOf("member5", id), await toldOf("zhou", id)]).toEqual([["DUE_TODAY"], ["DUE_TODAY"], [], []]);
  });

  it("a danger is told at once, and that nobody came", async () => {
    const id = await collected({ severity: "SAFETY" });
    expect([await toldOf("member3", id), await toldOf("zhou", id), await toldOf("zhang", id)]).toEqual([["DANGER"], ["DANGER"], []]);
    api.clock.set(shanghai("2024-05-07", "12:00"));
    await tellOfDueCases(api.appPool, api.clock);
    expect((await toldOf("member3", id))[0]).toBe("OVERDUE");
  });
});

describe("the inbox", () => {
  it("is one's own: page by page, unread only, by topic", async () => {
    const all = await ask("member3");
    expect(all.nodes.length).toBeGreaterThan(8);
    const first = await ask("member3", { first: 3 });
    const second = await ask("member3", { first: 100, after: first.end });
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(all.nodes.map(({ id }) => id));
    expect((await ask("member3", { topics: ["DUE"] })).nodes.map(({ topic }) => topic)).toEqual(all.nodes.filter(({ topic }) => topic === "DUE").map(({ topic }) => topic));
    expect((await ask("neighbour")).nodes).toEqual([]);
    const { errors } = await api.graphql(LIST, { first: 10, after: "x" }, { as: "member3" });
    expect(errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });

  it("is marked as read, one's own alone", async () => {
    const mark = "mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { marked unread } }";
    const [mine, theirs] = [(await ask("li")).nodes, (await ask("member3")).nodes];
    const ids = [mine[0]?.id, theirs[0]?.id, "x"];
    const before = (await ask("li")).unread;
    const { data } = await api.graphql(mark, { input: { ids } }, { as: "li" });
    expect(data.markNoticesRead).toEqual({ marked: [mine[0]?.id], unread: before - 1 });
    expect((await ask("li", { unread: true })).nodes.map(({ id }) => id)).not.toContain(mine[0]?.id);
    expect((await ask("member3")).nodes[0]?.readAt).toBeNull();
    expect((await api.graphql(mark, { input: { ids } }, { as: "li" })).data.markNoticesRead.marked).toEqual([]);
    const all = await api.graphql("mutation { markAllNoticesRead { unread } }", {}, { as: "li" });
    expect([all.data.markAllNoticesRead.unread, (await ask("li")).unread, (await ask("member3")).unread > 0]).toEqual([0, 0, true]);
  });

  it("counts to a hundred", async () => {
    await api.pool.query(
      "insert into notice (id, person_id, key, kind, subject_kind, subject_id, area_no, urgent, at) select gen_random_uuid(), $1, 'x' || i, 'SUMMONED', 'MEETING', gen_random_uuid(), 340802001007000, false, now() from generate_series(1, 130) i",
      [api.people.wang],
    );
    expect((await ask("wang")).unread).toBe(100);
    expect((await ask("wang")).nodes[0]?.sentence).toBe("请您参加板凳会，商议一件事。");
  });
});

describe("tell, for other acts", () => {
  const notice = (key: string, more: object = {}) => ({
    kind: "SUMMONED", to: { personId: api.people.zhou }, subject: { kind: "MEETING", id: uuidv7() }, caseId: null, areaCode: community, key, at: shanghai("2024-05-07", "12:00"), moment: null, urgent: false, by: api.people.li, ...more,
  } as const);
  const rows = async (key: string) => (await api.pool.query("select person_id as id from notice where key = $1", [key])).rows.map(({ id }) => Object.entries(api.people).find(([, own]) => own === id)?.[0]).toSorted();

  it("leaves the scope as it was, and nothing when the transaction does not end well", async () => {
    const scope = JSON.stringify({ person: api.people.li });
    await expect(transaction(api.appPool, scope, async (client) => {
      await tell(client, [notice("gone")]);
      expect((await client.query("select current_setting('app.viewer') as scope")).rows).toEqual([{ scope }]);
      throw new Error("not well");
    })).rejects.toThrow("not well");
    expect(await rows("gone")).toEqual([]);
  });

  it("tells a person and the holders of roles under one key once each, never whoever did it or is left out", async () => {
    await transaction(api.appPool, systemScope, async (client) => {
      const both = [notice("both"), notice("both", { to: { roles: ["CLERK", "GRID_HEAD", "SECRETARY"] } }), notice("both", { to: { personId: api.people.chen }, except: [api.people.chen] })];
      await tell(client, both);
      await tell(client, both);
    });
    expect(await rows("both")).toEqual(["chen", "zhou"]);
  });
});

describe("preferences", () => {
  const fields = "{ quietFrom quietTo outside }";
  const set = (input: object) => api.graphql(`mutation ($input: SetNoticePreferencesInput!) { setNoticePreferences(input: $input) ${fields} }`, { input }, { as: "li" });

  it("are everything and a quiet night, until somebody says otherwise for himself", async () => {
    const own = async (as: Username) => (await api.graphql(`{ noticePreferences ${fields} }`, {}, { as })).data.noticePreferences;
    expect(await own("li")).toEqual({ quietFrom: "21:00", quietTo: "08:00", outside: ["WORK", "MENTION", "DUE", "APPROVAL", "ANSWER", "MEETING", "CALL", "SUPERVISION", "MEDIATION"] });
    const chosen = { quietFrom: "12:30", quietTo: "14:00", outside: ["DUE", "WORK"] };
    expect((await set(chosen)).data.setNoticePreferences).toEqual({ ...chosen, outside: ["WORK", "DUE"] });
    expect([(await own("li")).quietFrom, (await own("zhou")).quietFrom]).toEqual(["12:30", "21:00"]);
  });

  it.each(["24:00", "8:00", "08:60", "", "ab:cd", "-1:00"])("refuse %s as a time", async (quietFrom) => {
    const { errors } = await set({ quietFrom, quietTo: "08:00", outside: [] });
    expect(errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});

it("row level security alone shows notices, preferences and what waits to nobody else", async () => {
  const scope = JSON.stringify({ person: api.people.wang, acts: "{[340802001007000,340802001008000)}" });
  for (const table of ["notice", "notice_preference"]) {
    const { rows } = await transaction(api.appPool, scope, (client) => client.query(`select distinct person_id as id from ${table}`));
    expect([table, rows.filter(({ id }) => id !== api.people.wang)]).toEqual([table, []]);
  }
  await expect(transaction(api.appPool, scope, (client) => client.query("insert into notice (id, person_id, key, kind, subject_kind, subject_id, area_no, urgent, at) values (gen_random_uuid(), $1, 'x', 'DUE_SOON', 'CASE', gen_random_uuid(), 1, false, now())", [api.people.zhou]))).rejects.toThrow(/row-level security/);
});

