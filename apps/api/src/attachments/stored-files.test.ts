import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newStoreKey } from "./attachment-store.ts";
import { sweepFiles } from "./stored-files.ts";
import { startCommunity, type TestCommunity } from "../testing/community.ts";
import { memoryStore } from "../testing/memory-store.ts";
import { jpegOfPhone } from "../testing/sample-files.ts";
import { filesOf, upload } from "../testing/uploads.ts";
import { done, shanghai } from "../testing/verbs.ts";

const store = memoryStore();
let api: TestCommunity;
let caseId: string;
let bytes: Buffer;

beforeAll(async () => {
  api = await startCommunity(shanghai("2026-03-02", "09:00"), { files: store });
  bytes = await jpegOfPhone({ width: 100, height: 80 });
  caseId = (await done(api, "zhou", "collectOpinion", null, { words: "楼道灯坏了", kind: "DIFFICULTY", place: { compoundId: api.compoundId }, channel: "VISIT" })).id;
});
afterAll(() => api.stop());

const aDayAgo = () => api.pool.query("update stored_file set made_at = made_at - interval '25 hours'");
const rowsOf = async () => (await api.pool.query("select action, outcome, code, subject_kind, subject_id from audit where action = 'addAttachment' order by at, id")).rows;

describe("files and rows", () => {
  it("a file whose row could not be stored is removed at once, and the answer names nothing", async () => {
    await api.pool.query("alter table attachment add constraint planted check (name <> 'planted.jpg')");
    const answer = await upload(api, "zhou", caseId, { bytes, name: "planted.jpg" });
    expect(answer.status).toBe(500);
    expect(store.contents.size).toBe(0);
    expect(await filesOf(api, "zhou", caseId)).toEqual([]);
    await api.pool.query("alter table attachment drop constraint planted");
  });

  it("C31: an upload that was done and one that was refused leave one row each", async () => {
    const before = (await rowsOf()).length;
    const { id } = await upload(api, "zhou", caseId, { bytes });
    await upload(api, "wang", caseId, { bytes });
    expect((await rowsOf()).slice(before)).toEqual([
      { action: "addAttachment", outcome: "DONE", code: null, subject_kind: "ATTACHMENT", subject_id: id },
      { action: "addAttachment", outcome: "REFUSED", code: "NOT_FOUND", subject_kind: "CASE", subject_id: caseId },
    ]);
  });

  it("the sweep removes what nothing uses, once it is a day old, and nothing else", async () => {
    const { id } = await upload(api, "zhou", caseId, { bytes });
    const kept = new Set(store.contents.keys());
    const orphan = newStoreKey();
    await store.put(orphan, Buffer.from("x"), "image/jpeg");
    await api.pool.query("insert into stored_file (store_key) values ($1)", [orphan]);
    expect(await sweepFiles(api.appPool, store)).toBe(0);
    await aDayAgo();
    // The two of the upload that failed above are gone already; their keys were still written down.
    expect(await sweepFiles(api.appPool, store)).toBe(3);
    expect(new Set(store.contents.keys())).toEqual(kept);
    expect(await sweepFiles(api.appPool, store)).toBe(0);

    // Removed while the store was away.
    await api.pool.query("update attachment set removed_at = now() where id = $1", [id]);
    expect(await sweepFiles(api.appPool, store)).toBe(2);
    expect(store.contents.size).toBe(kept.size - 2);
  });

  it("C18: row level security alone shows an attachment to whom it shows the case, and keys to nobody", async () => {
    const scoped = async (text: string, as: "zhou" | "neighbour" = "zhou") => {
      const client = await api.appPool.connect();
      try {
        await client.query("begin");
        await client.query("select set_config('app.viewer', $1, true)", [JSON.stringify({ person: api.people[as] })]);
        return (await client.query(text)).rowCount;
      } finally {
        await client.query("rollback");
        client.release();
      }
    };
    await upload(api, "zhou", caseId, { bytes });
    expect(await scoped("select id from attachment")).toBeGreaterThan(0);
    expect(await scoped("select id from attachment", "neighbour")).toBe(0);
    await expect(scoped("update attachment set removed_at = now() where true")).rejects.toThrow("row-level security");
    expect(await scoped("select store_key from stored_file")).toBe(0);
    expect(await scoped("delete from stored_file where true")).toBe(0);
    expect(await scoped("insert into stored_file (store_key) values ('x')")).toBe(1);
  });
});

describe("what a case takes", () => {
  it("is refused when it carries sixty, and when it has ended", async () => {
    const { id } = await done(api, "zhou", "collectOpinion", null, { words: "井盖松了", kind: "DIFFICULTY", place: { compoundId: api.compoundId }, channel: "VISIT" });
    const first = await upload(api, "zhou", id, { bytes });
    expect(first.status).toBe(201);
    await api.pool.query(
      `insert into attachment (id, case_id, area_no, kind, name, media_type, bytes, sha256, store_key, added_by, added_as, added_at)
       select gen_random_uuid(), case_id, area_no, kind, name, media_type, bytes, sha256, store_key || n, added_by, added_as, added_at
       from attachment, generate_series(1, 59) n where id = $1`,
      [first.id],
    );
    const before = store.contents.size;
    expect(await upload(api, "zhou", id, { bytes })).toMatchObject({ status: 403, code: "ATTACHMENTS_FULL", message: "一件事项最多60份照片和材料，请先删除多余的。" });
    expect(store.contents.size).toBe(before);
    await done(api, "zhou", "declineCase", id, { reason: "NO_FACTS", goTo: "物业" });
    expect(await upload(api, "zhou", id, { bytes })).toMatchObject({ status: 403, code: "WRONG_STATUS" });
  });
});

describe("C7: a page of another site", () => {
  it.each([
    ["with its own origin", { origin: "https://evil.example" }, 403],
    ["as a browser marks it", { "sec-fetch-site": "cross-site" }, 403],
    ["with no origin to name", { origin: "null" }, 403],
  ])("C7: %s adds nothing and reads nothing", async (_how, headers, status) => {
    const before = (await filesOf(api, "zhou", caseId)).length;
    expect((await upload(api, "zhou", caseId, { bytes, headers })).status).toBe(status);
    expect((await filesOf(api, "zhou", caseId)).length).toBe(before);
    const [file] = await filesOf(api, "zhou", caseId);
    expect((await api.fetch(`/api/attachments/${file?.id}`, { headers: { cookie: await api.signIn("zhou"), ...headers } })).status).toBe(status);
  });

  it.each(["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""])("C7: the type %j, which it could send unasked, adds nothing", async (type) => {
    const before = (await filesOf(api, "zhou", caseId)).length;
    expect(await upload(api, "zhou", caseId, { bytes, type })).toMatchObject({ status: 415 });
    expect((await filesOf(api, "zhou", caseId)).length).toBe(before);
  });
});
