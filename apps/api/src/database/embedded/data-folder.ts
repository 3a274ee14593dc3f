import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedPostgresUnavailable, EmbeddedPostgresWrongVersion } from "./errors.ts";
import { dataFolderOf, type Ground } from "./ground.ts";

/** The server's own superuser: Bandeng's roles are made under it. */
export const SUPERUSER = "postgres";

const STAGING = "data.new-";

/**
 * Makes the cluster when there is none, and returns its password. The caller owns the folder.
 *
 * It is made beside its place and moved there when it is complete: a first start that was interrupted leaves nothing
 * that a second one could take for data.
 *
 * @param durable false skips waiting for the disk, for servers that are thrown away.
 * @throws EmbeddedPostgresWrongVersion when another major version wrote the data.
 * @throws EmbeddedPostgresUnavailable when initdb fails, with its last words.
 */
export async function prepareData(ground: Ground, durable: boolean): Promise<string> {
  const data = dataFolderOf(ground.folder);
  for (const name of readdirSync(ground.folder)) {
    if (name.startsWith(STAGING)) rmSync(join(ground.folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
  if (existsSync(data)) {
    const written = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
    const ours = ground.version.split(".")[0] ?? ground.version;
    if (written !== ours) throw new EmbeddedPostgresWrongVersion(data, written, ground.version);
    return readFileSync(passwordFileOf(ground.folder), "utf8").trim();
  }

  const password = randomBytes(24).toString("base64url");
  const staging = join(ground.folder, `${STAGING}${randomBytes(4).toString("hex")}`);
  mkdirSync(staging, { mode: 0o700 });
  // initdb reads the password as the server's account; the one we keep is ours.
  const handedOver = join(staging, "password");
  writeFileSync(handedOver, password, { mode: 0o600 });
  if (ground.user !== undefined) {
    chownSync(handedOver, ground.user.uid, ground.user.gid);
    chownSync(staging, ground.user.uid, ground.user.gid);
  }
  await runInitdb(ground, join(staging, "data"), handedOver, durable);
  writeFileSync(passwordFileOf(ground.folder), password, { mode: 0o600 });
  renameSync(join(staging, "data"), data);
  rmSync(staging, { recursive: true, force: true });
  return password;
}

function passwordFileOf(folder: string): string {
  return join(folder, "password");
}

function runInitdb(ground: Ground, data: string, passwordFile: string, durable: boolean): Promise<void> {
  const args = [
    ["--pgdata", data],
    ["--username", SUPERUSER],
    ["--pwfile", passwordFile],
    ["--auth", "scram-sha-256"],
    ["--encoding", "UTF8"],
    // PostgreSQL's own C.UTF-8: the same order and the same indexes on every machine, whatever its C library.
    ["--locale", "C"],
    ["--locale-provider", "builtin"],
    ["--builtin-locale", "C.UTF-8"],
    ["--data-checksums"],
    durable ? [] : ["--no-sync"],
  ].flat();
  return new Promise((resolve, reject) => {
    // Detached, so that a Ctrl-C in the terminal reaches our process only, which decides what to do.
    const child = spawn(ground.binaries.initdb, args, {
      cwd: "/",
      env: { PATH: process.env["PATH"], LC_ALL: "C" },
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
      ...ground.user,
    });
    let words = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (words += text));
    child.on("error", (error) => reject(failed(error.message)));
    child.on("close", (code) => (code === 0 ? resolve() : reject(failed(words))));
  });
}

function failed(words: string): EmbeddedPostgresUnavailable {
  const last = words.trim().split("\n").slice(-3).join(" / ");
  return new EmbeddedPostgresUnavailable(`无法建立数据库 · The database could not be made: ${last}`);
}
