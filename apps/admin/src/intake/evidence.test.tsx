import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { fakeUploads } from "../attachments/testing/fake-upload.ts";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer, offline } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { findBuildings, he, recordedCase, refused } from "../session/testing/people.ts";
import { toastQueue } from "../ui/toasts.ts";
import { choose, emptyDevice, fakeMicrophone, keptKeys, photo, soon } from "./testing/evidence.ts";

let server: FakeServer;
let uploads: ReturnType<typeof fakeUploads>;
let microphone: ReturnType<typeof fakeMicrophone>;
const collected = () => server.asked("CollectOpinion").map(({ input }) => input as Record<string, unknown>);

beforeEach(async () => {
  await emptyDevice();
  uploads = fakeUploads();
  microphone = fakeMicrophone();
  server = fakeServer({ Viewer: () => he, IntakeBuildings: findBuildings, IntakeDuplicates: () => ({ likelyDuplicates: [] }), CollectOpinion: () => recordedCase() });
});
afterEach(async () => {
  toastQueue.clear();
  await cleanup();
  microphone.restore();
  uploads.restore();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const words = () => page.getByRole("textbox", { name: "居民原话" });
const send = () => page.getByRole("button", { name: "提交登记" });
const evidence = () => page.getByRole("group", { name: "照片和录音" });
const waiting = () => page.getByRole("region", { name: "还没发送" });

async function write(text = "三单元下水道又堵了") {
  await page.getByRole("radio", { name: /难题/ }).click({ force: true });
  await page.getByRole("button", { name: "说不清在哪" }).click();
  await words().fill(text);
}

async function takePhoto(name = "井盖.jpg") {
  choose([await photo(name)]);
  await expect.element(evidence().getByRole("img", { name: `照片 ${name}` })).toBeVisible();
}

async function record(seconds: number) {
  await evidence().getByRole("button", { name: "录音", exact: true }).click();
  await expect.element(evidence().getByRole("button", { name: "停止" })).toHaveFocus();
  microphone.passes(seconds);
}

test("at 360 px a matter with its photo takes six taps and one sentence", async () => {
  await page.viewport(360, 740);
  await openPage("/intake");
  let taps = 0;
  const tap = async (target: ReturnType<typeof page.getByRole>) => {
    taps++;
    await target.click({ force: true });
  };
  await tap(page.getByRole("radio", { name: /难题/ }));
  await tap(page.getByRole("searchbox", { name: "在哪栋楼" }));
  await userEvent.keyboard("cjx");
  await tap(page.getByRole("button", { name: "曹家巷小区3号楼" }));
  await tap(words());
  await userEvent.keyboard("三单元下水道又堵了");
  // The camera's button: its tap opens the camera of the phone, which hands the photo over.
  taps++;
  await takePhoto();
  await tap(send());
  expect(taps).toBe(6);
  await expect.element(page.getByRole("heading", { name: "已登记" })).toBeVisible();
  await soon(() => expect(uploads.sent).toHaveLength(1));
});

test("a photo follows its words: to the case, as of before, under a key of its own; then nothing of it is left here", async () => {
  await openPage("/intake");
  await write();
  await takePhoto();
  await send().click();
  await expect.element(page.getByRole("status").getByText(/正在上传/)).toBeVisible();
  await soon(() => expect(uploads.sent).toHaveLength(1));
  const [sent] = uploads.sent;
  expect(sent?.url.pathname).toBe("/api/cases/case-1/attachments");
  expect(Object.fromEntries(sent?.url.searchParams ?? [])).toEqual({ kind: "PHOTO", name: "井盖.jpg", stage: "BEFORE" });
  expect(sent?.headers).toMatchObject({ "content-type": "image/jpeg", "idempotency-key": expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(sent?.body.size).toBeGreaterThan(100);
  sent?.answer(201, { id: "x" });
  await expect.element(page.getByText("照片和录音已上传。")).toBeVisible();
  await expect.element(waiting()).not.toBeInTheDocument();
  await soon(async () => expect(await keptKeys()).toEqual([]));
});

test("a sound note shows its time, can be heard and taken away, and is sent as a recording", async () => {
  await openPage("/intake");
  await write();
  await record(7);
  await expect.element(evidence().getByRole("timer")).toMatchTextContent(/正在录音 0:0[789] \/ 1:00/);
  await evidence().getByRole("button", { name: "停止" }).click();
  await expect.element(evidence().getByText(/^0:0[789]$/)).toBeVisible();
  await evidence().getByRole("button", { name: /^播放 录音/ }).click();
  await expect.element(evidence().getByRole("button", { name: /^暂停 录音/ })).toBeVisible();
  await evidence().getByRole("button", { name: /^删除 录音/ }).click();
  await expect.element(evidence().getByRole("listitem")).not.toBeInTheDocument();

  await record(3);
  await evidence().getByRole("button", { name: "停止" }).click();
  await send().click();
  await soon(() => expect(uploads.sent).toHaveLength(1));
  const [sent] = uploads.sent;
  expect(Object.fromEntries(sent?.url.searchParams ?? [])).toEqual({ kind: "SOUND", name: expect.stringMatching(/^录音 \d\d-\d\d\.webm$/) });
  expect(sent?.body.type).toBe("audio/webm");
});

test("a recording stops itself at 60 seconds", async () => {
  await openPage("/intake");
  await record(61);
  await expect.element(evidence().getByText("1:00", { exact: true })).toBeVisible();
  await expect.element(evidence().getByRole("button", { name: "停止" })).not.toBeInTheDocument();
});

test.each<[string, () => unknown, RegExp]>([
  ["no permission", () => vi.spyOn(navigator.mediaDevices, "getUserMedia").mockRejectedValue(new DOMException("no", "NotAllowedError")), /没有得到话筒的许可/],
  ["no microphone", () => vi.spyOn(navigator.mediaDevices, "getUserMedia").mockRejectedValue(new DOMException("no", "NotFoundError")), /没有话筒/],
  ["a page without https", () => vi.stubGlobal("isSecureContext", false), /不是 https/],
  ["an old browser", () => vi.spyOn(MediaRecorder, "isTypeSupported").mockReturnValue(false), /不能录音/],
])("without recording (%s) it says why, and a file is taken instead", async (_why, prepare, said) => {
  prepare();
  await openPage("/intake");
  await evidence().getByRole("button", { name: "录音", exact: true }).click();
  await expect.element(evidence().getByRole("alert")).toMatchTextContent(said);
  await expect.element(evidence().getByRole("button", { name: "选一段录音" })).toBeVisible();
  choose([new File([new Uint8Array(500)], "备忘.m4a", { type: "audio/mp4" })], 'input[type=file][accept="audio/*"]');
  await expect.element(evidence().getByText("备忘.m4a", { exact: true })).toBeVisible();
});

test("what is no photo, recording or paper, or too large, is said at once and not kept", async () => {
  await openPage("/intake");
  await expect.element(evidence()).toBeVisible();
  choose([new File(["x"], "表.xlsx", { type: "application/vnd.ms-excel" }), new File([new Uint8Array(10_485_761)], "大.jpg", { type: "image/jpeg" })], "input[type=file][multiple]");
  await expect.element(evidence().getByRole("alert")).toMatchTextContent(/表.xlsx: 只收.*大.jpg: 文件超过 10 MB/);
  expect(await keptKeys()).toEqual([]);
});

test("without a network the words and their photo wait through a reload, then go once each, in order", async () => {
  server.answers["CollectOpinion"] = offline;
  await openPage("/intake");
  await write();
  await takePhoto();
  await send().click();
  await expect.element(page.getByRole("heading", { name: "已存在这台设备上" })).toBeVisible();
  await expect.element(waiting()).toMatchTextContent(/附 1 个文件/);
  expect(uploads.sent).toEqual([]);

  await cleanup();
  server.answers["CollectOpinion"] = () => recordedCase();
  await openPage("/intake");
  await expect.element(page.getByText("补发成功：340802001007-2024-0101")).toBeVisible();
  await soon(() => expect(uploads.sent).toHaveLength(1));
  await expect.element(waiting()).toMatchTextContent(/已登记 340802001007-2024-0101.*等待网络/);
  uploads.sent[0]?.break();
  // The words have arrived: only the photo is sent again, under the same key.
  await cleanup();
  await openPage("/intake");
  await soon(() => expect(uploads.sent).toHaveLength(2));
  expect(uploads.sent[1]?.headers["idempotency-key"]).toBe(uploads.sent[0]?.headers["idempotency-key"]);
  uploads.sent[1]?.answer(201, { id: "x" });
  await expect.element(page.getByText("照片和录音已上传：340802001007-2024-0101")).toBeVisible();
  await expect.element(waiting()).not.toBeInTheDocument();
  expect(new Set(collected().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
});

test("a photo that was taken and not sent is still there after a reload", async () => {
  await openPage("/intake");
  await expect.element(evidence()).toBeVisible();
  await takePhoto();
  await cleanup();
  await openPage("/intake");
  await expect.element(evidence().getByRole("img", { name: "照片 井盖.jpg" })).toBeVisible();
});

test("a page that is closed while it sends does not come back with it in the form as well", async () => {
  // An answer that begins and does not come.
  server.answers["CollectOpinion"] = () => new Response(new ReadableStream(), { headers: { "content-type": "application/json" } });
  await openPage("/intake");
  await write("只记一次");
  const before = collected().length;
  await send().click();
  await soon(() => expect(collected().length).toBeGreaterThan(before));
  await cleanup();
  await openPage("/intake");
  await expect.element(waiting()).toMatchTextContent(/只记一次/);
  await expect.element(words()).toHaveValue("");
});

test("a refused entry comes back with its photo, and is sent under the key it had: never twice", async () => {
  server.answers["CollectOpinion"] = () => refused("UNKNOWN_PLACE", "place");
  await openPage("/intake");
  await write();
  await takePhoto();
  await send().click();
  await expect.element(page.getByText("没有这个地点")).toBeVisible();
  await expect.element(evidence().getByRole("img", { name: "照片 井盖.jpg" })).toBeVisible();
  server.answers["CollectOpinion"] = () => recordedCase();
  await words().fill("改好了");
  await send().click();
  await expect.element(page.getByRole("heading", { name: "已登记" })).toBeVisible();
  const [first, second] = collected();
  expect(second).toMatchObject({ words: "改好了", idempotencyKey: first?.["idempotencyKey"] });
  await soon(() => expect(uploads.sent).toHaveLength(1));
});

test("a photo that the server refuses stands there with the reason and can be deleted; the words stay recorded", async () => {
  await openPage("/intake");
  await write();
  await takePhoto();
  await send().click();
  await soon(() => expect(uploads.sent).toHaveLength(1));
  uploads.sent[0]?.answer(415, { message: "这张照片打不开" });
  await expect.element(waiting()).toMatchTextContent(/已登记 340802001007-2024-0101.*被退回 · 这张照片打不开/);
  await expect.element(waiting().getByRole("button", { name: "修改" })).not.toBeInTheDocument();
  await waiting().getByRole("button", { name: "删除" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "删除" }).click();
  await expect.element(waiting()).not.toBeInTheDocument();
  await soon(async () => expect(await keptKeys()).toEqual([]));
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  test("photos and recordings, while recording, and where it cannot", async () => {
    const zh = look.language === "zh";
    await wear(look);
    await openPage("/intake", look);
    await expect.element(page.getByRole("group", { name: zh ? "照片和录音" : "Photos and recordings" })).toBeVisible();
    choose([await photo("a.jpg")]);
    await page.getByRole("button", { name: zh ? "录音" : "Record", exact: true }).click();
    await expect.element(page.getByRole("timer")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await page.getByRole("button", { name: zh ? "停止" : "Stop" }).click();
    await expect.element(page.getByRole("button", { name: zh ? /^播放/ : /^Play/ })).toBeVisible();
    vi.spyOn(navigator.mediaDevices, "getUserMedia").mockRejectedValue(new DOMException("no", "NotAllowedError"));
    await page.getByRole("button", { name: zh ? "录音" : "Record", exact: true }).click();
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect(await flaws()).toEqual([]);
  });
});
