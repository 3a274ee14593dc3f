import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { button, choose, form, peopleDesk, submit } from "../people/testing/people-desk.ts";
import { community } from "../people/testing/sample-people.ts";
import { json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { he, zhou } from "../session/testing/people.ts";

const desk = peopleDesk();

const facts = { __typename: "PublicationFacts", lines: [{ __typename: "PublicationLine", label: "预算", value: "18,500.00 元" }], table: { __typename: "PublicationTable", columns: ["节点", "期限"], rows: [["安装", "2024-05-08"]] } };
const comment = (id: string, more: object = {}) => ({ __typename: "PublicComment", id, kind: "COMMENT", at: "2024-05-05T02:00:00.000Z", state: "PENDING", words: "好", shownWords: "好", answer: null, ...more });
const notice = {
  __typename: "Publication", id: "n-1", version: 4, kind: "NOTICE", subjectId: null, areaCode: community, areaName: "天后宫社区", state: "PUBLISHED", hangs: true, title: "劳动节值班安排", body: "节日期间有人值班。", days: 5,
  takesComments: true, photoIds: [], publishedAt: "2024-04-30T02:00:00.000Z", until: "2024-05-10T10:00:00.000Z", waiting: 0, facts: null, comments: [],
};
const project = {
  ...notice, id: "n-2", version: 6, kind: "PROJECT", subjectId: "p-1", title: "晾衣架项目公示", body: "居民反映没地方晾。", facts, waiting: 1, days: null,
  comments: [comment("c-1", { state: "SHOWN", words: "赞成" }), comment("c-2", { kind: "OBJECTION", words: "挡路，我是楼海珍", shownWords: "挡路，我是楼某" })],
};
const draft = { ...notice, id: "n-3", version: 1, state: "DRAFT", hangs: false, title: "清明值班", publishedAt: null, until: null };

function stand(viewer: unknown): void {
  const { answers } = desk.server;
  answers["Viewer"] = () => viewer;
  answers["Publications"] = ({ states, waiting }) => ({
    publications: { __typename: "PublicationConnection", pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null }, nodes: Array.isArray(states) ? [draft] : waiting === true ? [project] : [project, notice, draft] },
  });
  answers["PublicationSubjects"] = () => ({ projects: { __typename: "ProjectConnection", nodes: [{ __typename: "SecretaryProject", id: "p-1", no: "2024-02", title: "共享晾衣架", problem: "没地方晾。", goal: "有架子。", measures: "装架子。", communityCode: community }] } });
  answers["PublicationPhotos"] = () => ({ project: { __typename: "SecretaryProject", id: "p-1", cases: [] } });
}
const card = (name: string) => page.getByRole("list", { name: "公示公告" }).getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
const payload = (field: string) => () => ({ [field]: { __typename: `${field.charAt(0).toUpperCase()}${field.slice(1)}Payload`, publication: notice, refusal: null } });

