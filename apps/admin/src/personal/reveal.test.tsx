import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { People, Respondents } from "../cases/People.tsx";
import { Voices } from "../cases/Voices.tsx";
import { fakeApi } from "../cases/testing/fake-api.ts";
import { sampleCase } from "../cases/testing/sample-case.ts";
import { within } from "../cases/testing/within.tsx";
import { ViewerContext, type Viewer } from "../session/viewer.ts";
import { admin, he, zhou } from "../session/testing/people.ts";
import RevealDialog from "./RevealDialog.tsx";
import { RevealCase } from "./reveal-case.ts";

const person = { id: "r1", name: "武某" };
const secret = { name: "武金雀", phone: "13666660000", address: "曹家巷小区1号楼3单元302" };
const shown = (more: object = {}) => ({ revealPersonalData: { __typename: "RevealPersonalDataPayload", revealed: { __typename: "RevealedPersonalData", ...secret }, refusal: null, ...more } });

async function drawer(viewer: object, answer: object = shown()) {
  const api = fakeApi({ RevealPersonalData: answer });
  const detail = sampleCase({ parties: [{ key: "person:r1", side: "A", person }] });
  await within(
    <ViewerContext value={viewer as Viewer}>
      <RevealCase value={detail.id}>
        <Voices opinions={detail.opinions} collectedAt={detail.collectedAt} />
        <People assignments={detail.assignments} parties={detail.parties} />
        <Respondents respondents={detail.respondents} />
      </RevealCase>
    </ViewerContext>,
    api.client,
  );
  return api;
}

test("C34: masked names have a button, workers and the anonymous have none, and neither has anybody without the right", async () => {
  await drawer(zhou.viewer);
  await expect.element(page.getByRole("button", { name: "显示武某的个人信息" }).first()).toBeVisible();
  expect(page.getByRole("button").elements()).toHaveLength(3);
});

test("C34: whoever has no duty gets no button", async () => {
  await drawer(admin.viewer);
  await expect.element(page.getByText("二楼拐角的管子接头一直滴。")).toBeVisible();
  expect(page.getByRole("button").elements()).toHaveLength(0);
});

test("C34: asks why, shows what was chosen, and sends one look with its case", async () => {
  const api = await drawer(he.viewer);
  await page.getByRole("button", { name: "显示武某的个人信息" }).first().click();
  const dialog = page.getByRole("dialog", { name: "查看武某的个人信息" });
  await dialog.getByRole("button", { name: "查看" }).click();
  await expect.element(dialog.getByText("请写明理由，至少四个字。")).toBeVisible();
  expect(api.inputsOf("RevealPersonalData")).toEqual([]);
  await dialog.getByRole("textbox", { name: "查看理由" }).fill("上门前电话联系");
  await dialog.getByRole("button", { name: "查看" }).click();
  await expect.element(dialog.getByText(secret.phone)).toBeVisible();
  await expect.element(dialog.getByText("60 秒后自动隐藏")).toBeVisible();
  expect(dialog.getByText(secret.address).elements()).toHaveLength(0);
  expect(api.inputsOf("RevealPersonalData")).toMatchObject([{ personId: "r1", caseId: sampleCase().id, fields: ["NAME", "PHONE"], reason: "上门前电话联系" }]);
  await dialog.getByRole("button", { name: "隐藏" }).click();
  await expect.element(page.getByText(secret.phone)).not.toBeInTheDocument();
});

test("C34: hides again by itself, and leaves nothing in the page, its address or its storage", async () => {
  const api = fakeApi({ RevealPersonalData: shown() });
  const onClose = vi.fn();
  await within(<RevealDialog person={person} caseId="c" onClose={onClose} seconds={2} />, api.client);
  await page.getByRole("textbox", { name: "查看理由" }).fill("上门前电话联系");
  await page.getByRole("button", { name: "查看" }).click();
  await expect.element(page.getByText(secret.phone)).toBeVisible();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce(), { timeout: 5000 });
  const kept = JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }]);
  for (const text of Object.values(secret)) expect(kept).not.toContain(text);
});

test("says why the server shows nothing", async () => {
  await drawer(he.viewer, shown({ revealed: null, refusal: { __typename: "Refusal", code: "FORBIDDEN_RIGHT", message: "只有相应区域的网格员可以查看。" } }));
  await page.getByRole("button", { name: "显示武某的个人信息" }).first().click();
  await page.getByRole("textbox", { name: "查看理由" }).fill("上门前电话联系");
  await page.getByRole("button", { name: "查看", exact: true }).click();
  await expect.element(page.getByText("只有相应区域的网格员可以查看。")).toBeVisible();
});
