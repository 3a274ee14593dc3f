import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { caseActionNames, namesIn } from "@bandeng/domain";
import { Suspense } from "react";
import { cleanup } from "vitest-browser-react";
import { fakeApi, type FakeAnswer } from "../testing/fake-api.ts";
import { he, li, sampleCase, sampleEvent, sampleEvents, sampleId } from "../testing/sample-case.ts";
import { within } from "../testing/within.tsx";
import type { ActionDone } from "./action-form.ts";
import { actionForms } from "./action-forms.ts";

const onDone = vi.fn<(result: ActionDone) => void>();
const onCancel = vi.fn();
const card = sampleCase();

const lists: Record<string, FakeAnswer> = {
  CaseDetail: { case: card },
  CaseTimeline: { case: { id: sampleId, version: 9, events: sampleEvents } },
  Workers: { workers: [{ id: li.id, name: li.name, roles: ["GRID_HEAD"], leads: 4 }, { id: he.id, name: he.name, roles: ["GRID_MEMBER"], leads: 2 }] },
  Departments: { departments: [{ id: "d1", name: "区住建局" }] },
  PartyResidents: { residents: [{ id: "r1", name: "武某", address: "曹家巷小区1号楼" }, { id: "r2", name: "武某", address: "曹家巷小区2号楼" }] },
  AmendBuildings: { buildings: { nodes: [{ id: "b2", address: "曹家巷小区2号楼", compoundName: "曹家巷小区", pinyin: "", units: [{ id: "u1", no: 1 }] }] } },
  MergeTargets: { inCompound: { nodes: [{ id: "other", no: "340802001007-2026-0070", version: 2, title: "同一根管子", kind: "DIFFICULTY", status: "ACCEPTED", level: "BUILDING", place: {}, due: null }] } },
};

async function open(action: (typeof caseActionNames)[number], answers: Record<string, FakeAnswer> = {}, given = card, language: "zh" | "en" = "zh") {
  const api = fakeApi({ ...lists, ...answers });
  const Form = actionForms[action];
  await within(
    <div style={{ width: 320 }}>
      <Suspense>
        <Form card={given} onDone={onDone} onCancel={onCancel} />
      </Suspense>
    </div>,
    api.client,
    language,
  );
  await expect.element(page.getByRole("heading", { level: 3, includeHidden: true })).toBeVisible();
  return api;
}

const alertText = () => expect.poll(() => page.getByRole("alert").element().textContent);
const submit = () => page.getByRole("button", { name: "上报一级" }).click();
const reason = () => page.getByRole("textbox", { name: "理由" });
const refusal = (more: object) => ({ escalateCase: { case: null, refusal: { code: "TEXT_TOO_LONG", message: "理由最多 2000 字。", path: "reason", currentVersion: null, ...more } } });
const done = { escalateCase: { case: { ...card, level: "COMMUNITY", version: 10 }, refusal: null } };

beforeEach(() => {
  onDone.mockReset();
  onCancel.mockReset();
});
afterEach(cleanup);

describe("every verb of the table has a form", () => {
  test.each(caseActionNames)("%s: named, focused inside, cancelled by its button", async (action) => {
    await open(action);
    const form = page.getByRole("form", { name: namesIn("zh").action[action], includeHidden: true });
    await expect.element(form).toBeVisible();
    await vi.waitFor(() => expect(form.element().contains(document.activeElement)).toBe(true));
    // A form that begins with a search has opened its list already.
    if (document.querySelector("[role=listbox]")) await userEvent.keyboard("{Escape}");
    // Within the form: a list that opens late brings a hidden button of the same name.
    await form.getByRole("button", { name: "取消", includeHidden: true }).click();
    expect(onCancel).toHaveBeenCalledOnce();
  });
});

test("an empty form says what is missing, at the field, and sends nothing", async () => {
  const api = await open("escalate");
  await submit();
  await expect.element(reason()).toHaveAccessibleDescription("请填写理由");
  await expect.element(reason()).toHaveFocus();
  expect(api.inputsOf("EscalateCase")).toEqual([]);
});