describe("what the community publishes", () => {
  test("shows what hangs until when, what waits, and to whom may not publish, why", async () => {
    stand(he);
    const router = await openPage("/publications");
    await expect.element(card("劳动节值班安排")).toMatchTextContent(/公告公示中天后宫社区劳动节值班安排.*2024年4月30日 公示 · 公示到 2024年5月10日 18:00/);
    await expect.element(card("晾衣架项目公示")).toMatchTextContent(/项目公示公示中1 条待处理/);
    await expect.element(button("起草")).toHaveAttribute("aria-disabled", "true");
    await expect.element(card("清明值班").getByRole("button", { name: "公示" })).toHaveAttribute("aria-disabled", "true");
    await page.getByRole("radio", { name: "草稿" }).click();
    await expect.element(card("清明值班")).toBeVisible();
    expect(router.state.location.href).toBe("/publications?show=drafts");
    expect(desk.server.asked("Publications").at(-1)).toMatchObject({ areas: [community], states: ["DRAFT"] });
  });

  test("a notice is drafted, checked for personal data and masked in one press", async () => {
    stand(zhou);
    desk.server.answers["Redaction"] = ({ text }) => ({ redaction: { __typename: "RedactionType", found: String(text).includes("海珍") ? ["NAME", "PHONE"] : [], text: "感谢楼某（138****8000）。" } });
    desk.server.answers["DraftPublication"] = payload("draftPublication");
    await openPage("/publications");
    await button("起草").click();
    await submit("起草公示", "起草").click();
    await expect.element(page.getByText("请填写标题")).toBeVisible();
    await page.getByRole("textbox", { name: /^标题/ }).fill("表扬");
    await page.getByRole("textbox", { name: /^正文/ }).fill("感谢楼海珍（13800138000）。");
    await button("检查个人信息").click();
    await expect.element(page.getByText("发现居民的姓名、手机号")).toBeVisible();
    await button("换成遮盖后的文字").click();
    await expect.element(page.getByRole("textbox", { name: /^正文/ })).toHaveValue("感谢楼某（138****8000）。");
    await button("检查个人信息").click();
    await expect.element(page.getByText("没有发现居民的个人信息")).toBeVisible();
    await submit("起草公示", "起草").click();
    await expect.element(form("起草公示")).not.toBeInTheDocument();
    expect(desk.inputsOf("DraftPublication")[0]).toMatchObject({ kind: "NOTICE", areaCode: community, subjectId: null, title: "表扬", body: "感谢楼某（138****8000）。", days: 5, takesComments: true, photoIds: [] });
  });

  test("a project brings its text along and no days of its own", async () => {
    stand(zhou);
    desk.server.answers["DraftPublication"] = payload("draftPublication");
    await openPage("/publications");
    await button("起草").click();
    await choose(/^公告/, "项目公示");
    await submit("起草公示", "起草").click();
    await expect.element(page.getByText("请选择公示的项目")).toBeVisible();
    await choose(/公示的项目/, "2024-02 共享晾衣架");
    await expect.element(page.getByRole("textbox", { name: /^正文/ })).toHaveValue("没地方晾。\n有架子。\n装架子。");
    await expect.element(page.getByRole("textbox", { name: /工作日/ })).not.toBeInTheDocument();
    await submit("起草公示", "起草").click();
    await expect.element(form("起草公示")).not.toBeInTheDocument();
    expect(desk.inputsOf("DraftPublication")[0]).toMatchObject({ kind: "PROJECT", subjectId: "p-1", title: "共享晾衣架", days: null });
  });

  test("is published once confirmed; a refusal is read where it was asked", async () => {
    stand(zhou);
    desk.server.answers["PublishPublication"] = () => ({ publishPublication: { __typename: "PublishPublicationPayload", publication: null, refusal: { __typename: "Refusal", code: "PERSONAL_DATA_IN_TEXT", path: "body", message: "文字里还有居民的姓名", currentVersion: null } } });
    await openPage("/publications");
    await card("清明值班").getByRole("button", { name: "公示" }).click();
    await submit("公示：清明值班", "公示").click();
    await expect.element(form("公示：清明值班")).toMatchTextContent(/文字里还有居民的姓名/);
    desk.server.answers["PublishPublication"] = payload("publishPublication");
    await submit("公示：清明值班", "公示").click();
    await expect.element(form("公示：清明值班")).not.toBeInTheDocument();
    expect(desk.inputsOf("PublishPublication")[1]).toMatchObject({ id: "n-3", expectedVersion: 1 });
  });

  test("comments: those that wait come first; shown as masked, hidden with a reason, answered, taken up", async () => {
    stand(zhou);
    for (const field of ["showComment", "hideComment", "answerComment", "takeUpObjection"]) desk.server.answers[field.charAt(0).toUpperCase() + field.slice(1)] = payload(field);
    await openPage("/publications");
    const lines = card("晾衣架项目公示").getByRole("list").getByRole("listitem");
    await expect.element(lines.first()).toMatchTextContent(/异议待审核.*挡路，我是楼海珍网页上显示为：挡路，我是楼某/);
    await lines.first().getByRole("button", { name: "受理异议" }).click();
    await submit("受理异议").click();
    await expect.element(form("受理异议")).not.toBeInTheDocument();
    expect(desk.inputsOf("TakeUpObjection")[0]).toMatchObject({ id: "n-2", expectedVersion: 6, commentId: "c-2" });
    await lines.first().getByRole("button", { name: "不公开" }).click();
    await submit("不公开这条留言", "不公开").click();
    await expect.element(page.getByText("请填写理由")).toBeVisible();
    await page.getByRole("textbox", { name: /^理由/ }).fill("骂人");
    await submit("不公开这条留言", "不公开").click();
    await expect.element(form("不公开这条留言")).not.toBeInTheDocument();
    expect(desk.inputsOf("HideComment")[0]).toMatchObject({ commentId: "c-2", reason: "骂人" });
    await lines.first().getByRole("button", { name: "答复" }).click();
    await page.getByRole("textbox", { name: /^答复/ }).fill("已向东移三米");
    await submit("答复留言", "答复").click();
    await expect.element(form("答复留言")).not.toBeInTheDocument();
    expect(desk.inputsOf("AnswerComment")[0]).toMatchObject({ commentId: "c-2", answer: "已向东移三米" });
  });
});

