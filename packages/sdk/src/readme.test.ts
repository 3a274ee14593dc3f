import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Case } from "./client.ts";
import { createClient } from "./client.ts";
import { community, openDistrict, somethingHappens, type District } from "./testing/district.ts";

const run = promisify(execFile);
const examples = fileURLToPath(new URL("../examples/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bandeng-readme-"));
const hasPython = await run("python3", ["--version"]).then(() => true, () => false);
let district: District;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  district = await openDistrict();
  environment = { ...process.env, BANDENG_URL: district.base, BANDENG_KEY: district.key };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs an example as it stands in the README. */
const runExample = (name: string, ...args: string[]) => run(process.execPath, ["--conditions=@bandeng/source", "--disable-warning=ExperimentalWarning", join(examples, name), ...args], { env: environment, maxBuffer: 2 ** 26 });
const linesOf = (text: string): string[] => text.trim().split("\n").filter(Boolean);

describe("the README", () => {
  it("shows the examples that are run here, word for word", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const shown = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
    const files = readdirSync(examples).filter((name) => name.endsWith(".ts"));
    expect(new Set(shown)).toEqual(new Set(files.map((name) => readFileSync(join(examples, name), "utf8"))));
  });

  it("read-cases.ts prints the cases of a grid", async () => {
    const { stdout, stderr } = await runExample("read-cases.ts");
    expect(stderr).toBe("");
    expect(linesOf(stdout).length).toBeGreaterThan(3);
    for (const line of linesOf(stdout)) expect(line).toMatch(/^340802001007-\d{4}-\d{4} [A-Z_]+ ./);
  });

  it("own-document.ts prints collection points and what that cost", async () => {
    const { stdout, stderr } = await runExample("own-document.ts");
    expect(linesOf(stdout).length).toBeGreaterThan(0);
    expect(stderr).toMatch(/^cost \d+, \d+ left/);
  });

  it("keep-a-copy.ts ends equal to the server, after it was stopped and things went on", async () => {
    const file = join(folder, "cases.json");
    await runExample("keep-a-copy.ts", file, "--once");
    const before = statSync(file).ino;
    await somethingHappens(district, 3);
    const client = createClient({ url: district.base, key: district.key });
    while ((await client.feed()).waiting > 0) await new Promise((soon) => setTimeout(soon, 50));
    await runExample("keep-a-copy.ts", file, "--once");
    const kept = new Map((JSON.parse(readFileSync(file, "utf8")) as { cases: [string, Case][] }).cases);
    const there = new Map<string, Case>();
    for await (const each of client.cases({ areas: [community], order: "UPDATED" })) there.set(each.id, each);
    expect(there.size).toBeGreaterThan(100);
    expect(kept).toEqual(there);
    expect(statSync(file).ino, "a new file was put in place: whoever is killed while writing leaves the old one").not.toBe(before);
  });

  it("file-an-opinion.ts files once, however often it runs", async () => {
    const said = [await runExample("file-an-opinion.ts"), await runExample("file-an-opinion.ts")].map(({ stdout }) => stdout.trim());
    expect(said[0]).toMatch(/^filed 340802001007-\d{4}-\d{4}$/);
    expect(said[1]).toBe(said[0]?.replace("filed", "known"));
  });

  it("receive-webhooks.ts takes what is signed, once, and nothing else", () => receives(process.execPath, ["--conditions=@bandeng/source", "--disable-warning=ExperimentalWarning", join(examples, "receive-webhooks.ts")]));

  it.skipIf(!hasPython)(`webhook_receiver.py does the same${hasPython ? "" : ": skipped, this machine has no python3"}`, () => receives("python3", [join(examples, "webhook_receiver.py")]));
});

const [secret, next] = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2Vjb25kIHNlY3JldCwgd2hpbGUgb25lIGlzIHJvdGF0ZWQ="];

/** C17, for a receiver written in whatever language. */
async function receives(program: string, args: string[]): Promise<void> {
  const receiver = spawn(program, args, { env: { ...process.env, PORT: "0", BANDENG_WEBHOOK_SECRETS: `${next} ${secret}` }, stdio: ["ignore", "pipe", "pipe"] });
  try {
    let printed = "";
    receiver.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    const port = await portOf(receiver);
    const body = JSON.stringify({ type: "case.resolved", data: { position: 7 } });
    const send = async (by = secret, { id = "m-1", at = new Date(), text = body, headers = {} }: { id?: string; at?: Date; text?: string; headers?: Record<string, string> } = {}): Promise<number> => {
      const signed = { "webhook-id": id, "webhook-timestamp": String(Math.floor(at.getTime() / 1000)), "webhook-signature": new Webhook(by).sign(id, at, body), ...headers };
      return (await fetch(`http://127.0.0.1:${port}/`, { method: "POST", headers: signed, body: text })).status;
    };
    expect([await send(), await send(), await send(next, { id: "m-2" })]).toEqual([204, 204, 204]);
    const refused = [await send(`whsec_${btoa("somebody else's secret")}`), await send(secret, { text: body.replace("7", "8") }), await send(secret, { headers: { "webhook-id": "m-3" } }), await send(secret, { at: new Date(Date.now() - 301_000) }), await send(secret, { headers: { "webhook-signature": "" } })];
    expect(refused).toEqual([400, 400, 400, 400, 400]);
    expect(linesOf(printed).map((line) => JSON.parse(line) as unknown)).toEqual([JSON.parse(body), JSON.parse(body)]);
  } finally {
    receiver.kill();
  }
}

function portOf(receiver: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = "";
    receiver.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const port = /"port":\s*(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    receiver.once("exit", () => reject(new Error(said)));
  });
}
