import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyBinaries, findBinaries, versionOf } from "./binaries.ts";
import { openEmbeddedPostgres } from "./embedded-postgres.ts";
import { killOwners, startOwner } from "./testing/owner-process.ts";

const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;
/** In a checkout under a private folder nobody else can even start node. */
const nobodyCanRunNode = isRoot && spawnSync(process.execPath, ["--version"], { cwd: "/", ...NOBODY }).status === 0;

let parent: string;
beforeEach(() => void (parent = mkdtempSync(join(tmpdir(), "bandeng-user-"))));
afterEach(() => {
  killOwners();
  rmSync(parent, { recursive: true, force: true });
});

describe.runIf(isRoot)("started by root", () => {
  it("runs as another account, in the folder when that account can reach it", async () => {
    chmodSync(parent, 0o755);
    const server = await openEmbeddedPostgres({ folder: join(parent, ".bandeng", "postgres"), log: () => {} });
    expect(server.folder.startsWith(parent)).toBe(true);
    expect(statSync(join(server.folder, "data")).uid).not.toBe(0);
    await server.stop();
  });

  it("goes to /var/lib/bandeng when the folder is private, says so, and finds its data again", async () => {
    const lines: string[] = [];
    const options = { folder: join(parent, ".bandeng", "postgres"), log: (line: string) => void lines.push(line) };
    const first = await openEmbeddedPostgres(options);
    expect(first.folder).toMatch(/^\/var\/lib\/bandeng\/[0-9a-f]+$/);
    expect(lines.join("\n")).toContain(first.folder);
    await first.stop();
    expect(existsSync(join(parent, ".bandeng"))).toBe(false);

    chmodSync(parent, 0o755);
    const second = await openEmbeddedPostgres(options);
    expect(second.folder).toBe(first.folder);
    await second.stop();
    rmSync(first.folder, { recursive: true });
  });

  it("copies the programs to where another account can run them, whatever the umask", () => {
    chmodSync(parent, 0o755);
    const mask = process.umask(0o077);
    const copy = copyBinaries(findBinaries(), join(parent, "programs"));
    process.umask(mask);
    expect(versionOf(copy, NOBODY)).toBe(versionOf(findBinaries(), undefined));
    expect(copyBinaries(findBinaries(), join(parent, "programs"))).toEqual(copy);
  });
});

describe.runIf(!isRoot || nobodyCanRunNode)("started by an ordinary user", () => {
  it("keeps everything in the folder, under a home that is private", async () => {
    const home = join(parent, "home");
    chmodSync(parent, 0o755);
    mkdirSync(home, { mode: 0o700 });
    if (isRoot) chownSync(home, NOBODY.uid, NOBODY.gid);
    const owner = await startOwner(join(home, "bandeng", ".bandeng", "postgres"), isRoot ? NOBODY : undefined, home);
    expect(owner.refused, owner.message).toBeUndefined();
    expect(owner.folder).toBe(join(home, "bandeng", ".bandeng", "postgres"));
    expect(statSync(join(home, "bandeng", ".bandeng")).mode & 0o077).toBe(0);
    expect(await owner.end("SIGTERM")).toBe(0);
  });
});
