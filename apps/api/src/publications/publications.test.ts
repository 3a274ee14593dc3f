import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai, tell } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-06-03", "10:00"));
});
afterAll(() => api.stop());

const shown = "id version kind state hangs title body days until waiting facts { lines { label value } table { columns rows } } comments { id kind state words shownWords answer }";

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly hangs: boolean;
  readonly until: string | null;
  readonly waiting: number;
  readonly facts: { lines: { label: string; value: string }[] } | null;
  readonly comments: readonly { id: string; kind: string; state: string; words: string; shownWords: string; answer: string | null }[];
}
type Answered = { readonly publication: Shown | null; readonly refusal: { code: string; message: string; path: string | null } | null };

async function act(as: Username, verb: string, input: object): Promise<Answered> {
  const named = verb.charAt(0).toUpperCase() + verb.slice(1);
  const { data, errors } = await api.graphql(
    `mutation ($input: ${named}Input!) { answer: ${verb}(input: $input) { publication { ${shown} } refusal { code message path } } }`,
    { input: { idempotencyKey: uuidv7(), ...input } },
    { as },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.answer as Answered;
}
async function did(as: Username, verb: string, input: object): Promise<Shown> {
  const { publication, refusal } = await act(as, verb, input);
  if (!publication) throw new Error(`${verb}: ${JSON.stringify(refusal)}`);
  return publication;
}
const notice = (more: object = {}) => ({ kind: "NOTICE", areaCode: community, title: "端午节值班安排", body: "六月八日至十日有人值班，电话0556-5123456。", days: 3, ...more });
const on = (p: Pick<Shown, "id" | "version">, more: object = {}) => ({ id: p.id, expectedVersion: p.version, ...more });
const look = async (as: Username, id: string): Promise<Shown | null> => (await api.graphql(`query ($id: ID!) { publication(id: $id) { ${shown} } }`, { id }, { as })).data.publication;

/** Somebody without an account. What comes back is asked for what the test knows. */
// oxlint-disable-next-line typescript/no-explicit-any
async function passerBy(path: string, body?: object, headers: Record<string, string> = {}): Promise<{ status: number; body: any }> {
  const response = await fetch(`${api.url}/api/board/${path}`, { headers: { "content-type": "application/json", ...headers }, ...(body && { method: "POST", body: JSON.stringify(body) }) });
  return { status: response.status, body: response.headers.get("content-type")?.includes("json") ? await response.json() : await response.text() };
}
const titles = async (): Promise<string[]> => (await passerBy(community)).body.publications.map((p: { title: string }) => p.title);

async function project(names: readonly string[]): Promise<{ readonly id: string; readonly caseId: string }> {
  const caseIds: string[] = [];
  for (const name of names) {
    const c = await done(api, "member3", "collectOpinion", null, { words: "没地方晾", kind: "OPINION", category: "assets.drying", tags: ["WORRYING"], place: { compoundId: api.compoundId }, channel: "VISIT", reporterId: await api.resident(name) });
    caseIds.push(c.id);
  }
  const [caseId = "", ...others] = caseIds;
  await done(api, "member3", "acceptCase", caseId, { kind: "OPINION", category: "assets.drying", severity: "NORMAL" });
  for (const other of others) await done(api, "li", "mergeCase", other, { into: caseId });
  const { data, errors } = await api.graphql(
    `mutation ($input: AdoptCaseInput!) { adoptCase(input: $input) { case { projectId } refusal { code } } }`,
    { input: { idempotencyKey: uuidv7(), id: caseId, expectedVersion: (await api.pool.query("select version from cases where id = $1", [caseId])).rows[0].version, plan: {
      title: "晾衣架", problem: "没地方晾", goal: "有架子", measures: "装架子", budgetFen: 1_850_000, funds: [{ name: "老旧小区改造", fen: 1_850_000 }], deliverables: [{ id: "racks", name: "共享晾衣架", planned: 5 }], milestones: [{ id: "all", title: "安装", weight: 100, dueOn: "2024-07-01" }],
    } } },
    { as: "chen" },
  );
  if (errors.length > 0 || data.adoptCase.refusal) throw new Error(JSON.stringify({ errors, data }));
  const id = (await api.pool.query("select project_id from cases where id = $1", [caseId])).rows[0].project_id as string;
  // Publicised as a row: how a project gets there is told in projects/.
  await api.pool.query(`update secretary_project set state = 'PUBLICISED', project = project || '{"state": "PUBLICISED", "publicityUntil": "2024-06-11T10:00:00.000Z"}' where id = $1`, [id]);
  return { id, caseId };
}

describe("a notice", () => {
  it("is seen by nobody outside as a draft, hangs once published, and is gone at 18:00 of its last day", async () => {
    const p = await did("zhou", "draftPublication", notice());
    expect(p).toMatchObject({ state: "DRAFT", hangs: false });
    expect(await titles()).toEqual([]);
    expect((await passerBy(`${community}/${p.id}`)).status).toBe(404);
    expect(await did("zhou", "publishPublication", on(p))).toMatchObject({ state: "PUBLISHED", hangs: true, until: shanghai("2024-06-06", "18:00") });
    expect(await titles()).toEqual(["端午节值班安排"]);
    expect((await passerBy(`${community}/${p.id}`)).body).toMatchObject({ body: "六月八日至十日有人值班，电话0556-5123456。", takesComments: true, comments: [] });
    const now = await api.clock.now(api.pool);
    api.clock.set(shanghai("2024-06-06", "18:00"));
    expect(await titles()).toEqual([]);
    expect((await passerBy(`${community}/${p.id}`)).status).toBe(404);
    api.clock.set(now);
  });

  it("is published by those who may, in their area, and by nobody else; who works there sees it, the next community does not", async () => {
    expect((await act("li", "draftPublication", notice())).refusal?.code).toBe("FORBIDDEN_RIGHT");
    expect((await act("neighbour", "draftPublication", notice())).refusal?.code).toBe("NOT_FOUND");
    const p = await did("street", "draftPublication", notice({ areaCode: grid(3) }));
    expect((await act("member3", "publishPublication", on(p))).refusal?.code).toBe("FORBIDDEN_RIGHT");
    expect((await act("neighbour", "publishPublication", on(p))).refusal?.code).toBe("NOT_FOUND");
    expect((await look("member5", p.id))?.id).toBe(p.id);
    expect(await look("neighbour", p.id)).toBeNull();
  });

  it("holds no name, phone or room of a resident; `redaction` shows what to write instead", async () => {
    await api.resident("楼海珍");
    const body = "感谢楼海珍（13800138000，3单元302）和陈书记。";
    const p = await did("zhou", "draftPublication", notice({ body }));
    expect((await act("zhou", "publishPublication", on(p))).refusal).toMatchObject({ code: "PERSONAL_DATA_IN_TEXT", message: "文字里还有居民的姓名、手机号或房号，请先遮盖再公示。", path: "body" });
    const asked = `query ($text: String!) { redaction(areaCode: "${community}", text: $text) { found text } }`;
    expect((await api.graphql(asked, { text: body }, { as: "zhou" })).data.redaction).toEqual({ found: ["NAME", "PHONE", "ROOM"], text: "感谢楼某（138****8000，3单元***）和陈书记。" });
    // Whoever publishes nothing there is told nothing about who lives there.
    expect((await api.graphql(asked, { text: "楼海珍" }, { as: "member3" })).data.redaction).toEqual({ found: [], text: "楼海珍" });
    const amended = await did("zhou", "amendPublication", on(p, { ...notice({ body: "感谢楼某和陈书记。" }), kind: undefined, areaCode: undefined, takesComments: true, photoIds: [] }));
    expect((await did("zhou", "publishPublication", on(amended))).hangs).toBe(true);
    expect(JSON.stringify((await passerBy(`${community}/${p.id}`)).body)).not.toMatch(/海珍|13800138000|302/);
  });

  it("is taken down with a reason, and is gone at once", async () => {
    const p = await did("zhou", "draftPublication", notice({ title: "写错了的公告" }));
    const hung = await did("zhou", "publishPublication", on(p));
    await did("zhou", "takeDownPublication", on(hung, { reason: "日期有误" }));
    expect(await titles()).not.toContain("写错了的公告");
    expect((await act("zhou", "publishPublication", on({ ...hung, version: hung.version + 1 }))).refusal?.code).toBe("PUBLICATION_WRONG_STATE");
  });
});

describe("what residents write beneath", () => {
  const words = "架子挡着路，我是楼海珍，13800138000";
  it("is read by nobody before it was shown, then without personal data; its answer hangs beneath it", async () => {
    const p = await did("zhou", "publishPublication", on(await did("zhou", "draftPublication", notice({ title: "收意见的公告" }))));
    const id = uuidv7();
    expect((await passerBy(`${community}/${p.id}/comments`, { id, kind: "OBJECTION", words })).body).toEqual({ left: true });
    // Sent again after a lost answer it is there once.
    expect((await passerBy(`${community}/${p.id}/comments`, { id, kind: "OBJECTION", words })).status).toBe(200);
    expect((await passerBy(`${community}/${p.id}`)).body.comments).toEqual([]);
    const waiting = (await look("zhou", p.id))!;
    expect(waiting).toMatchObject({ waiting: 1, comments: [{ id, state: "PENDING", words, shownWords: "架子挡着路，我是楼某，138****8000" }] });
    const listed = await api.graphql(`{ publications(areas: ["${community}"], waiting: true, first: 10) { nodes { id } } }`, {}, { as: "zhou" });
    expect(listed.data.publications.nodes).toEqual([{ id: p.id }]);
    const open = await did("zhou", "showComment", on(waiting, { commentId: id }));
    const answered = await did("zhou", "answerComment", on(open, { commentId: id, answer: "明天去看" }));
    expect(answered.waiting).toBe(0);
    expect((await passerBy(`${community}/${p.id}`)).body.comments).toMatchObject([{ id, kind: "OBJECTION", words: "架子挡着路，我是楼某，138****8000", answer: "明天去看" }]);
    await did("zhou", "hideComment", on(answered, { commentId: id, reason: "已解决" }));
    expect((await passerBy(`${community}/${p.id}`)).body.comments).toEqual([]);
  });

  it("is refused where nothing hangs or nothing is asked, and past so many a day from one address, with nothing kept", async () => {
    const p = await did("zhou", "publishPublication", on(await did("zhou", "draftPublication", notice({ title: "不收意见", takesComments: false }))));
    const say = (path: string, body: object) => passerBy(path, body);
    expect((await say(`${community}/${p.id}/comments`, { id: uuidv7(), kind: "COMMENT", words: "好" })).body.code).toBe("NO_COMMENTS_NOW");
    expect((await say(`${community}/${uuidv7()}/comments`, { id: uuidv7(), kind: "COMMENT", words: "好" })).status).toBe(404);
    expect((await say(`340802001008/${p.id}/comments`, { id: uuidv7(), kind: "COMMENT", words: "好" })).status).toBe(404);
    const open = await did("zhou", "publishPublication", on(await did("zhou", "draftPublication", notice({ title: "收意见" }))));
    for (const body of [{}, { id: "x", words: "好" }, { id: uuidv7(), kind: "PRAISE", words: "好" }, { id: uuidv7(), kind: "COMMENT", words: " " }, { id: uuidv7(), kind: "COMMENT", words: "长".repeat(501) }]) {
      expect((await say(`${community}/${open.id}/comments`, body)).status).toBe(400);
    }
    let status = 200;
    for (let i = 0; i < 25 && status === 200; i++) ({ status } = await say(`${community}/${open.id}/comments`, { id: uuidv7(), kind: "COMMENT", words: `第${i}条` }));
    expect(status).toBe(429);
    const { rows } = await api.pool.query("select (select count(*) from publication_comment)::int as kept, (select sum(jsonb_array_length(publication -> 'comments'))::int from publication) as counted, (select max(recorded) from daily_count where who like 'board:%') as today");
    expect(rows[0]).toEqual({ kept: 20, counted: 20, today: 20 });
  });
});

describe("a project on the board", () => {
  it("hangs as long as its publicity, with its numbers; an objection is taken up into the project", async () => {
    const { id } = await project(["孙大海", "孙二海", "孙三海"]);
    const draft = { kind: "PROJECT", subjectId: id, areaCode: community, title: "晾衣架项目公示", body: "孙大海等居民反映没地方晾衣。" };
    const p = await did("street", "draftPublication", draft);
    expect((await act("street", "publishPublication", on(p))).refusal?.code).toBe("PERSONAL_DATA_IN_TEXT");
    const clean = await did("street", "amendPublication", on(p, { title: draft.title, body: "居民反映没地方晾衣。", takesComments: true, photoIds: [] }));
    const hung = await did("street", "publishPublication", on(clean));
    expect(hung).toMatchObject({ until: shanghai("2024-06-11", "18:00") });
    const { body } = await passerBy(`${community}/${p.id}`);
    expect(body.facts).toMatchObject({ lines: expect.arrayContaining([{ label: "预算", value: "18,500.00 元" }, { label: "共享晾衣架", value: "计划5" }]), table: { rows: [["安装", "100%", "2024-07-01"]] } });
    const commentId = uuidv7();
    await passerBy(`${community}/${p.id}/comments`, { id: commentId, kind: "OBJECTION", words: "四号架挡路" }, { "x-forwarded-for": "10.1.1.1" });
    // Twenty a day from this address are used up by the test before: the row stands for another neighbour's.
    if ((await look("zhou", p.id))!.comments.length === 0) {
      await api.pool.query("delete from daily_count");
      await passerBy(`${community}/${p.id}/comments`, { id: commentId, kind: "OBJECTION", words: "四号架挡路" });
    }
    const taken = await did("zhou", "takeUpObjection", on((await look("zhou", p.id))!, { commentId }));
    expect(taken.comments).toMatchObject([{ id: commentId, state: "SHOWN" }]);
    const { rows } = await api.pool.query("select project -> 'objections' as objections, (project ->> 'openObjections')::int as open from secretary_project where id = $1", [id]);
    expect(rows[0]).toMatchObject({ open: 1, objections: [{ id: commentId }] });
    expect((await act("zhou", "takeUpObjection", on(taken, { commentId }))).refusal?.code).toBe("ID_TWICE");
  });

  it("is refused for another community's project, before its publicity, and with photos that are not its own", async () => {
    const { id } = await project(["钱一海", "钱二海", "钱三海"]);
    expect((await act("neighbour", "draftPublication", { kind: "PROJECT", subjectId: id, areaCode: "340802001008", title: "x", body: "y" })).refusal?.code).toBe("PUBLICATION_SUBJECT");
    expect((await act("zhou", "draftPublication", { kind: "PROJECT", subjectId: id, areaCode: community, title: "x", body: "y", photoIds: [uuidv7()] })).refusal?.code).toBe("PUBLICATION_PHOTOS");
    const story = await did("zhou", "draftPublication", { kind: "STORY", subjectId: id, areaCode: community, title: "晾衣架的故事", body: "从拉绳到架子。" });
    expect((await act("zhou", "publishPublication", on(story))).refusal?.code).toBe("PUBLICATION_SUBJECT");
  });
});

it("every comment leaves a row in the audit, without a person", async () => {
  const { rows } = await api.pool.query("select count(*)::int as n, count(person_id)::int as by from audit where action = 'commentOnBoard'");
  expect(rows[0]).toEqual({ n: 21, by: 0 });
  expect(await tell(api, "zhou", "collectOpinion", { words: "x", kind: "OPINION", place: { compoundId: api.compoundId }, channel: "VISIT" })).toMatchObject({ refusal: null });
});