test("Ctrl+Enter submits, with the version it was decided on and a key of its own", async () => {
  const api = await open("escalate", { EscalateCase: done });
  await userEvent.fill(reason(), "楼栋里办不了");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(onDone.mock.calls[0]?.[0]).toMatchObject({ action: "escalate", case: { version: 10, level: "COMMUNITY" } });
  expect(api.inputsOf("EscalateCase")).toEqual([{ id: sampleId, expectedVersion: 9, reason: "楼栋里办不了", idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
});

test("a refusal stands at the field it names, and nowhere else", async () => {
  await open("escalate", { EscalateCase: refusal({}) });
  await userEvent.fill(reason(), "很长");
  await submit();
  await expect.element(reason()).toHaveAccessibleDescription("理由最多 2000 字。");
  expect(page.getByText("理由最多 2000 字。").elements()).toHaveLength(1);
  await expect.element(reason()).toHaveFocus();
  expect(onDone).not.toHaveBeenCalled();
});

test("a refusal of the whole stands in the form as an alert, once", async () => {
  await open("escalate", { EscalateCase: refusal({ code: "BY_MILESTONES", message: "已列入书记项目，按节点办理。", path: null }) });
  await userEvent.fill(reason(), "理由");
  await submit();
  await expect.element(page.getByRole("alert")).toHaveTextContent("已列入书记项目，按节点办理。");
  expect(page.getByText("已列入书记项目，按节点办理。").elements()).toHaveLength(1);
});

test("a conflict tells what happened and keeps the typed text; the next submit goes by the new version", async () => {
  const api = await open("escalate", {
    EscalateCase: ({ input }) => ((input as { expectedVersion: number }).expectedVersion === 9 ? refusal({ code: "CONFLICT", message: "冲突", path: "expectedVersion", currentVersion: 10 }) : done),
    CaseSince: { case: { ...card, version: 10, events: [sampleEvent(10, "CONTACTED", { kind: "PHONE" }, { actor: li }), ...sampleEvents] } },
  });
  await userEvent.fill(reason(), "我写了很久的理由");
  await submit();
  await alertText().toMatch(/李网格长 联系反映人（电话）/);
  await alertText().not.toMatch(/申请延期/);
  await expect.element(reason()).toHaveValue("我写了很久的理由");
  await submit();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  const [first, second] = api.inputsOf("EscalateCase");
  expect(second).toMatchObject({ expectedVersion: 10, reason: "我写了很久的理由" });
  expect(second?.["idempotencyKey"]).not.toBe(first?.["idempotencyKey"]);
});

test("after a conflict an act that is no longer possible says so and cannot be sent", async () => {
  await open("escalate", {
    EscalateCase: refusal({ code: "CONFLICT", message: "冲突", path: "expectedVersion", currentVersion: 10 }),
    CaseSince: { case: { ...sampleCase({ version: 10, status: "RESOLVED" }, ["callBack"]), events: [sampleEvent(10, "RESOLVED", { result: "换了接头", outcome: null }, { actor: he })] } },
  });
  await userEvent.fill(reason(), "理由");
  await submit();
  await expect.element(page.getByRole("button", { name: "上报一级" })).toHaveAttribute("aria-disabled", "true");
  await expect.element(page.getByRole("button", { name: "上报一级" })).toHaveAccessibleDescription(/现在不能再提交/);
  await expect.element(reason()).toHaveValue("理由");
});

describe("when the network fails", () => {
  test("the same submit is the same act: it goes with the same key", async () => {
    let isOffline = true;
    const api = await open("escalate", { EscalateCase: () => (isOffline ? "offline" : done) });
    await userEvent.fill(reason(), "理由");
    await submit();
    await alertText().toMatch(/没有连上服务器/);
    await expect.element(reason()).toHaveValue("理由");
    isOffline = false;
    await submit();
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    const [first, second] = api.inputsOf("EscalateCase");
    expect(second).toEqual(first);
  });

  test("another text is another act: it gets a key of its own", async () => {
    const api = await open("escalate", { EscalateCase: "offline" });
    await userEvent.fill(reason(), "理由");
    await submit();
    await expect.element(page.getByRole("alert")).toBeVisible();
    await userEvent.fill(reason(), "别的理由");
    await submit();
    await vi.waitFor(() => expect(api.inputsOf("EscalateCase")).toHaveLength(2));
    const [first, second] = api.inputsOf("EscalateCase");
    expect(second?.["idempotencyKey"]).not.toBe(first?.["idempotencyKey"]);
  });
});

test("accepting a dispute names two parties, found by surname", async () => {
  const api = await open("accept", { AcceptCase: { acceptCase: { case: card, refusal: null } } }, sampleCase({ status: "COLLECTED", kind: "DIFFICULTY", category: null }));
  await page.getByRole("radio", { name: "纠纷" }).click();
  await page.getByRole("button", { name: /类别/ }).click();
  await page.getByRole("option", { name: "噪声扰民" }).click();
  const parties = page.getByRole("combobox", { name: "当事人" });
  for (const home of ["1号楼", "2号楼"]) {
    await userEvent.fill(parties, "武");
    await page.getByRole("option", { name: new RegExp(home) }).click();
  }
  await page.getByRole("button", { name: "受理" }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(api.inputsOf("AcceptCase")[0]).toMatchObject({ kind: "DISPUTE", category: "disputes.noise", severity: "HIGH", partyIds: ["r1", "r2"], anonymousParty: false });
});

test("a mediation is opened between two parties, by a mediator, with their consent", async () => {
  const parties = [{ key: "person:r1", side: "A", person: { id: "r1", name: "孙某" } }, { key: "person:r2", side: "B", person: { id: "r2", name: "赵某" } }];
  const dispute = sampleCase({ kind: "DISPUTE", level: "COMMUNITY", parties });
  const api = await open("mediate", { CaseDetail: { case: dispute }, OpenMediation: { openMediation: { case: dispute, refusal: null } } }, dispute);
  await page.getByText("赵某 · B方").click();
  await page.getByRole("button", { name: "开始调解" }).click();
  await expect.element(page.getByText("至少要有两方当事人")).toBeVisible();
  await page.getByText("赵某 · B方").click();
  await page.getByRole("combobox", { name: /调解员/ }).fill(li.name);
  await page.getByRole("option", { name: new RegExp(li.name) }).click();
  await page.getByRole("button", { name: "开始调解" }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(api.inputsOf("OpenMediation")[0]).toMatchObject({ partyKeys: ["person:r1", "person:r2"], mediatorIds: [li.id], consented: true });
});

test("a call-back that reached somebody needs both answers, and words with dissatisfaction", async () => {
  const api = await open("callBack", { RecordCallback: { recordCallback: { case: card, refusal: null } } }, sampleCase({ status: "RESOLVED" }));
  await page.getByRole("button", { name: /回访对象/ }).click();
  await page.getByRole("option", { name: /武某/ }).click();
  await page.getByRole("button", { name: "回访", exact: true }).click();
  await expect.element(page.getByText("请选择他说解决了吗")).toBeVisible();
  await page.getByText("没有解决", { exact: true }).click();
  await page.getByText("不满意", { exact: true }).click();
  await page.getByRole("button", { name: "回访", exact: true }).click();
  await expect.element(page.getByRole("textbox", { name: "他说的话" })).toHaveAccessibleDescription("请填写他说的话");
  await userEvent.fill(page.getByRole("textbox", { name: "他说的话" }), "还在滴");
  await page.getByRole("button", { name: "回访", exact: true }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(api.inputsOf("RecordCallback")[0]).toMatchObject({ respondent: "person:r1", reached: true, resolved: false, satisfaction: "DISSATISFIED", words: "还在滴" });
});

test("an amendment sends what was changed and nothing else", async () => {
  const api = await open("amend", { AmendCase: { amendCase: { case: card, refusal: null } } });
  await userEvent.fill(page.getByRole("textbox", { name: "标题" }), "污水管漏水");
  await page.getByRole("button", { name: "修改" }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(Object.keys(api.inputsOf("AmendCase")[0] ?? {}).toSorted()).toEqual(["expectedVersion", "id", "idempotencyKey", "title"]);
});

test("the weights of a plan are summed while they are typed", async () => {
  await open("adopt");
  await expect.element(page.getByText(/权重合计 100 · 正好 100/)).toBeVisible();
  const weight = page.getByRole("textbox", { name: "节点 1 的权重" });
  await userEvent.fill(weight, "40");
  await userEvent.tab();
  await expect.element(page.getByText(/权重合计 40 · 还差 60/)).toBeVisible();
  await page.getByRole("button", { name: "加一个节点" }).click();
  await expect.element(page.getByText(/权重合计 100 · 正好 100/)).toBeVisible();
  // Another one takes half of the last: the sum stays.
  await page.getByRole("button", { name: "加一个节点" }).click();
  await expect.element(page.getByText(/权重合计 100 · 正好 100/)).toBeVisible();
  await expect.element(page.getByRole("textbox", { name: "节点 3 的权重" })).toHaveValue("30");
});
