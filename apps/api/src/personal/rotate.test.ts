import { afterAll, beforeAll, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { DataKeys, newDataKey, phoneOf } from "./data-keys.ts";
import { keysInUse, rotate } from "./rotate.ts";
import { refuseLostKeys } from "./upkeep.ts";
import { earlierSecretOf, secretOf } from "../notices/messenger-store.ts";
import { startApi, type TestApi } from "../testing/api.ts";

const [one, two] = [newDataKey(), newDataKey()];
const before = new DataKeys(new Map([[1, one]]));
const both = new DataKeys(new Map([[2, two], [1, one]]));
const after = new DataKeys(new Map([[2, two]]));

let api: TestApi;
const people = Array.from({ length: 650 }, (_, i) => ({ id: uuidv7(), phone: `1390000${String(i).padStart(4, "0")}` }));

beforeAll(async () => {
  api = await startApi();
  await api.pool.query("insert into person (id, display_name, surname_mask, phone_enc, area_no) select id, '某人', '某', phone, 340802001007001 from unnest($1::uuid[], $2::bytea[]) as p(id, phone)", [
    people.map(({ id }) => id), people.map(({ id, phone }) => before.seal(phone, phoneOf(id))),
  ]);
});
afterAll(() => api.stop());

it("C34: a new key is put in under running reads, and the old one can go afterwards", async () => {
  expect(await keysInUse(api.appPool)).toEqual([1]);
  let running = true;
  let reads = 0;
  const read = async (): Promise<void> => {
    while (running) {
      const { rows } = await api.pool.query<{ id: string; phone_enc: Buffer }>("select id, phone_enc from person where id = any($1)", [people.slice(reads % 600, (reads % 600) + 40).map(({ id }) => id)]);
      for (const { id, phone_enc } of rows) expect(both.open(phone_enc, phoneOf(id))).toBe(people.find((p) => p.id === id)?.phone);
      reads += 1;
    }
  };
  const readers = [read(), read()];
  // Two instances at once: what one has in hand the other leaves alone.
  const done = await Promise.all([rotate(api.appPool, both), rotate(api.appPool, both)]);
  running = false;
  await Promise.all(readers);
  expect((done[0] ?? 0) + (done[1] ?? 0) + (await rotate(api.appPool, both))).toBe(people.length);
  expect(reads).toBeGreaterThan(0);
  expect(await keysInUse(api.appPool)).toEqual([2]);
  const { rows } = await api.pool.query<{ id: string; phone_enc: Buffer }>("select id, phone_enc from person");
  expect(rows.map(({ id, phone_enc }) => after.open(phone_enc, phoneOf(id))).toSorted()).toEqual(people.map(({ phone }) => phone));
  expect(await rotate(api.appPool, after)).toBe(0);
});

it("seals the secrets of messengers anew as well", async () => {
  const code = "340802001007";
  await api.pool.query("insert into area (code, no, kind, name, pinyin, initials, source, as_of) values ($1, 340802001007000, 'COMMUNITY', '社区', 'shequ', 'sq', 'test', '2024-01-01') on conflict do nothing", [code]);
  await api.pool.query("insert into messenger (community_code, id, area_no, url, secret_enc, earlier_enc, set_by, set_at) values ($1, $2, 340802001007000, 'https://hook.example.cn/', $3, $4, $2, now())", [
    code, uuidv7(), before.seal("now", secretOf(code)), before.seal("earlier", earlierSecretOf(code)),
  ]);
  expect(await keysInUse(api.appPool)).toEqual([1, 2]);
  expect([await rotate(api.appPool, both), await keysInUse(api.appPool)]).toEqual([2, [2]]);
  const { rows } = await api.pool.query("select secret_enc, earlier_enc from messenger");
  expect([after.open(rows[0].secret_enc, secretOf(code)), after.open(rows[0].earlier_enc, earlierSecretOf(code))]).toEqual(["now", "earlier"]);
});

it("does not start without a key that phones are sealed with", async () => {
  await expect(refuseLostKeys(api.appPool, after)).resolves.toBeUndefined();
  await expect(refuseLostKeys(api.appPool, before)).rejects.toThrow("encrypted with key 2");
});