describe("the public board", () => {
  const line = { id: "n-2", kind: "PROJECT", title: "晾衣架项目公示", areaName: "天后宫社区", publishedAt: "2024-05-01T02:00:00.000Z", until: "2024-05-10T10:00:00.000Z", photos: 0 };
  const whole = { ...line, body: "居民反映没地方晾。", facts, photoIds: [], takesComments: true, comments: [{ id: "c-1", kind: "OBJECTION", at: "2024-05-05T02:00:00.000Z", words: "挡路", answer: "已向东移三米", answeredAt: "2024-05-06T02:00:00.000Z" }] };
  function answerPublic(answer: (url: string, init: RequestInit | undefined) => Response): { url: string; credentials: unknown; body: unknown }[] {
    const asked: { url: string; credentials: unknown; body: unknown }[] = [];
    const below = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.includes("/api/board/")) return below(input, init);
      asked.push({ url, credentials: init?.credentials, body: typeof init?.body === "string" ? JSON.parse(init.body) : undefined });
      return answer(url, init);
    };
    return asked;
  }

  test("lists what hangs, without a session", async () => {
    const asked = answerPublic(() => json({ community: "天后宫社区", publications: [line] }));
    await openPage(`/notices/${community}`);
    await expect.element(page.getByRole("heading", { level: 1, name: "天后宫社区公示栏" })).toBeVisible();
    await expect.element(page.getByRole("link", { name: /晾衣架项目公示/ })).toHaveAttribute("href", `/notices/${community}/n-2`);
    expect(asked).toEqual([{ url: `/api/board/${community}`, credentials: "omit", body: undefined }]);
    expect(desk.server.asked("Viewer")).toHaveLength(0);
  });

  test("shows one with its numbers, comments and answers; a comment sent again after a lost answer has the same id", async () => {
    let isLost = true;
    const asked = answerPublic((url) => {
      if (!url.endsWith("/comments")) return json(whole);
      if (isLost) throw new TypeError("lost");
      return json({ left: true });
    });
    await openPage(`/notices/${community}/n-2`);
    await expect.element(page.getByRole("heading", { level: 1, name: "晾衣架项目公示" })).toBeVisible();
    await expect.element(page.getByText("18,500.00 元")).toBeVisible();
    await expect.element(page.getByRole("cell", { name: "安装" })).toBeVisible();
    await expect.element(page.getByRole("region", { name: "居民留言" })).toMatchTextContent(/异议.*挡路社区答复：已向东移三米/);
    await button("发送").click();
    await expect.element(page.getByText("请填写内容")).toBeVisible();
    await form("我要留言").getByText("异议", { exact: true }).click();
    await page.getByRole("textbox", { name: /^内容/ }).fill("四号架挡路");
    await button("发送").click();
    await expect.element(page.getByText("没有连上，请检查网络后重试")).toBeVisible();
    isLost = false;
    await button("发送").click();
    await expect.element(page.getByText("已收到，谢谢。社区看过后会公开。")).toBeVisible();
    const sent = asked.filter(({ url }) => url.endsWith("/comments")).map(({ body }) => body as { id: string });
    expect(sent).toMatchObject([{ kind: "OBJECTION", words: "四号架挡路" }, { kind: "OBJECTION", words: "四号架挡路" }]);
    expect(sent[1]?.id).toBe(sent[0]?.id);
  });

  test("says when nothing hangs, and what is no board", async () => {
    answerPublic((url) => (url.endsWith("n-9") ? json({ code: "NOT_FOUND" }, 404) : json({ community: "天后宫社区", publications: [] })));
    await openPage(`/notices/${community}`);
    await expect.element(page.getByText("现在没有公示")).toBeVisible();
    await cleanup();
    await openPage(`/notices/${community}/n-9`);
    await expect.element(page.getByText("没有这条公示")).toBeVisible();
  });

  test.each(looks)("both pages hold: $theme $language $width", async (look) => {
    await wear(look);
    stand(zhou);
    answerPublic(() => json(whole));
    await openPage("/publications", look);
    await expect.element(page.getByRole("heading", { name: "劳动节值班安排" })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await cleanup();
    await openPage(`/notices/${community}/n-2`, look);
    await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await flaws()).toEqual([]);
  });
});
