import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const PROCESSES = 3;
/** Enough that each process has its share: connections go round. */
const MANY = 12;
const ANONYMOUS_PER_MINUTE = 60;
const AREA = "340802001007";
const source = ["--conditions=@bandeng/source", "--import", "tsx"];
const folder = fileURLToPath(new URL("../..", import.meta.url));

let database: ChildProcess;
let program: ChildProcess;
let output = "";
let port: number;
let cookie: string;

/** Each request by a connection of its own: the next process answers it. */
async function send(path: string, body?: object, headers: Record<string, string> = {}): Promise<{ status: number; text: string; cookie: string }> {
  const sent = httpRequest({ host: "127.0.0.1", port, path, method: body === undefined ? "GET" : "POST", agent: false, headers: { "content-type": "application/json", ...headers } });
  // A connection that was on its way to a process that fell is nobody's, and stays open: whoever asks gives up and asks again.
  sent.setTimeout(8000, () => sent.destroy(new Error("no answer")));
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = (await once(sent, "response")) as [import("node:http").IncomingMessage];
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += String(chunk);
  return { status: response.statusCode ?? 0, text, cookie: (response.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; ") };
}

async function signIn(): Promise<string> {
  const { status, cookie: given } = await send("/api/auth/sign-in/username", { username: "zhou", password: "bandeng-demo" });
  expect(status).toBe(200);
  return given;
}

// oxlint-disable-next-line typescript/no-explicit-any -- tests ask for what they know
async function graphql(query: string, variables: object = {}, as = cookie): Promise<any> {
  const { text } = await send("/graphql", { query, variables }, { cookie: as });
  return JSON.parse(text);
}

interface OnBoard {
  readonly id: string;
  readonly version: number;
}

async function someCases(): Promise<OnBoard[]> {
  const { data } = await graphql(`{ cases(areas: ["${AREA}"], first: 20, filter: { statuses: [IN_PROGRESS] }) { nodes { id version } } }`);
  return data.cases.nodes;
}

const CONTACT = `mutation ($input: RecordContactInput!) { recordContact(input: $input) { case { id version } refusal { code } } }`;
const note = (one: OnBoard, words: string, idempotencyKey = uuidv7()): Promise<{ data: { recordContact: { case: OnBoard | null; refusal: { code: string } | null } } }> =>
  graphql(CONTACT, { input: { id: one.id, expectedVersion: one.version, idempotencyKey, kind: "VISIT", words } });

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  database.send({ sql });
  const [{ rows, error }] = (await once(database, "message")) as [{ rows?: Record<string, unknown>[]; error?: string }];
  if (rows === undefined) throw new Error(error);
  return rows;
}

/** Until somebody answers: a connection of a process that fell goes to the next one. */
async function insistently<T extends { data: unknown }>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await work().catch(() => null);
    if (answer !== null) return answer;
    await sleep(20);
  }
}

/** The processes that serve, by what the kernel says of children. */
function serving(): number[] {
  return readFileSync(`/proc/${program.pid}/task/${program.pid}/children`, "utf8").trim().split(" ").filter((pid) => pid !== "" && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("main.ts")).map(Number);
}

