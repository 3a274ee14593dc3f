import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import { conditions } from "../access/scope.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { at18, done, look, refused, shanghai, tell } from "../testing/verbs.ts";

let api: TestCommunity;
const homes: string[] = [];
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-06-03", "09:00"));
  for (const [floor, room] of [[3, "301"], [3, "302"]] as const) {
    const id = uuidv7();
    homes.push(id);
    await api.pool.query("insert into household (id, building_id, unit_id, floor, room, kind) values ($1, $2, null, $3, $4, 'HOME')", [id, api.sewerBuildingId, floor, room]);
  }
  await api.pool.query("update person set household_id = $2 where id = $1", [await api.resident("吴家人"), homes[0]]);
});
afterAll(() => api.stop());

const fields = `case { id no status } dueAt isOverdue result whyNotCall whyNotClose answered complaints { householdId door words at }
  respondents { key as name people { name } words attempts { at by { name } counts } daysAsked daysNeeded nextOn isAnonymous noticeAt isAskedEnough effects { satisfaction effect } }`;

// What comes back is asked for what the test knows: naming each answer's type would say it a second time.
// oxlint-disable-next-line typescript/no-explicit-any
async function list(as: Username, { areas = [community], mine = false, first = 100, after = null }: { areas?: string[]; mine?: boolean; first?: number; after?: string | null } = {}): Promise<any> {
  const { data, errors } = await api.graphql(`query ($areas: [ID!]!, $mine: Boolean!, $first: Int!, $after: String) { callbacksDue(areas: $areas, mine: $mine, first: $first, after: $after) { nodes { ${fields} } edges { cursor } pageInfo { hasNextPage endCursor } totalCount } }`, { areas, mine, first, after }, { as });
  expect(errors).toEqual([]);
  return data.callbacksDue;
}
const one = async (as: Username, id: string) => (await list(as)).nodes.find((node: { case: { id: string } }) => node.case.id === id);
const call = (respondent: string, satisfaction: string | null, words = "说了") => ({ respondent, reached: satisfaction !== null, words, ...(satisfaction ? { resolved: satisfaction !== "DISSATISFIED", satisfaction } : {}) });

