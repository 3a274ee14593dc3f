import { hash } from "@node-rs/argon2";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signIn, signInTables } from "../testing/accounts.ts";
import { startApi, TEST_PASSWORD, type TestApi } from "../testing/api.ts";
import { insertPerson } from "../testing/people.ts";
import { isOutdated } from "./password.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await insertPerson(api, { username: "wang", name: "王", roles: [] });
});
afterAll(() => api.stop());

const HASH = `select a.password from auth.account a join auth."user" u on u.id = a."userId" where u.username = $1`;
const storedOf = async (username: string): Promise<string> => (await signInTables<{ password: string }>(api, HASH, [username]))[0]?.password ?? "";

it("C19: stores argon2id with 19 MiB, two passes, one lane", async () => {
  expect(await storedOf("wang")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

it("C19: makes the hash anew at the next sign-in when it was made with other costs", async () => {
  const weak = await hash(TEST_PASSWORD, { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 });
  expect(isOutdated(weak)).toBe(true);
  await signInTables(api, `update auth.account set password = $1 where "userId" = (select id from auth."user" where username = 'wang')`, [weak]);
  expect((await signIn(api, "wang", "wrong wrong")).status).toBe(401);
  expect(await storedOf("wang")).toBe(weak);
  expect((await signIn(api, "wang")).status).toBe(200);
  expect(await storedOf("wang")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect((await signIn(api, "wang")).status).toBe(200);
});

const long = "x7".repeat(32); // 64 characters
it.each([
  ["of 64 characters", "long", long, [long.slice(0, 63), `${long}x`, long.toUpperCase()]],
  ["in Chinese", "zh", "板凳上的旧棉袄晒太阳", ["板凳上的旧棉袄晒太", "板凳上的旧棉袄晒太阳 "]],
  // NFKC would make the second of the first: ﬁ and ① and full-width letters are other characters.
  ["that Unicode would fold", "fold", "ﬁre①ＡＢＣ板凳上", ["fire1ABC板凳上"]],
  ["with a composed é", "accent", "caf\u00e9-板凳上的猫", ["cafe\u0301-板凳上的猫"]],
])("C19: takes a password %s as it was typed, and no other", async (_what, username, password, others) => {
  const { personId } = (await api.auth.accounts())[0] ?? { personId: "" };
  await api.auth.createAccount({ username, password, personId, name: username });
  for (const other of others) expect((await signIn(api, username, other)).status, other).toBe(401);
  await api.auth.unlock(personId);
  expect((await signIn(api, username, password)).status).toBe(200);
});
