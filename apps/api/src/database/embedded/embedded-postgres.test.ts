import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openEmbeddedPostgres } from "./embedded-postgres.ts";
import { EmbeddedPostgresInUse, EmbeddedPostgresWrongVersion } from "./errors.ts";
import { argumentsOf, waitUntilGone } from "./processes.ts";
import { killOwners, startOwner, type OwnerProcess } from "./testing/owner-process.ts";

const silent = (): void => {};
let seed: string;
let folder: string;

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), "bandeng-embedded-"));
  chmodSync(made, 0o755); // as root, another account runs the server
  return made;
}

/** Spares a test its first start: the folder holds a cluster that was made once for all of them. */
function startFromSeed(): void {
  execFileSync("cp", ["-Rp", `${seed}/.`, folder]);
}

beforeAll(async () => {
  seed = makeFolder();
  await (await openEmbeddedPostgres({ folder: seed, log: silent })).stop();
});
afterAll(() => rmSync(seed, { recursive: true, force: true }));
beforeEach(() => void (folder = makeFolder()));
afterEach(() => {
  killOwners();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for one value. */
async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: statement, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

describe("a server in a folder", () => {
  it("is made, keeps its data, and leaves nothing running", async () => {
    const first = await openEmbeddedPostgres({ folder, log: silent });
    await ask(first.url, "create table note as select '板凳会' as words");
    const postmaster = Number.parseInt(readFileSync(join(folder, "data", "postmaster.pid"), "utf8"), 10);
    await Promise.all([first.stop(), first.stop()]);
    expect(argumentsOf(postmaster)).toBeUndefined();

    const second = await openEmbeddedPostgres({ folder, log: silent });
    expect(await ask(second.url, "select words from note")).toBe("板凳会");
    await second.stop();
  });

  it("stands as the rules of the house want it", async () => {
    startFromSeed();
    const server = await openEmbeddedPostgres({ folder, log: silent });
    const show = (name: string): Promise<unknown> => ask(server.url, `show ${name}`);
    expect(await show("fsync")).toBe("on");
    expect(await show("synchronous_commit")).toBe("on");
    expect(await show("data_checksums")).toBe("on");
    expect(await show("random_page_cost")).toBe("1.1");
    expect(await show("idle_in_transaction_session_timeout")).toBe("30s");
    expect(await show("server_encoding")).toBe("UTF8");
    expect(await show("listen_addresses")).toBe("127.0.0.1");
    expect(await show("unix_socket_directories")).toBe("");
    expect(await ask(server.url, "select datlocale from pg_database where datname = current_database()")).toBe("C.UTF-8");
    expect(statSync(join(folder, "password")).mode & 0o777).toBe(0o600);
    expect(statSync(server.logFile).mode & 0o777).toBe(0o600);

    const wrong = new URL(server.url);
    wrong.password = "guessed";
    await expect(ask(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/);
    await server.stop();
  });

  it("writes no values of failed statements into its log", async () => {
    startFromSeed();
    const server = await openEmbeddedPostgres({ folder, log: silent });
    await expect(ask(server.url, "select '13800138000 王某'::int")).rejects.toThrow();
    await server.stop();
    expect(readFileSync(server.logFile, "utf8")).not.toContain("13800138000");
  });

  it("clears away a first start that was interrupted", async () => {
    mkdirSync(join(folder, "data.new-half", "data"), { recursive: true });
    const server = await openEmbeddedPostgres({ folder, log: silent });
    await server.stop();
    expect(readdirSync(folder).filter((name) => name.startsWith("data"))).toEqual(["data"]);
  });

  it("refuses data of another major version and leaves it alone", async () => {
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data", "PG_VERSION"), "17\n");
    await expect(openEmbeddedPostgres({ folder, log: silent })).rejects.toThrow(EmbeddedPostgresWrongVersion);
    expect(readdirSync(join(folder, "data"))).toEqual(["PG_VERSION"]);
  });

  it("says when it was lost, and starts again", async () => {
    startFromSeed();
    const onLost = vi.fn();
    const server = await openEmbeddedPostgres({ folder, log: silent, onLost });
    process.kill(Number.parseInt(readFileSync(join(folder, "data", "postmaster.pid"), "utf8"), 10), "SIGKILL");
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce(), 5_000);
    await server.stop();

    const again = await openEmbeddedPostgres({ folder, log: silent });
    expect(await ask(again.url, "select 1")).toBe(1);
    await again.stop();
    expect(onLost).toHaveBeenCalledOnce();
  });
});

describe("one owner at a time", () => {
  it("refuses a second start at once, naming the first, which goes on", async () => {
    startFromSeed();
    const owner = await startOwner(folder);
    const second = await startOwner(folder);
    expect(second).toMatchObject({ refused: "EmbeddedPostgresInUse" });
    expect(second.message).toContain(String(owner.pid));
    expect(second.took).toBeLessThan(1_000);
    expect(await ask(owner.url ?? "", "select 1")).toBe(1);
    expect(await owner.end("SIGTERM")).toBe(0);
  });

  it("refuses a second start in the same process, too", async () => {
    startFromSeed();
    const server = await openEmbeddedPostgres({ folder, log: silent });
    await expect(openEmbeddedPostgres({ folder, log: silent })).rejects.toThrow(EmbeddedPostgresInUse);
    expect(await ask(server.url, "select 1")).toBe(1);
    await server.stop();
  });

  it("lets exactly one of several simultaneous first starts win", async () => {
    const starts = await Promise.all([startOwner(folder), startOwner(folder), startOwner(folder)]);
    const winners = starts.filter((start) => start.url !== undefined);
    expect(winners).toHaveLength(1);
    expect(starts.filter((start) => start.refused === "EmbeddedPostgresInUse")).toHaveLength(2);
    expect(await ask(winners[0]?.url ?? "", "select 1")).toBe(1);
    await winners[0]?.end("SIGTERM");
  });
});

describe("after a kill -9 of the owner", () => {
  let owner: OwnerProcess;
  beforeEach(async () => {
    startFromSeed();
    owner = await startOwner(folder);
    await ask(owner.url ?? "", "create table note as select 42 as answer");
  });

  async function expectRecovery(): Promise<void> {
    const next = await openEmbeddedPostgres({ folder, log: silent });
    expect(await ask(next.url, "select answer from note")).toBe(42);
    await next.stop();
  }

  it("nothing is left running", async () => {
    await owner.end("SIGKILL");
    expect(await waitUntilGone(owner.postmaster ?? 0, 5_000)).toBe(true);
  });

  it("the next start recovers at once", async () => {
    await owner.end("SIGKILL");
    await expectRecovery();
  });

  it("the next start recovers when the server was killed, too", async () => {
    process.kill(owner.postmaster ?? 0, "SIGKILL");
    await owner.end("SIGKILL");
    await expectRecovery();
  });

  it.runIf(process.platform === "linux")("the next start recovers when the server lives on with an open transaction", async () => {
    for (const name of readdirSync("/proc")) {
      const words = /^\d+$/.test(name) ? argumentsOf(Number(name)) : undefined;
      if (words?.[0] === "/bin/sh" && words.includes(String(owner.postmaster))) process.kill(Number(name), "SIGKILL");
    }
    const client = new pg.Client({ connectionString: owner.url });
    client.on("error", silent);
    await client.connect();
    await client.query("begin; lock table note");
    await owner.end("SIGKILL");
    expect(await waitUntilGone(owner.postmaster ?? 0, 500)).toBe(false);
    await expectRecovery();
  });

  it("the next start is not deceived by another process with the old number", async () => {
    process.kill(owner.postmaster ?? 0, "SIGKILL");
    await owner.end("SIGKILL");
    const pidFile = join(folder, "data", "postmaster.pid");
    expect(existsSync(pidFile)).toBe(true);
    writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(/^\d+/, String(process.pid)));
    await expectRecovery();
  });
});