/** Resolved by the grid member, told by `reporter` and by those who joined; `payers` shared the costs. */
async function resolved(reporters: readonly (string | null)[], payers: readonly string[] = []): Promise<{ id: string; keys: string[] }> {
  const keys: string[] = [];
  let id = "";
  for (const [i, name] of reporters.entries()) {
    const reporterId = name === null ? null : await api.resident(name);
    const said = { words: `${name ?? "匿名"}说堵了`, channel: "VISIT", ...(reporterId && { reporterId }) };
    if (i === 0) ({ id } = await done(api, "zhang", "collectOpinion", null, { ...said, channel: "PROXY", title: "下水道堵了", kind: "DIFFICULTY", category: "assets.sewer", place: { compoundId: api.compoundId } }));
    else expect((await tell(api, "li", "addOpinion", { caseId: id, ...said })).refusal).toBeNull();
    const { rows } = await api.pool.query("select id from opinion where present_case_id = $1 order by recorded_at desc, id desc limit 1", [id]);
    keys.push(reporterId ? `person:${reporterId}` : `opinion:${rows[0].id}`);
  }
  await done(api, "member3", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
  await done(api, "member3", "startCase", id, { measure: "疏通" });
  await done(api, "member3", "resolveCase", id, { result: "管道疏通了" });
  // Who shared the costs comes with the cost plan.
  if (payers.length > 0) await api.pool.query("update cases set state = jsonb_set(state, '{payers}', $2) where id = $1", [id, JSON.stringify(payers)]);
  return { id, keys };
}

it("lists a resolved case with everybody who has not answered: own words, what was done, the promised day, what each answer brings", async () => {
  const { id, keys: [sun = "", nobody = ""] } = await resolved(["孙长贵", null]);
  const node = await one("zhou", id);
  expect(node).toMatchObject({ case: { id, status: "RESOLVED" }, dueAt: at18("2024-06-06"), isOverdue: false, result: "管道疏通了", whyNotCall: null, answered: 0, complaints: [] });
  expect(node.whyNotClose).toContain("还有2人没有答复");
  expect(node.respondents).toMatchObject([
    { key: sun, as: "REPORTER", name: "孙某", people: [{ name: "孙某" }], words: ["孙长贵说堵了"], attempts: [], daysAsked: 0, daysNeeded: 3, nextOn: "2024-06-03", isAnonymous: false },
    { key: nobody, name: "匿名", people: [], words: ["匿名说堵了"], isAnonymous: true, noticeAt: null, nextOn: null, isAskedEnough: false },
  ]);
  expect(node.respondents[0].effects).toEqual([{ satisfaction: "SATISFIED", effect: "WAITS" }, { satisfaction: "BASIC", effect: "WAITS" }, { satisfaction: "DISSATISFIED", effect: "REOPENS" }]);
  // Whoever led it is told why not, and it is not among his own.
  expect((await one("member3", id)).whyNotCall).toContain("主办过");
  const own = async (as: Username) => (await list(as, { mine: true })).nodes.map((n: { case: { id: string } }) => n.case.id);
  expect([await own("member3"), await own("li"), await own("zhou"), await own("street")]).toEqual([[], [id], [id], []]);
  expect([await own("chen"), await own("zhang")]).toEqual([[id], []]);
});

it("three attempts on three working days, then the clerk closes without the answer; nobody earlier, and nobody else", async () => {
  const { id, keys: [sun = ""] } = await resolved(["孙长贵"]);
  const days = [["2024-06-04", "09:00"], ["2024-06-04", "15:00"], ["2024-06-07", "09:00"], ["2024-06-08", "09:00"]] as const;
  for (const [day, time] of days) {
    api.clock.set(shanghai(day, time));
    await done(api, "zhou", "recordCallback", id, call(sun, null));
  }
  const node = await one("zhou", id);
  expect(node).toMatchObject({ isOverdue: true, respondents: [{ daysAsked: 2, nextOn: "2024-06-11", isAskedEnough: false }] });
  expect(node.respondents[0].attempts.map((a: { counts: boolean }) => a.counts)).toEqual([true, false, true, false]);
  expect(node.respondents[0].attempts[0]).toMatchObject({ at: shanghai("2024-06-04", "09:00"), by: { name: "小周" } });
  expect(await refused(api, "zhou", "closeCase", id)).toBe("RESPONDENTS_NOT_ASKED");
  api.clock.set(shanghai("2024-06-11", "09:00"));
  await done(api, "li", "recordCallback", id, call(sun, null));
  expect(await one("zhou", id)).toMatchObject({ whyNotClose: null, respondents: [{ isAskedEnough: true, nextOn: null }] });
  expect((await one("li", id)).whyNotClose).toContain("结案");
  expect(await refused(api, "member3", "closeCase", id)).toBe("WAS_LEAD");
  expect(await done(api, "zhou", "closeCase", id)).toMatchObject({ status: "CLOSED" });
  expect(await one("zhou", id)).toBeUndefined();
});

it("an attempt is not dated back to before the result", async () => {
  api.clock.set(shanghai("2024-06-12", "09:00"));
  const { id, keys: [sun = ""] } = await resolved(["孙长贵"]);
  expect(await refused(api, "zhou", "recordCallback", id, { ...call(sun, null), at: shanghai("2024-06-11", "09:00") })).toBe("EARLIER_THAN_LAST_MOVE");
  await done(api, "zhou", "recordCallback", id, call(sun, "SATISFIED"));
});

it("a household that shared the costs is asked by its door; not content it reopens nothing, and stays on the list until somebody notes what was done", async () => {
  const { id, keys: [sun = ""] } = await resolved(["孙长贵"], homes);
  const [first = "", second = ""] = homes.map((home) => `household:${home}`);
  const node = await one("zhou", id);
  expect(node.respondents.map((r: { name: string; as: string; people: unknown }) => [r.as, r.name, r.people])).toEqual([["REPORTER", "孙某", [{ name: "孙某" }]], ["PAYER", "锡麟街25号 301", [{ name: "吴某" }]], ["PAYER", "锡麟街25号 302", []]]);
  const door = async (as: Username) => {
    const { data } = await api.graphql("query ($id: ID!) { case(id: $id) { respondents { as name } } }", { id }, { as });
    return data.case.respondents.find(({ as: role }: { as: string }) => role === "PAYER").name;
  };
  expect([await door("li"), await door("street")], "C34").toEqual(["锡麟街25号 301", "锡麟街25号 ***"]);
  await done(api, "zhou", "recordCallback", id, call(first, "DISSATISFIED", "路面没补平"));
  expect(await one("zhou", id)).toMatchObject({ answered: 1, complaints: [{ householdId: homes[0], door: "锡麟街25号 301", words: "路面没补平" }] });
  await done(api, "zhou", "recordCallback", id, call(second, "BASIC"));
  expect(await done(api, "zhou", "recordCallback", id, call(sun, "SATISFIED"))).toMatchObject({ status: "CLOSED", reopenCount: 0 });
  // Closed, and still on the list: somebody has to see to it.
  expect(await one("zhou", id)).toMatchObject({ case: { status: "CLOSED" }, dueAt: null, respondents: [], complaints: [{ householdId: homes[0] }] });
  expect(await refused(api, "zhou", "recordContact", id, { kind: "NOTE", words: "记一笔" })).toBe("WRONG_STATUS");
  await done(api, "zhou", "recordContact", id, { kind: "VISIT", words: "约了施工队周五补平", householdId: homes[0] });
  expect(await one("zhou", id)).toBeUndefined();
});

it("what the mask of a dispute hides is not on the list; outside the area there is none, by either layer", async () => {
  const [sun, zhao] = [await api.resident("孙长贵"), await api.resident("赵立德")];
  const { id } = await done(api, "li", "collectOpinion", null, { words: "楼上漏水", title: "1-301漏水", kind: "DISPUTE", category: "disputes.leak", place: { compoundId: api.compoundId }, channel: "VISIT", reporterId: sun });
  await done(api, "li", "acceptCase", id, { kind: "DISPUTE", category: "disputes.leak", severity: "NORMAL", partyIds: [sun, zhao] });
  await done(api, "li", "startCase", id, { measure: "劝" });
  await done(api, "li", "resolveCase", id, { result: "修好了" });
  const seen = async (as: Username, areas?: string[]) => (await list(as, areas ? { areas } : {})).nodes.some((n: { case: { id: string } }) => n.case.id === id);
  const all = async () => Promise.all((["zhou", "chen", "li", "member3", "member5", "wang", "neighbour", "district", "zhang"] as const).map(async (as) => `${as} ${await seen(as)}`));
  const expected = ["zhou true", "chen true", "li true", "member3 false", "member5 false", "wang false", "neighbour false", "district false", "zhang false"];
  expect(await all()).toEqual(expected);
  expect([await seen("li", [grid(3)]), await seen("li", [grid(5)]), await seen("zhou", ["340802"])]).toEqual([true, false, true]);
  const { on } = conditions;
  conditions.on = false;
  const rowsAlone = await all();
  conditions.on = on;
  if (process.env["TEST_LAYERS"] !== "conditions") expect(rowsAlone).toEqual(expected);
  await done(api, "zhou", "recordCallback", id, call(`person:${sun}`, "SATISFIED"));
  await done(api, "zhou", "recordCallback", id, call(`person:${zhao}`, "BASIC"));
});

it("pages by what is overdue first, without losing or repeating one; one stretch of the index, never all cases", async () => {
  const ids: string[] = [];
  for (const day of ["2024-06-20", "2024-06-13", "2024-06-18"]) {
    api.clock.set(shanghai(day, "09:00"));
    ids.push((await resolved(["孙长贵"])).id);
  }
  const pages: string[] = [];
  let after: string | null = null;
  do {
    const page = await list("zhou", { first: 1, after });
    pages.push(...page.nodes.map((n: { case: { id: string } }) => n.case.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null && pages.length < 20);
  const [late = "", early = "", middle = ""] = ids;
  expect([pages.indexOf(early) < pages.indexOf(middle), pages.indexOf(middle) < pages.indexOf(late), new Set(pages).size === pages.length]).toEqual([true, true, true]);
  expect((await list("zhou")).totalCount).toBe(pages.length);
  const client = await api.pool.connect();
  await client.query("begin; set local enable_seqscan = off");
  const plan = (await client.query("explain select id from cases where community_no = 340802001007000 and callback_at is not null order by callback_at, id limit 10")).rows.map((row) => row["QUERY PLAN"]).join("\n");
  await client.query("rollback");
  client.release();
  expect(plan).toMatch(/Index (Only )?Scan using cases_callback_community/);
  expect(plan).not.toContain("Sort");
  expect((await look(api, "zhou", early))?.status).toBe("RESOLVED");
});
