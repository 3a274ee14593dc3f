import exifr from "exifr";
import sharp from "sharp";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { memoryStore } from "../testing/memory-store.ts";
import * as files from "../testing/sample-files.ts";
import { filesOf, upload, type Sent } from "../testing/uploads.ts";
import { done, shanghai } from "../testing/verbs.ts";

const store = memoryStore();
let api: TestCommunity;
let caseId: string;

beforeAll(async () => {
  api = await startCommunity(shanghai("2026-03-02", "09:00"), { files: store });
  const c = await done(api, "zhou", "collectOpinion", null, { words: "楼道灯坏了", kind: "DIFFICULTY", place: { compoundId: api.compoundId }, channel: "VISIT" });
  caseId = c.id;
});
afterAll(() => api.stop());

const send = (sent: Partial<Sent>, as: Username = "zhou") => upload(api, as, caseId, sent);

async function added(sent: Partial<Sent>): Promise<string> {
  const answer = await send(sent);
  if (answer.id === undefined) throw new Error(JSON.stringify(answer));
  return answer.id;
}

async function fetched(path: string, as: Username = "zhou"): Promise<{ response: Response; bytes: Buffer }> {
  const response = await api.fetch(path, { headers: { cookie: await api.signIn(as) } });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe("C18: what is taken", () => {
  it("C18: a photo is drawn anew: upright, without the place where it was taken, without the camera's name; when it was taken stays", async () => {
    const photo = await files.jpegOfPhone({ orientation: 6 });
    expect(await exifr.gps(photo)).toMatchObject({ latitude: expect.closeTo(30.52, 2) });
    expect(photo.includes("CANARYPHONE")).toBe(true);
    const id = await added({ bytes: photo, stage: "BEFORE", name: "楼道 灯.jpg" });

    const { response, bytes } = await fetched(`/api/attachments/${id}`);
    expect(response.headers.get("content-type")).toBe("image/jpeg");
    expect(await exifr.parse(bytes)).toBeUndefined();
    expect(bytes.includes("CANARYPHONE")).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    // Turned to the right: what was at the upper left is now at the upper right.
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([600, 800]);
    const pixel = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)].map((value) => (value > 128 ? 1 : 0));
    expect(pixel(590, 10)).toEqual([1, 0, 0]);
    expect(pixel(10, 10)).toEqual([0, 0, 1]);

    const small = await fetched(`/api/attachments/${id}/thumbnail`);
    expect(await sharp(small.bytes).metadata()).toMatchObject({ format: "webp", width: 240, height: 320 });
    expect(small.bytes.includes("CANARYPHONE")).toBe(false);

    const [attachment] = (await filesOf(api, "zhou", caseId)).filter((one) => one.id === id);
    expect(attachment).toMatchObject({
      kind: "PHOTO", stage: "BEFORE", name: "楼道 灯.jpg", mediaType: "image/jpeg", bytes: bytes.length, width: 600, height: 800, takenAt: "2024-04-26T12:40:00.000Z",
      addedAt: shanghai("2026-03-02", "09:00"), addedBy: { id: api.people.zhou, name: "小周" }, removable: true,
      url: `/api/attachments/${id}`, thumbnailUrl: `/api/attachments/${id}/thumbnail`,
    });
    const { rows } = await api.pool.query("select row_to_json(a)::text as row from attachment a where id = $1", [id]);
    expect(rows[0].row).not.toMatch(/CANARY|GPS|117\.\d/);
  });

  it.each([
    ["with the camera's own offset", { offset: "+00:00" }, "2024-04-26T20:40:00.000Z"],
    ["of a clock that is ahead", { takenAt: "2031:01:01 00:00:00" }, null],
    ["of a clock that was never set", { takenAt: "1970:01:01 00:00:00" }, null],
    ["of no moment at all", { takenAt: "0000:00:00 00:00:00" }, null],
  ])("the moment %s", async (_what, given, expected) => {
    const id = await added({ bytes: await files.jpegOfPhone(given) });
    expect((await filesOf(api, "zhou", caseId)).find((one) => one.id === id)?.takenAt).toBe(expected);
  });

  it.each([
    ["a PNG", "image/png", "PHOTO", () => files.png(), "image/webp", "inline"],
    ["a WebP", "image/webp", "PHOTO", () => files.webp(), "image/webp", "inline"],
    ["a photo of a paper", "image/jpeg", "DOCUMENT", () => files.jpegOfPhone(), "image/jpeg", "inline"],
    ["a PDF", "application/pdf", "DOCUMENT", () => files.pdf(), "application/pdf", "attachment"],
    ["a recording", "audio/x-wav", "SOUND", () => files.wav(), "audio/wav", "attachment"],
  ] as const)("%s", async (_what, type, kind, bytes, handed, how) => {
    const id = await added({ bytes: await bytes(), type, kind });
    const { response } = await fetched(`/api/attachments/${id}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(handed);
    expect(response.headers.get("content-disposition")).toMatch(new RegExp(`^${how}; `));
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
    // Only photos have a small picture.
    expect((await fetched(`/api/attachments/${id}/thumbnail`)).response.status).toBe(how === "inline" ? 200 : 404);
  });

  it("49 million pixels are fine, and are kept at 4096", async () => {
    const id = await added({ bytes: files.blackPng(7000, 7000), type: "image/png" });
    expect((await filesOf(api, "zhou", caseId)).find((one) => one.id === id)).toMatchObject({ width: 4096, height: 4096 });
  });
});

describe("C18: what is refused, and leaves nothing behind", () => {
  const jpeg = () => files.jpegOfPhone();
  const cases: readonly (readonly [string, number, string, () => Partial<Sent> | Promise<Partial<Sent>>])[] = [
    ["an SVG that says so", 415, "FILE_TYPE_NOT_TAKEN", () => ({ bytes: files.svg, type: "image/svg+xml" })],
    ["an SVG as JPEG", 422, "FILE_IS_SOMETHING_ELSE", () => ({ bytes: files.svg, type: "image/jpeg" })],
    ["an SVG as PNG", 422, "FILE_IS_SOMETHING_ELSE", () => ({ bytes: files.svg, type: "image/png" })],
    ["HTML that says so", 415, "FILE_TYPE_NOT_TAKEN", () => ({ bytes: files.html, type: "text/html" })],
    ["HTML as PDF", 422, "FILE_IS_SOMETHING_ELSE", () => ({ bytes: files.html, type: "application/pdf", kind: "DOCUMENT" })],
    ["HTML as sound", 422, "FILE_IS_SOMETHING_ELSE", () => ({ bytes: files.html, type: "audio/mpeg", kind: "SOUND" })],
    ["XML", 415, "FILE_TYPE_NOT_TAKEN", () => ({ bytes: files.svg, type: "application/xml" })],
    ["a script", 415, "FILE_TYPE_NOT_TAKEN", () => ({ bytes: Buffer.from("#!/bin/sh\n"), type: "application/x-sh" })],
    ["an archive that says so", 415, "FILE_TYPE_NOT_TAKEN", () => ({ bytes: files.zip, type: "application/zip" })],
    ["an archive as photo", 422, "FILE_IS_SOMETHING_ELSE", () => ({ bytes: files.zip })],
    ["a PDF as photo", 422, "FILE_IS_SOMETHING_ELSE", () => ({ bytes: files.pdf() })],
    ["a photo as PDF", 422, "FILE_IS_SOMETHING_ELSE", async () => ({ bytes: files.withComment(await jpeg(), "%PDF-1.4"), type: "application/pdf", kind: "DOCUMENT" })],
    ["a PNG as JPEG", 422, "FILE_IS_SOMETHING_ELSE", async () => ({ bytes: await files.png() })],
    ["half a JPEG", 422, "PHOTO_UNREADABLE", async () => ({ bytes: (await jpeg()).subarray(0, 2000) })],
    ["the first bytes of a JPEG and then HTML", 422, "PHOTO_UNREADABLE", async () => ({ bytes: Buffer.concat([(await jpeg()).subarray(0, 12), files.html]) })],
    ["64 million pixels in a few kilobytes", 422, "PHOTO_UNREADABLE", () => ({ bytes: files.blackPng(8000, 8000), type: "image/png" })],
    ["a picture that moves", 422, "PHOTO_UNREADABLE", async () => ({ bytes: await files.movingWebp(), type: "image/webp" })],
    ["nothing", 400, "FILE_EMPTY", () => ({ bytes: Buffer.alloc(0) })],
    ["a photo of 11 MB", 413, "FILE_TOO_LARGE", async () => ({ bytes: Buffer.concat([await jpeg(), Buffer.alloc(11 * 1_048_576)]) })],
    ["a photo of 11 MB whose length is not announced", 413, "FILE_TOO_LARGE", async () => ({ bytes: Buffer.concat([await jpeg(), Buffer.alloc(11 * 1_048_576)]), streamed: true })],
    ["a PDF of 21 MB", 413, "FILE_TOO_LARGE", () => ({ bytes: Buffer.concat([files.pdf(), Buffer.alloc(21 * 1_048_576)]), type: "application/pdf", kind: "DOCUMENT" })],
    ["a form", 415, "FILE_TYPE_NOT_TAKEN", () => ({ bytes: files.html, type: "multipart/form-data; boundary=x" })],
    ["plain text, as a foreign page may send it", 415, "FILE_TYPE_NOT_TAKEN", () => ({ bytes: files.html, type: "text/plain" })],
    ["a PDF as a photo of the work", 415, "FILE_TYPE_NOT_TAKEN", () => ({ bytes: files.pdf(), type: "application/pdf", kind: "PHOTO" })],
    ["a recording from before the work", 400, "BAD_USER_INPUT", () => ({ bytes: files.wav(), type: "audio/wav", kind: "SOUND", stage: "BEFORE" })],
    ["no kind of ours", 400, "BAD_USER_INPUT", async () => ({ bytes: await jpeg(), kind: "PAGE" })],
    ["no key", 400, "BAD_USER_INPUT", async () => ({ bytes: await jpeg(), key: "" })],
    ["no name", 400, "BAD_USER_INPUT", async () => ({ bytes: await jpeg(), name: "../.." })],
  ];

  it.each(cases)("C18: %s (%i %s)", async (_what, status, code, sent) => {
    const before = [store.contents.size, (await filesOf(api, "zhou", caseId)).length];
    const answer = await send(await sent());
    expect(answer).toMatchObject({ status, code });
    expect(answer.id).toBeUndefined();
    expect([store.contents.size, (await filesOf(api, "zhou", caseId)).length]).toEqual(before);
  });

  it("says why in the language of the page", async () => {
    expect((await send({ bytes: files.svg, headers: { "accept-language": "en" } })).message).toBe("The file is not what it is said to be");
    expect((await send({ bytes: files.svg })).message).toBe("文件内容与类型不符");
  });
});

describe("C18: files that are two things at once", () => {
  it.each([
    ["HTML behind a JPEG", async () => Buffer.concat([await files.jpegOfPhone(), files.html]), "<script"],
    ["HTML in a comment of a JPEG", async () => files.withComment(await files.jpegOfPhone(), files.html.toString()), "<script"],
    ["PHP in the camera's notes", () => files.jpegOfPhone({ description: "<?php system($_GET[0]); ?>" }), "<?php"],
    ["a PDF in a comment of a JPEG", async () => files.withComment(await files.jpegOfPhone(), files.pdf("<script>").toString()), "%PDF"],
    ["an archive behind a JPEG", async () => Buffer.concat([await files.jpegOfPhone(), files.zip]), "PK\x03\x04"],
  ])("C18: %s is handed out as a photo and nothing else", async (_what, make, other) => {
    const bytes = await make();
    expect(bytes.includes(other)).toBe(true);
    const before = new Set(store.contents.keys());
    const id = await added({ bytes });
    for (const path of [`/api/attachments/${id}`, `/api/attachments/${id}/thumbnail`]) {
      const given = await fetched(path);
      expect(given.response.status).toBe(200);
      expect(given.bytes.includes(other)).toBe(false);
    }
    const kept = [...store.contents].filter(([key]) => !before.has(key));
    expect(kept).toHaveLength(2);
    for (const [, content] of kept) expect(Buffer.from(content).includes(other)).toBe(false);
  });

  it("C18: a PDF with HTML and a photo in it is only ever saved", async () => {
    const bytes = Buffer.concat([files.pdf("<script>alert(1)</script>"), await files.jpegOfPhone()]);
    const id = await added({ bytes, type: "application/pdf", kind: "DOCUMENT", name: "协议.html" });
    const given = await fetched(`/api/attachments/${id}`);
    expect(given.bytes.equals(bytes)).toBe(true);
    expect(given.response.headers.get("content-type")).toBe("application/pdf");
    expect(given.response.headers.get("content-disposition")).toBe(`attachment; filename="__.html.pdf"; filename*=UTF-8''%E5%8D%8F%E8%AE%AE.html.pdf`);
  });
});

describe("C18: names", () => {
  it.each([
    ["../../etc/passwd.jpg", "passwd.jpg"],
    ["C:\\fakepath\\楼道.jpg", "楼道.jpg"],
    ["a\r\nset-cookie: x=1.jpg", "aset-cookie: x=1.jpg"],
    ['quote".jpg', 'quote".jpg'],
    ["annex\u202egpj.exe", "annexgpj.exe"],
    [`${"长".repeat(300)}.jpg`, `${"长".repeat(116)}.jpg`],
    ["😀".repeat(200), "😀".repeat(120)],
    ["half\ud83d.jpg", "half\ufffd.jpg"],
  ])("C18: %j is kept as %j, and harms no header", async (typed, kept) => {
    const id = await added({ bytes: await files.jpegOfPhone(), name: typed });
    expect((await filesOf(api, "zhou", caseId)).find((one) => one.id === id)?.name).toBe(kept);
    const { response } = await fetched(`/api/attachments/${id}`);
    expect(response.headers.get("set-cookie")).toBeNull();
    const header = response.headers.get("content-disposition") ?? "";
    expect(header).toMatch(/^inline; filename="[A-Za-z0-9._ -]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/);
    expect(decodeURIComponent(header.split("''")[1] ?? "")).toBe(kept.endsWith(".jpg") ? kept : `${kept}.jpg`);
    expect([...store.contents.keys()].join()).not.toMatch(/passwd|quote|annex|长/);
  });
});

describe("sending it again", () => {
  it("the same key does it once; with other bytes it is refused", async () => {
    const [key, bytes] = [uuidv7(), await files.jpegOfPhone({ width: 100, height: 100 })];
    const before = [store.contents.size, (await filesOf(api, "zhou", caseId)).length];
    const first = await send({ bytes, key });
    const second = await send({ bytes, key });
    expect(second).toEqual(first);
    expect([store.contents.size, (await filesOf(api, "zhou", caseId)).length]).toEqual([(before[0] ?? 0) + 2, (before[1] ?? 0) + 1]);
    expect(await send({ bytes: await files.jpegOfPhone({ width: 102, height: 100 }), key })).toMatchObject({ status: 409, code: "IDEMPOTENCY_KEY_REUSED" });
    expect(store.contents.size).toBe((before[0] ?? 0) + 2);
  });
});
