import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, inject, it } from "vitest";
import { demoAccounts } from "./database/demo/staff-plan.ts";
import { createTestDatabase } from "./database/embedded/test-postgres.ts";

const program = fileURLToPath(new URL("main.ts", import.meta.url));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

interface Program {
  readonly child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

/** The real program, as `npm run dev` starts it, with nothing of our environment that could lead it astray. */
function run(env: Record<string, string>): Program {
  const args = ["--conditions=@bandeng/source", "--import", "tsx", program];
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env["PATH"], ...env }, stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => void (output += text));
  return { child, output: () => output, ended: once(child, "close").then(([code]) => code as number | null) };
}

/** An external database: the test server, which does not wait for the disk. */
async function environment(): Promise<Record<string, string>> {
  const url = await createTestDatabase(inject("postgresUrl"), inject("postgresTemplate"));
  return { DATABASE_URL: url, BANDENG_SECRET: "Zq3vX8mT1nK6wB9rY4hF7jL2pD5sG0cA", BANDENG_DATA_KEYS: "1:q0mZ4xkL0u9dJ3vQyq8mX1sFfJ2w7bT5nYpRkHcVb6o=", PORT: "0", LOG_LEVEL: "silent" };
}

describe("the program", () => {
  it("says that a port is in use, and ends", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { ended, output } = run({ ...(await environment()), PORT: String(port) });
    expect(await ended).toBe(1);
    expect(output()).toBe(`端口 ${port} 已被占用，请停止占用它的程序，或设置另一个 PORT · Port ${port} is in use: stop the program that uses it, or set another PORT\n`);
    server.close();
  });

  it("refuses a database that does not wait for the disk, in one sentence", async () => {
    const { ended, output } = run(await environment());
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^数据库的 fsync 为 off.+\n$/);
  });

  it("brings its own database, and stops cleanly however many signals come", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bandeng-main-"));
    chmodSync(folder, 0o755); // as root, another account runs the database
    const { child, ended, output } = run({ BANDENG_DATA: folder, PORT: "0" });
    await expect.poll(output, { timeout: 90_000 }).toContain("Press Ctrl-C to stop");
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0] ?? "";
    expect((await fetch(`${address}/ready`)).status).toBe(200);
    for (const { username, password } of demoAccounts.slice(0, 1)) expect(output()).toContain(`${username} / ${password}`);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGINT"] as const) child.kill(signal);
    expect(await ended).toBe(0);
    expect(output()).not.toMatch(/error|\n\s+at /i);
    await expect(fetch(`${address}/ready`)).rejects.toThrow();
    expect(existsSync(join(folder, "postgres", "data", "postmaster.pid"))).toBe(false);
    rmSync(folder, { recursive: true });
  }, 120_000);
});
