import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, signIn, type Answer } from "../testing/accounts.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { insertPerson } from "../testing/people.ts";
import { openLog } from "../http/log.ts";
import { openAuthPool } from "./auth-pool.ts";

/** How many pairs are compared: BANDENG_ENUMERATION_PAIRS=2000 for the bar of the checklist, a minute and a half. */
const PAIRS = Number(process.env["BANDENG_ENUMERATION_PAIRS"] ?? 200);

let api: TestApi;
let tables: ReturnType<typeof openAuthPool>;
const KNOWN = ["wang", "li", "zhao", "qian"];
beforeAll(async () => {
  api = await startApi();
  tables = openAuthPool(api.databaseUrl, openLog("silent"), 1);
  for (const username of KNOWN) await insertPerson(api, { username, name: username, roles: [] });
  await api.auth.disable((await api.auth.accounts()).find(({ username }) => username === "qian")?.personId ?? "");
});
afterAll(async () => {
  await tables.end();
  await api.stop();
});

interface Told {
  readonly answers: ReadonlySet<string>;
  readonly medianDifference: number;
  /** How well the duration tells known from unknown: 0.5 is not at all. */
  readonly auc: number;
}

/** Asks about one that exists and one that does not, in turn and in changing order, and compares what each answer tells. */
async function compare(pairs: number, known: (i: number) => Promise<Answer>, unknown: (i: number) => Promise<Answer>, between: () => Promise<unknown>): Promise<Told> {
  const answers = new Set<string>();
  const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  const measure = async (kind: "known" | "unknown", request: () => Promise<Answer>): Promise<void> => {
    const start = performance.now();
    const { status, headers, body } = await request();
    times[kind].push(performance.now() - start);
    const { requestId: _id, ...rest } = body;
    const names = [...headers.keys()].filter((name) => name !== "date").toSorted();
    answers.add(JSON.stringify([status, names, headers.get("content-length"), rest]));
  };
  for (let i = 0; i < pairs; i++) {
    if (i % 2 === 0) await measure("known", () => known(i));
    await measure("unknown", () => unknown(i));
    if (i % 2 === 1) await measure("known", () => known(i));
    await between();
  }
  return { answers, medianDifference: Math.abs(median(times.known) - median(times.unknown)), auc: separation(times.known, times.unknown) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Area under the curve of the best threshold classifier, whichever of the two takes longer. */
function separation(a: readonly number[], b: readonly number[]): number {
  let wins = 0;
  for (const x of a) for (const y of b) wins += x > y ? 1 : x === y ? 0.5 : 0;
  const auc = wins / (a.length * b.length);
  return Math.max(auc, 1 - auc);
}

/**
 * Either suffices: on a busy machine one outlier moves the one, and a hair's breadth, reliably, the other. Chance tells the
 * two apart now and then; what really tells does so twice.
 */
async function expectSilence(pairs: number, measure: (pairs: number) => Promise<Told>): Promise<void> {
  const isSilent = ({ medianDifference, auc }: Told): boolean => medianDifference <= 5 || auc <= 0.55;
  let told = await measure(pairs);
  expect([...told.answers]).toHaveLength(1);
  if (!isSilent(told)) told = await measure(2 * pairs);
  expect([...told.answers]).toHaveLength(1);
  expect(isSilent(told), `median difference ${told.medianDifference.toFixed(2)} ms, AUC ${told.auc.toFixed(3)}`).toBe(true);
}

const forget = () => tables.query("delete from auth.sign_in_attempt");

it("C22: signing in tells nothing about who has an account, be it disabled", { timeout: 300_000 }, async () => {
  for (let i = 0; i < 10; i++) await signIn(api, `warm-${i}`, "wrong");
  const [known, unknown] = [(i: number) => signIn(api, KNOWN[i % 4] ?? "", `wrong ${i}`), (i: number) => signIn(api, `${["none", "nobody", "x", "a b!"][i % 4]}${i}`, `wrong ${i}`)];
  await expectSilence(PAIRS, (pairs) => compare(pairs, known, unknown, forget));
});

it("C22: a link of an invitation or a reset tells nothing unless it is good", { timeout: 300_000 }, async () => {
  const people = (await api.auth.accounts()).filter(({ disabled }) => !disabled);
  const expired: string[] = [];
  for (const { personId } of people) {
    const link = await api.auth.resetPassword(personId);
    if ("token" in link) expired.push(link.token);
  }
  const invited = await api.auth.invite({ personId: "01a2072a-4beb-7bc8-beec-d38a0487fb76", username: "new", name: "新", by: people[0]?.personId ?? "" });
  if ("token" in invited) expired.push(invited.token);
  expect(expired).toHaveLength(people.length + 1);
  await tables.query("update auth.access_link set expires_at = now()");
  const accept = (token: string) => ask(api, "/api/auth/accept-invitation", { token, newPassword: "棉袄晒在太阳底下" });
  await expectSilence(PAIRS / 2, (pairs) => compare(pairs, (i) => accept(expired[i % expired.length] ?? ""), (i) => accept(`${"A".repeat(39)}${1000 + i}`), () => Promise.resolve()));
});
