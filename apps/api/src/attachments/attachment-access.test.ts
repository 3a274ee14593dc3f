import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { conditions } from "../access/scope.ts";
import { startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { memoryStore } from "../testing/memory-store.ts";
import { jpegOfPhone } from "../testing/sample-files.ts";
import { filesOf, upload } from "../testing/uploads.ts";
import { done, shanghai } from "../testing/verbs.ts";

const MODES = [
  { mode: "both layers", withoutRowSecurity: false, conditionsOn: true },
  { mode: "row level security alone", withoutRowSecurity: false, conditionsOn: false },
  { mode: "the conditions in the queries alone", withoutRowSecurity: true, conditionsOn: true },
];

describe.each(MODES)("C18: who gets a file, by $mode", ({ withoutRowSecurity, conditionsOn }) => {
  const store = memoryStore();
  let api: TestCommunity;
  let bytes: Buffer;
  let photo: { caseId: string; id: string };
  let evidence: { caseId: string; id: string };

  async function withPhoto(kind: string): Promise<{ caseId: string; id: string }> {
    const { id: caseId } = await done(api, "zhou", "collectOpinion", null, { words: "楼道灯坏了", kind, place: { compoundId: api.compoundId }, channel: "VISIT" });
    const { id = "", ...answer } = await upload(api, "zhou", caseId, { bytes, name: "证据.jpg" });
    expect(answer.status).toBe(201);
    return { caseId, id };
  }

  beforeAll(async () => {
    api = await startCommunity(shanghai("2026-03-02", "09:00"), { files: store, withoutRowSecurity });
    bytes = await jpegOfPhone({ width: 100, height: 80 });
    photo = await withPhoto("DIFFICULTY");
    evidence = await withPhoto("DISPUTE");
    conditions.on = conditionsOn;
  });
  afterAll(async () => {
    conditions.on = true;
    await api.stop();
  });

  const get = async (as: Username | null, path: string, headers: Record<string, string> = {}) => api.fetch(path, { headers: { ...(as !== null && { cookie: await api.signIn(as) }), ...headers } });
  const statuses = async (as: Username | null, id: string) => [(await get(as, `/api/attachments/${id}`)).status, (await get(as, `/api/attachments/${id}/thumbnail`)).status];

  it.each(["zhou", "chen", "li", "member3", "street"] as const)("C18: %s sees the case and gets its photo", async (as) => {
    expect(await statuses(as, photo.id)).toEqual([200, 200]);
    expect((await filesOf(api, as, photo.caseId)).map(({ id }) => id)).toEqual([photo.id]);
  });

  it.each(["neighbour", "wang", "member5", "housing", "admin"] as const)("C18: for %s it does not exist, and the answer does not tell", async (as) => {
    expect(await statuses(as, photo.id)).toEqual([404, 404]);
    expect(await filesOf(api, as, photo.caseId)).toEqual([]);
    const [hidden, absent] = await Promise.all([photo.id, "01930000-0000-7000-8000-000000000000"].map((id) => get(as, `/api/attachments/${id}`)));
    expect(await bodyOf(hidden)).toEqual(await bodyOf(absent));
    expect(headersOf(hidden)).toEqual(headersOf(absent));
    // A copy that somebody else handed on proves nothing either.
    const etag = (await get("zhou", `/api/attachments/${photo.id}`)).headers.get("etag") ?? "";
    expect((await get(as, `/api/attachments/${photo.id}`, { "if-none-match": etag })).status).toBe(404);
    expect(await upload(api, as, photo.caseId, { bytes })).toMatchObject({ status: 404, code: "NOT_FOUND" });
  });

  it.each(["member3", "street"] as const)("C18: %s, who may only know that a dispute exists, gets no file of it", async (as) => {
    expect(await statuses(as, evidence.id)).toEqual([404, 404]);
    const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { visibility attachments { id } } }`, { id: evidence.caseId }, { as });
    expect(data.case).toEqual({ visibility: "MASKED", attachments: [] });
    expect(await upload(api, as, evidence.caseId, { bytes })).toMatchObject({ status: 403, code: "CONFIDENTIAL" });
    expect(await statuses("li", evidence.id)).toEqual([200, 200]);
  });

  it("C18: without a session nothing is given and nothing is taken", async () => {
    expect(await statuses(null, photo.id)).toEqual([401, 401]);
    expect(await upload(api, null, photo.caseId, { bytes })).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  });

  it("C18: a role that has ended gives nothing any more, nor a 304", async () => {
    const response = await get("li", `/api/attachments/${photo.id}`);
    const etag = response.headers.get("etag") ?? "";
    expect((await get("li", `/api/attachments/${photo.id}`, { "if-none-match": etag })).status).toBe(304);
    await api.pool.query("update role_assignment set to_date = '2026-03-01' where person_id = $1", [api.people.li]);
    expect((await get("li", `/api/attachments/${photo.id}`, { "if-none-match": etag })).status).toBe(404);
    expect(await statuses("li", photo.id)).toEqual([404, 404]);
    await api.pool.query("update role_assignment set to_date = null where person_id = $1", [api.people.li]);
  });

  it("C18: what is no id is answered like what does not exist", async () => {
    for (const id of ["1", "..%2f..%2fetc%2fpasswd", "x".repeat(150), `${photo.id}%00`]) expect((await get("zhou", `/api/attachments/${id}`)).status).toBe(404);
    expect(await upload(api, "zhou", "1", { bytes })).toMatchObject({ status: 400 });
  });

  describe("removing", () => {
    const remove = async (as: Username, id: string) => {
      const { data, errors } = await api.graphql(
        `mutation ($input: RemoveAttachmentInput!) { removeAttachment(input: $input) { case { id attachments { id } } refusal { code } } }`,
        { input: { id, idempotencyKey: crypto.randomUUID() } },
        { as },
      );
      expect(errors).toEqual([]);
      return data.removeAttachment as { case: { id: string; attachments: { id: string }[] } | null; refusal: { code: string } | null };
    };
    const auditOf = async (id: string) => (await api.pool.query("select action, outcome, code, subject_kind from audit where subject_id = $1 order by at, id", [id])).rows;

    beforeEach(() => api.clock.set(shanghai("2026-03-02", "09:00")));

    it("C18: one's own within ten minutes: the bytes go, the row stays, each act has its row in the audit", async () => {
      const { caseId, id } = await withPhoto("DIFFICULTY");
      const stored = store.contents.size;
      expect(await remove("neighbour", id)).toEqual({ case: null, refusal: { code: "NOT_FOUND" } });
      expect(await remove("member3", id)).toEqual({ case: null, refusal: { code: "ATTACHMENT_KEPT" } });
      api.clock.set(shanghai("2026-03-02", "09:10"));
      expect(await remove("zhou", id)).toEqual({ case: { id: caseId, attachments: [] }, refusal: null });
      expect(store.contents.size).toBe(stored - 2);
      expect(await statuses("zhou", id)).toEqual([404, 404]);
      expect((await remove("zhou", id)).refusal).toEqual({ code: "NOT_FOUND" });
      const { rows } = await api.pool.query("select removed_at::text from attachment where id = $1", [id]);
      expect(rows[0].removed_at).toMatch(/^2026-03-02 01:10/);
      const row = (action: string, outcome: string, code: string | null) => ({ action, outcome, code, subject_kind: "ATTACHMENT" });
      expect(await auditOf(id)).toEqual([
        row("addAttachment", "DONE", null),
        row("removeAttachment", "REFUSED", "NOT_FOUND"),
        row("removeAttachment", "REFUSED", "ATTACHMENT_KEPT"),
        row("removeAttachment", "DONE", null),
        row("removeAttachment", "REFUSED", "NOT_FOUND"),
      ]);
    });

    it("C18: later only one role up", async () => {
      const { id } = await withPhoto("DIFFICULTY");
      api.clock.set(shanghai("2026-03-02", "09:11"));
      expect((await remove("zhou", id)).refusal).toEqual({ code: "ATTACHMENT_KEPT" });
      expect((await remove("street", id)).refusal).toEqual({ code: "ATTACHMENT_KEPT" });
      expect((await remove("chen", id)).refusal).toBeNull();
    });

    it("C18: somebody who sees the dispute masked removes nothing", async () => {
      expect((await remove("street", evidence.id)).refusal).toEqual({ code: "NOT_FOUND" });
      expect(await statuses("zhou", evidence.id)).toEqual([200, 200]);
    });
  });
});

async function bodyOf(response: Response | undefined): Promise<unknown> {
  const { requestId: _own, ...rest } = (await (response as Response).json()) as Record<string, unknown>;
  return rest;
}

function headersOf(response: Response | undefined): unknown {
  return [...(response?.headers ?? [])].filter(([name]) => !["date", "x-request-id", "ratelimit-remaining", "ratelimit-reset"].includes(name));
}