beforeAll(async () => {
  database = fork("src/testing/postgres-process.ts", { cwd: folder, execArgv: source, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const [urls] = (await once(database, "message")) as [{ url: string; ownerUrl: string }];
  program = spawn(process.execPath, [...source, "src/main.ts"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"], DATABASE_URL: urls.url, DATABASE_OWNER_URL: urls.ownerUrl, BANDENG_DEMO: "1", BANDENG_PROCESSES: String(PROCESSES), PORT: "0", LOG_LEVEL: "silent",
      BANDENG_SECRET: "Zq3vX8mT1nK6wB9rY4hF7jL2pD5sG0cA", BANDENG_DATA_KEYS: "1:q0mZ4xkL0u9dJ3vQyq8mX1sFfJ2w7bT5nYpRkHcVb6o=", BANDENG_ANONYMOUS_PER_MINUTE: String(ANONYMOUS_PER_MINUTE),
    },
  });
  for (const stream of [program.stdout, program.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => void (output += text));
  while (!output.includes("Press Ctrl-C to stop")) {
    if (program.exitCode !== null) throw new Error(output);
    await sleep(100);
  }
  port = Number(/running:\s+http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1]);
  cookie = await signIn();
}, 180_000);

afterAll(async () => {
  program.kill("SIGKILL"); // what it looked after ends with it
  database.disconnect();
  await once(database, "exit");
});

describe(`${PROCESSES} processes on one port`, () => {
  it("say once that they run", () => {
    expect(output.match(/Bandeng is running/g)).toHaveLength(1);
  });

  it.runIf(process.platform === "linux")("are as many as were asked for", () => {
    expect(serving()).toHaveLength(PROCESSES);
  });

  it("do an act once that is sent many times at once", async () => {
    const [one] = await someCases();
    if (one === undefined) throw new Error("the demo has no case in progress");
    const key = uuidv7();
    const answers = await Promise.all(Array.from({ length: MANY }, () => note(one, "many times", key)));
    for (const { data } of answers) expect(data.recordContact).toMatchObject({ refusal: null, case: { id: one.id } });
    expect(await ask(`select count(*)::int as n from event where stream_id = '${one.id}' and seq > ${one.version}`)).toEqual([{ n: 1 }]);
  });

  it("let one of many win who decide on the same version", async () => {
    const [, one] = await someCases();
    if (one === undefined) throw new Error("the demo has one case in progress");
    const answers = await Promise.all(Array.from({ length: MANY }, (_, i) => note(one, `try ${i}`)));
    const codes = answers.map(({ data }) => data.recordContact.refusal?.code ?? "DONE");
    expect(codes.filter((code) => code === "DONE")).toHaveLength(1);
    expect(codes.filter((code) => code === "CONFLICT")).toHaveLength(MANY - 1);
  });

  it("forget a session everywhere once it is signed out in one", async () => {
    const other = await signIn();
    const viewer = async (): Promise<string[]> => Promise.all(Array.from({ length: MANY }, async () => (await send("/graphql", { query: "{ viewer { username } }" }, { cookie: other })).text));
    for (const text of await viewer()) expect(text).toContain("zhou");
    expect((await send("/api/auth/sign-out", {}, { cookie: other })).status).toBe(200);
    for (const text of await viewer()) expect(text).toContain("UNAUTHENTICATED");
  });

  it("share one budget", async () => {
    const answers = await Promise.all(Array.from({ length: 4 * ANONYMOUS_PER_MINUTE }, () => send("/graphql", { query: "{ __typename }" })));
    const letIn = answers.filter(({ text }) => !text.includes("RATE_LIMITED")).length;
    expect(letIn).toBeGreaterThan(0);
    // Twice, should a minute end just then; each for itself they would have let in three times as many.
    expect(letIn).toBeLessThanOrEqual(2 * ANONYMOUS_PER_MINUTE);
  });

  it("tell streams in all of them what was done through one", async () => {
    const [, , one] = await someCases();
    if (one === undefined) throw new Error("the demo has two cases in progress");
    const heard = Array.from({ length: 2 * PROCESSES }, () => "");
    const streams = heard.map((_, i) => {
      const stream = httpRequest({ host: "127.0.0.1", port, path: "/graphql/stream", method: "POST", agent: false, headers: { "content-type": "application/json", accept: "text/event-stream", cookie } });
      stream.on("response", (response) => response.setEncoding("utf8").on("data", (text: string) => void (heard[i] += text)));
      stream.on("error", () => {});
      stream.end(JSON.stringify({ query: `subscription { changed(areas: ["${AREA}"]) { position id } }` }));
      return stream;
    });
    await expect.poll(() => heard.every((text) => text.includes("position")), { timeout: 20_000 }).toBe(true);
    await note(one, "told");
    await expect.poll(() => heard.filter((text) => text.includes(one.id)).length, { timeout: 20_000 }).toBe(heard.length);
    for (const stream of streams) stream.destroy();
  });

  it.runIf(process.platform === "linux")("lose no act that was acknowledged when one is killed, and go on answering", async () => {
    const cases = (await someCases()).slice(3, 9);
    let stopped = false;
    const acknowledged: string[] = [];
    const writers = cases.map(async ({ id }) => {
      for (let turn = 0; !stopped; turn++) {
        const key = uuidv7();
        const { data } = await insistently(() => graphql(`query ($id: ID!) { case(id: $id) { id version } }`, { id }));
        // The same act again, to the letter: whether the process that fell had done it, nobody knows.
        const answer = await insistently(() => note(data.case, `${id} ${turn}`, key));
        if (answer.data.recordContact.refusal === null) acknowledged.push(key);
      }
    });
    for (let kill = 0; kill < 2; kill++) {
      const before = acknowledged.length;
      await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + 3);
      const [victim] = serving();
      if (victim === undefined) throw new Error("nobody serves");
      process.kill(victim, "SIGKILL");
      await expect.poll(() => serving().length === PROCESSES && !serving().includes(victim), { timeout: 30_000 }).toBe(true);
    }
    stopped = true;
    await Promise.all(writers);
    const kept = await ask(`select count(*)::int as n from idempotency where key in (${acknowledged.map((key) => `'${key}'`).join(",")})`);
    expect(kept).toEqual([{ n: acknowledged.length }]);
    await expect.poll(async () => (await send("/ready")).status, { timeout: 10_000 }).toBe(200);
  }, 120_000);

  it("end when the one that looks after them is asked to", async () => {
    const ended = once(program, "exit");
    program.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    await expect(send("/ready")).rejects.toThrow();
  }, 60_000);
});
