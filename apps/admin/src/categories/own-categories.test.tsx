import { categories } from "@bandeng/domain";
import { Suspense } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { actionForms } from "../cases/actions/action-forms.ts";
import { CaseHeader } from "../cases/CaseHeader.tsx";
import { fakeApi } from "../cases/testing/fake-api.ts";
import { sampleCase } from "../cases/testing/sample-case.ts";
import { within } from "../cases/testing/within.tsx";
import { setOwnTrees } from "./own-trees.ts";

afterEach(async () => {
  await cleanup();
  setOwnTrees(new Map());
});

const card = { ...sampleCase(), category: null };
const community = card.gridCode.slice(0, 12);
const own = categories.map((one) => (one.id === "assets.roof" ? { ...one, zh: "屋顶" } : one.id === "assets.lift" ? { ...one, off: true as const } : one));

test("a form offers what the community has in use, under its names", async () => {
  setOwnTrees(new Map([[community, own]]));
  const Form = actionForms.accept;
  await within(<Suspense><Form card={card} onDone={vi.fn()} onCancel={vi.fn()} /></Suspense>, fakeApi({ Workers: { workers: [] } }).client);
  await page.getByRole("button", { name: /类别/ }).click();
  await expect.element(page.getByRole("option", { name: "屋顶" })).toBeVisible();
  await expect.element(page.getByRole("option", { name: "屋面" })).not.toBeInTheDocument();
  await expect.element(page.getByRole("option", { name: "电梯" })).not.toBeInTheDocument();
});

test("a case is called by its community's word, a category that is switched off too, and by the default elsewhere", async () => {
  await within(<CaseHeader card={{ ...card, category: "assets.roof" }} />, fakeApi({}).client);
  await expect.element(page.getByText("屋面")).toBeVisible();
  setOwnTrees(new Map([[community, own]]));
  await expect.element(page.getByText("屋顶")).toBeVisible();
});

test("a template is put behind what was written, and its community's texts only where there are some", async () => {
  const texts = { communitySettings: { __typename: "CommunitySettings", communityCode: community, templates: [{ __typename: "TextTemplate", id: "t1", kind: "ANSWER", name: "已报修", body: "已经报修。" }] } };
  const Form = actionForms.answer;
  await within(<Suspense><Form card={card} onDone={vi.fn()} onCancel={vi.fn()} /></Suspense>, fakeApi({ TextTemplates: texts }).client);
  await page.getByRole("textbox", { name: "答复" }).fill("您好！");
  await page.getByRole("button", { name: "选用模板" }).click();
  await page.getByRole("menuitem", { name: /已报修/ }).click();
  await expect.element(page.getByRole("textbox", { name: "答复" })).toHaveValue("您好！\n已经报修。");
});
