import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import CaseDrawer from "../cases/CaseDrawer.tsx";
import { fakeApi } from "../cases/testing/fake-api.ts";
import { he, sampleCase, sampleId } from "../cases/testing/sample-case.ts";
import { within } from "../cases/testing/within.tsx";
import type { AttachmentShownFragment } from "../graphql/graphql.ts";
import type { Language } from "../words/language.ts";
import { fakeUploads } from "./testing/fake-upload.ts";

const picture = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

function photo(id: string, more: Partial<AttachmentShownFragment> = {}): AttachmentShownFragment {
  return {
    id, kind: "PHOTO", stage: null, name: `${id}.jpg`, mediaType: "image/jpeg", bytes: 250_000, width: 800, height: 600, takenAt: "2026-11-20T02:10:00.000Z",
    addedAt: "2026-11-20T03:00:00.000Z", addedBy: he, removable: false, url: picture, thumbnailUrl: picture, ...more,
  };
}

const attachments = [
  photo("leak", { stage: "BEFORE", name: "漏水.jpg" }),
  photo("dry", { stage: "AFTER", name: "修好.jpg", removable: true, takenAt: null }),
  photo("valve", { name: "阀门.jpg" }),
  photo("deal", { kind: "DOCUMENT", name: "维修协议.pdf", mediaType: "application/pdf", bytes: 1_572_864, width: null, height: null, takenAt: null, thumbnailUrl: null, url: "/api/attachments/deal", removable: true }),
];

let uploads: ReturnType<typeof fakeUploads>;

async function open(detail: Parameters<typeof sampleCase>[0] = { attachments }, { language = "zh" as Language, allowed = undefined as Parameters<typeof sampleCase>[1] } = {}) {
  const api = fakeApi({ CaseHead: { case: null }, CaseDetail: { case: sampleCase(detail, allowed) } });
  await within(<CaseDrawer caseId={sampleId} onClose={() => undefined} />, api.client, language);
  await expect.element(page.getByText("二楼拐角的管子接头一直滴。")).toBeVisible();
  return api;
}

const section = () => page.getByRole("region", { name: "照片与材料" });

/** As the picker of the system does it: in the page, since ten megabytes are long on their way to it. */
function choose(...files: File[]): void {
  const input = document.querySelector<HTMLInputElement>("input[type=file]:not([capture])") as HTMLInputElement;
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

const jpeg = (name: string, bytes = 1000) => new File([new Uint8Array(bytes)], name, { type: "image/jpeg" });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T09:00:00+08:00") });
  uploads = fakeUploads();
});
afterEach(async () => {
  uploads.restore();
  vi.useRealTimers();
  await cleanup();
  for (const key of Object.keys(document.documentElement.dataset)) delete document.documentElement.dataset[key];
  await page.viewport(1440, 900);
});

test("before and after stand side by side, and each photo says what it is of and when it was taken", async () => {
  await open();
  const before = section().getByRole("img", { name: "处理前照片：漏水.jpg，11月20日 10:10 拍摄" });
  const after = section().getByRole("img", { name: "处理后照片：修好.jpg，11月20日 11:00 添加" });
  await expect.element(before).toBeVisible();
  expect(Math.abs(before.element().getBoundingClientRect().top - after.element().getBoundingClientRect().top)).toBeLessThan(2);
  expect(before.element().getBoundingClientRect().right).toBeLessThan(after.element().getBoundingClientRect().left);
  await expect.element(section().getByRole("img", { name: /^现场照片：阀门/ })).toBeVisible();
});

test("a paper is a link to save it, with its size", async () => {
  await open();
  const link = section().getByRole("link", { name: "下载 维修协议.pdf（1.5 MB）" });
  await expect.element(link).toHaveAttribute("href", "/api/attachments/deal");
  await expect.element(link).toHaveAttribute("download", "维修协议.pdf");
});

