import { caseActionNames } from "@bandeng/domain";
import { Suspense } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { actionForms } from "../cases/actions/action-forms.ts";
import { fakeApi, type FakeAnswer } from "../cases/testing/fake-api.ts";
import { sampleCase } from "../cases/testing/sample-case.ts";
import { within } from "../cases/testing/within.tsx";
import HelpPanel from "./HelpPanel.tsx";

const person = (id: string, name: string) => ({ id, name });
const open = { id: "k1", skills: ["LAW"], ask: "请来说说责任", calledAt: "2026-03-02T02:00:00.000Z", calledBy: person("p-li", "李网格长"), waiting: 1, endedAt: null, outcome: null,
  asked: [{ personId: "p-f", askedAt: "2026-03-02T02:00:00.000Z", replyDueAt: "2026-03-03T10:00:00.000Z", answeredAt: null, answer: null, person: person("p-f", "方律师") }] };
const fact = { id: "f1", question: "出户窨井在哪里？", askedAt: "2026-03-02T02:00:00.000Z", askedBy: person("p-li", "李网格长"), answer: null, evidence: null, attachmentId: null, answeredAt: null, answeredBy: null, withdrawnAt: null };
const help = { case: { id: sampleCase().id, version: 9, helpers: [{ personId: "p-g", person: person("p-g", "冯工") }], expertCalls: [open], facts: [fact] } };
const offered = (id: string, name: string, standing: string) => ({ id, version: 1, personId: `p-${id}`, name, areaCode: "340802001007", areaName: "天后宫社区", org: "某所", skills: ["LAW"], available: true, confirmedAt: "2026-01-01T00:00:00.000Z", confirmed: standing === "CALLABLE", standing, medianMinutes: null, asked: 0, answered: 0 });
const onAct = vi.fn();
const onDone = vi.fn();

const answers: Record<string, FakeAnswer> = {
  CaseHelp: help,
  CaseDetail: { case: sampleCase({ facts: [{ id: "f1", answeredAt: null, withdrawnAt: null }] }) },
  OfferedExperts: { experts: { nodes: [offered("e1", "方律师", "CALLABLE"), offered("e2", "丁律师", "CALLABLE"), offered("e3", "卫律师", "CONFIRM_FIRST")] } },
};

beforeEach(() => {
  onAct.mockReset();
  onDone.mockReset();
});
afterEach(cleanup);

async function form(action: (typeof caseActionNames)[number], more: Record<string, FakeAnswer> = {}) {
  const api = fakeApi({ ...answers, ...more });
  const Form = actionForms[action];
  await within(
    <Suspense>
      <Form card={sampleCase()} onDone={onDone} onCancel={vi.fn()} />
    </Suspense>,
    api.client,
  );
  return api;
}

describe("专家与部门", () => {
  test("tells who came, who is asked until when, and what has to be found out; each with its button", async () => {
    await within(<HelpPanel detail={sampleCase({}, ["callExpert", "answerFact"])} onAct={onAct} />, fakeApi(answers).client);
    await expect.element(page.getByText("冯工")).toBeVisible();
    await expect.element(page.getByText(/正在问 方律师，.*18:00 前答复/)).toBeVisible();
    await expect.element(page.getByText("后面还有 1 位")).toBeVisible();
    await expect.element(page.getByText("1 项待核实")).toBeVisible();
    await page.getByRole("button", { name: "随时调用" }).click();
    await page.getByRole("button", { name: "答复“出户窨井在哪里？”" }).click();
    expect(onAct.mock.calls.flat()).toEqual(["callExpert", "answerFact"]);
    await expect.element(page.getByRole("button", { name: "请 冯工 退出" })).toHaveAttribute("aria-disabled", "true");
  });
});

describe("随时调用", () => {
  test("three taps: a skill, who comes first is chosen, call", async () => {
    const api = await form("callExpert", { CallExpert: { callExpert: { case: sampleCase({ version: 10 }), refusal: null } } });
    await page.getByRole("button", { name: "法律" }).click();
    await expect.element(page.getByRole("checkbox", { name: /方律师/ })).toBeChecked();
    await page.getByRole("button", { name: "调用专家" }).click();
    await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(api.inputsOf("CallExpert")).toMatchObject([{ skills: ["LAW"], expertIds: ["e1"], ask: expect.stringContaining("下水管道"), expectedVersion: 9 }]);
  });
  test("the order of ticking is the order of asking; who has to be asked first cannot be ticked", async () => {
    const api = await form("callExpert", { CallExpert: { callExpert: { case: sampleCase({ version: 10 }), refusal: null } } });
    await page.getByRole("button", { name: "法律" }).click();
    await page.getByRole("checkbox", { name: /方律师/ }).click({ force: true });
    await page.getByRole("checkbox", { name: /丁律师/ }).click({ force: true });
    await page.getByRole("checkbox", { name: /方律师/ }).click({ force: true });
    await page.getByRole("checkbox", { name: /卫律师/ }).click({ force: true });
    await expect.element(page.getByRole("checkbox", { name: /卫律师/ })).not.toBeChecked();
    await page.getByRole("button", { name: "调用专家" }).click();
    await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(api.inputsOf("CallExpert")).toMatchObject([{ expertIds: ["e2", "e1"] }]);
  });
});

test("an answer that came by phone is noted for whoever is asked now", async () => {
  const api = await form("answerCall", { AnswerExpertCall: { answerExpertCall: { case: sampleCase({ version: 10 }), refusal: null } } });
  await page.getByRole("radiogroup", { name: /方律师 的答复/ }).getByText("不能来").click();
  await page.getByRole("button", { name: "答复邀请" }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(api.inputsOf("AnswerExpertCall")).toMatchObject([{ callId: "k1", accepted: false }]);
});

test("a question of fact is answered with evidence, not without", async () => {
  const api = await form("answerFact", { AnswerFact: { answerFact: { case: sampleCase({ version: 10 }), refusal: null } } });
  await page.getByRole("textbox", { name: /^答复/ }).fill("在露台下面");
  await page.getByRole("button", { name: "答复待核实事项" }).click();
  await expect.element(page.getByText("请填写依据")).toBeVisible();
  await page.getByRole("textbox", { name: /^依据/ }).fill("现场看过");
  await page.getByRole("button", { name: "答复待核实事项" }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(api.inputsOf("AnswerFact")).toMatchObject([{ factId: "f1", answer: "在露台下面", evidence: "现场看过", attachmentId: null }]);
});

test("whoever resolves is warned of questions that are still open, and may all the same", async () => {
  const api = await form("resolve", { ResolveCase: { resolveCase: { case: sampleCase({ version: 10 }), refusal: null } } });
  await expect.element(page.getByRole("alert")).toMatchTextContent("还有 1 项待核实事项没有答复");
  await page.getByRole("textbox").fill("修好了");
  await page.getByRole("button", { name: "办结待回访" }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(api.inputsOf("ResolveCase")).toMatchObject([{ result: "修好了" }]);
});
