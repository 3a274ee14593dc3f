import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const example = (name: string): string => fileURLToPath(new URL(`../examples/${name}`, import.meta.url));
const has = (program: string): Promise<boolean> => run(program, ["--version"]).then(() => true, () => false);
const [hasPython, hasCurl] = [await has("python3"), await has("curl")];
const folder = mkdtempSync(join(tmpdir(), "bandeng-cut-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = JSON.stringify({ data: { changes: { after: 3, upTo: 5, head: 5, changes: [{ position: 4, subject: "CASE", id: "a", version: 1, type: "COLLECTED" }] } } });
const whole = (response: ServerResponse): void => void response.writeHead(200, { "content-type": "application/json" }).end(page);
/** The server is killed while it answers. */
const cut = (response: ServerResponse): void => {
  response.writeHead(200, { "content-type": "application/json", "content-length": page.length });
  response.write(page.slice(0, 40), () => response.destroy());
};
const busy = (response: ServerResponse): void => void response.writeHead(503, { "retry-after": "1" }).end('{"errors":[{"message":"later"}]}');
const faulty = (response: ServerResponse): void => void response.writeHead(200).end('{"errors":[{"message":"my fault"}],"data":{"changes":null}}');

/** What an example prints of a server that answers like this, one after the other. */
async function runs(answers: readonly ((response: ServerResponse) => void)[], program: string, args: readonly string[]): Promise<{ stdout: string; asked: number; failed: boolean }> {
  let asked = 0;
  const server = createServer((request, response) => void request.resume().on("end", () => (answers[asked++] ?? whole)(response)));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const env = { ...process.env, BANDENG_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, BANDENG_KEY: "bdk_x" };
  try {
    const { stdout, failed } = await run(program, [...args], { env }).then(({ stdout: said }) => ({ stdout: said, failed: false }), ({ stdout: said }: { stdout: string }) => ({ stdout: said, failed: true }));
    return { stdout, asked, failed };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("a server that is killed while it answers", () => {
  it.skipIf(!hasPython)(`is asked again by follow_changes.py${hasPython ? "" : ": skipped, this machine has no python3"}`, async () => {
    const state = join(folder, "state.json");
    writeFileSync(state, '{"upTo": 3}');
    const { stdout, asked, failed } = await runs([cut, whole], "python3", [example("follow_changes.py"), "340802", state, "--once"]);
    expect([failed, asked, stdout.trim().split("\n").map((line) => (JSON.parse(line) as { change: { position: number } }).change.position)]).toEqual([false, 2, [4]]);
  });

  it.skipIf(!hasCurl)(`ends curl.sh before it has printed anything${hasCurl ? "" : ": skipped, this machine has no curl"}`, async () => {
    expect(await runs([cut], "sh", [example("curl.sh"), "changes", "340802", "3"])).toEqual({ stdout: "", asked: 1, failed: true });
  });

  it.skipIf(!hasCurl)("is asked again by curl.sh when it says later, and what it said first is no part of what is printed", async () => {
    expect(await runs([busy, whole], "sh", [example("curl.sh"), "changes", "340802", "3"])).toEqual({ stdout: `${page}\n`, asked: 2, failed: false });
  });

  it.skipIf(!hasCurl)("is not taken at its word by curl.sh when it answers with an error", async () => {
    expect(await runs([faulty], "sh", [example("curl.sh"), "changes", "340802", "3"])).toEqual({ stdout: "", asked: 1, failed: true });
  });
});