test("a photo opens large, the arrow keys turn, Escape goes back to the case", async () => {
  await open();
  await page.getByRole("button", { name: "放大查看：漏水.jpg" }).click();
  const box = page.getByRole("dialog", { name: "漏水.jpg" });
  await expect.element(box.getByText(/第 1 张，共 3 张 · 11月20日 10:10 拍摄 · 小何添加/)).toBeVisible();
  await expect.element(box.getByRole("button", { name: "删除" })).not.toBeInTheDocument();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(page.getByRole("dialog", { name: "修好.jpg" })).toBeVisible();
  await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
  await expect.element(page.getByRole("dialog", { name: "阀门.jpg" })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("dialog", { name: "阀门.jpg" })).not.toBeInTheDocument();
  await expect.element(section()).toBeVisible();
});

test("several files go one after another, each with a key of its own and the chosen stage; then the case is asked anew", async () => {
  const api = await open();
  await page.getByRole("radio", { name: "处理后" }).click();
  const before = api.asked.filter(({ operation }) => operation === "CaseDetail").length;
  choose(jpeg("一.jpg"), new File(["%PDF-1.4"], "协议.pdf", { type: "application/pdf" }));
  await vi.waitFor(() => expect(uploads.sent).toHaveLength(1));
  const [first] = uploads.sent;
  expect(first?.url.pathname).toBe(`/api/cases/${sampleId}/attachments`);
  expect(Object.fromEntries(first?.url.searchParams ?? [])).toEqual({ kind: "PHOTO", name: "一.jpg", stage: "AFTER" });
  expect(first?.headers).toMatchObject({ "content-type": "image/jpeg", "idempotency-key": expect.stringMatching(/^[0-9a-f-]{36}$/) });
  first?.progress(500, 1000);
  await expect.element(page.getByRole("progressbar", { name: "正在上传 一.jpg" })).toHaveAttribute("aria-valuenow", "50");
  first?.answer(201, { id: "x" });
  await vi.waitFor(() => expect(uploads.sent).toHaveLength(2));
  const second = uploads.sent[1];
  expect(Object.fromEntries(second?.url.searchParams ?? [])).toEqual({ kind: "DOCUMENT", name: "协议.pdf" });
  expect(second?.headers["idempotency-key"]).not.toBe(first?.headers["idempotency-key"]);
  second?.answer(201, { id: "y" });
  await expect.element(page.getByRole("progressbar")).not.toBeInTheDocument();
  await vi.waitFor(() => expect(api.asked.filter(({ operation }) => operation === "CaseDetail").length).toBeGreaterThan(before));
});

test("what cannot be taken says so before anything is sent", async () => {
  await open();
  choose(new File(["<svg/>"], "图.svg", { type: "image/svg+xml" }), jpeg("空.jpg", 0), jpeg("大.jpg", 10_485_761));
  await expect.element(section().getByText("只收 JPEG、PNG、WebP 照片，录音和 PDF")).toBeVisible();
  await expect.element(section().getByText("文件是空的")).toBeVisible();
  await expect.element(section().getByText("文件超过 10 MB")).toBeVisible();
  expect(uploads.sent).toEqual([]);
  await page.getByRole("button", { name: "不再显示 空.jpg" }).click();
  await expect.element(section().getByText("文件是空的")).not.toBeInTheDocument();
});

test("a refusal is told in the server's words; a broken network is tried again under the same key", async () => {
  await open();
  choose(jpeg("坏.jpg"), jpeg("断.jpg"));
  await vi.waitFor(() => expect(uploads.sent).toHaveLength(1));
  uploads.sent[0]?.answer(422, { code: "PHOTO_UNREADABLE", message: "照片已损坏" });
  await expect.element(section().getByText("照片已损坏")).toBeVisible();
  await vi.waitFor(() => expect(uploads.sent).toHaveLength(2));
  uploads.sent[1]?.break();
  await expect.element(section().getByText("没有连上服务器，可以再试一次")).toBeVisible();
  expect(page.getByRole("button", { name: "重试" }).elements()).toHaveLength(1);
  await page.getByRole("button", { name: "重试" }).click();
  await vi.waitFor(() => expect(uploads.sent).toHaveLength(3));
  expect(uploads.sent[2]?.headers["idempotency-key"]).toBe(uploads.sent[1]?.headers["idempotency-key"]);
});

test("removing asks first; a refusal says why, and nothing is gone", async () => {
  const api = await open();
  api.answer("RemoveAttachment", { removeAttachment: { case: null, refusal: { code: "ATTACHMENT_KEPT", message: "只能由上一级删除。" } } });
  await page.getByRole("button", { name: "删除 维修协议.pdf" }).click();
  const asks = page.getByRole("alertdialog", { name: "删除这份材料？" });
  await expect.element(asks.getByText(/“维修协议\.pdf”的内容会从服务器上清除/)).toBeVisible();
  await asks.getByRole("button", { name: "取消" }).click();
  expect(api.inputsOf("RemoveAttachment")).toEqual([]);
  await page.getByRole("button", { name: "删除 维修协议.pdf" }).click();
  await asks.getByRole("button", { name: "删除" }).click();
  await expect.element(page.getByText("只能由上一级删除。")).toBeVisible();
  expect(api.inputsOf("RemoveAttachment")[0]).toMatchObject({ id: "deal" });
});

test("a photo is removed from where it is shown large", async () => {
  const api = await open();
  api.answer("RemoveAttachment", { removeAttachment: { case: { id: sampleId, attachments: [] }, refusal: null } });
  await page.getByRole("button", { name: "放大查看：修好.jpg" }).click();
  await page.getByRole("dialog", { name: "修好.jpg" }).getByRole("button", { name: "删除" }).click();
  await page.getByRole("alertdialog", { name: "删除这份材料？" }).getByRole("button", { name: "删除" }).click();
  await expect.element(page.getByRole("dialog", { name: "修好.jpg" })).not.toBeInTheDocument();
  expect(api.inputsOf("RemoveAttachment")[0]).toMatchObject({ id: "dry" });
});

describe("who may add", () => {
  test("whoever may record a contact", async () => {
    await open({ attachments: [] });
    await expect.element(section().getByText("还没有照片或材料。")).toBeVisible();
    await expect.element(section().getByRole("button", { name: "添加照片或材料" })).toBeVisible();
  });

  test("nobody else, who still sees what is there", async () => {
    await open({ attachments }, { allowed: [] });
    await expect.element(section().getByRole("img", { name: /漏水/ })).toBeVisible();
    await expect.element(section().getByRole("button", { name: "添加照片或材料" })).not.toBeInTheDocument();
  });

  test("for thirty days after the closing", async () => {
    await open({ attachments: [], status: "CLOSED", closedAt: "2026-10-25T02:00:00.000Z" }, { allowed: [] });
    await expect.element(section().getByRole("button", { name: "添加照片或材料" })).toBeVisible();
  });

  test("and not later", async () => {
    await open({ attachments: [], status: "CLOSED", closedAt: "2026-10-23T02:00:00.000Z" }, { allowed: [] });
    await expect.element(section()).not.toBeInTheDocument();
  });
});

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run({ exclude: ["[data-live-announcer]"] }, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
    rules: { region: { enabled: false } },
  });
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`));
}

describe.each([
  ["light", "zh", 1440],
  ["dark", "en", 1440],
  ["light", "en", 360],
  ["dark", "zh", 360],
] as const)("accessible: %s, %s, %d px", (theme, language, width) => {
  test("with photos, files on their way and a refusal; and large: nothing sticks out", async () => {
    await page.viewport(width, 800);
    document.documentElement.dataset["theme"] = theme;
    await open({ attachments }, { language });
    choose(jpeg(`${"很长的文件名".repeat(12)}.jpg`), jpeg("空.jpg", 0));
    await expect.element(page.getByRole("progressbar")).toBeVisible();
    await new Promise((settled) => setTimeout(settled, 250));
    expect(await violations()).toEqual([]);
    const drawer = page.getByRole("dialog").element();
    expect(drawer.scrollWidth).toBeLessThanOrEqual(drawer.clientWidth);
    await page.getByRole("button", { name: /漏水/ }).click();
    await expect.element(page.getByRole("dialog", { name: "漏水.jpg" })).toBeVisible();
    await new Promise((settled) => setTimeout(settled, 250));
    expect(await violations()).toEqual([]);
  });
});
