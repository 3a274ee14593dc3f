import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { copyBinaries, findBinaries, versionOf, type Binaries } from "./binaries.ts";
import { EmbeddedPostgresUnavailable } from "./errors.ts";
import { canReach, chooseServerUser, type ServerUser } from "./server-user.ts";

/** Where root keeps what the server's account cannot reach elsewhere. */
const SYSTEM_FOLDER = "/var/lib/bandeng";

/** What a server stands on: its folder, its programs, and the account that runs it (undefined: ours). */
export interface Ground {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly version: string;
  readonly user: ServerUser | undefined;
}

/** The cluster itself; beside it in the folder lie the password, the log and the lock. */
export function dataFolderOf(folder: string): string {
  return join(folder, "data");
}

/**
 * Decides where a server lives and who runs it, and makes its folder.
 *
 * An ordinary user keeps everything in the wanted folder. Root must hand the server to another account; where that
 * account cannot reach the wanted folder or the programs (a checkout in root's home), both go to /var/lib/bandeng.
 *
 * @throws EmbeddedPostgresUnavailable with the reason.
 */
export function prepareGround(wanted: string, log: (line: string) => void): Ground {
  const real = realFolder(resolve(wanted));
  const elsewhere = join(SYSTEM_FOLDER, createHash("sha256").update(real).digest("hex").slice(0, 10));
  const user = chooseServerUser([dataFolderOf(real), dataFolderOf(elsewhere)]);
  const folder = user === undefined ? real : reachableFolder(user, real, elsewhere);
  makeFolder(folder, user);
  if (folder !== real) log(`数据库文件夹 · Database folder: ${folder}`);

  const packaged = findBinaries();
  let version = versionOf(packaged, user);
  if (version !== undefined) return { folder, binaries: packaged, version, user };

  const copied = user === undefined ? packaged : copyBinaries(packaged, SYSTEM_FOLDER);
  version = versionOf(copied, user);
  if (version === undefined) {
    throw new EmbeddedPostgresUnavailable(
      `内置 PostgreSQL 无法运行：${copied.postgres} · The embedded PostgreSQL does not run here: ${copied.postgres}`,
    );
  }
  log(`PostgreSQL 程序 · programs: ${copied.root}`);
  return { folder, binaries: copied, version, user };
}

function reachableFolder(user: ServerUser, real: string, elsewhere: string): string {
  const reachable = canReach(user, nearestExisting(real));
  const dataHere = existsSync(dataFolderOf(real));
  if (dataHere && !reachable) {
    throw new EmbeddedPostgresUnavailable(
      `数据库账户无法进入 ${real}：请放开上级目录的进入权限 (chmod o+x) · The database's account cannot reach its data in ${real}: allow passing through the folders above (chmod o+x)`,
    );
  }
  // Data stays where it was first made, also when the wanted folder has been opened up since.
  const dataElsewhere = !dataHere && existsSync(dataFolderOf(elsewhere));
  return reachable && !dataElsewhere ? real : elsewhere;
}

/** Links are followed, so that one folder has one name (and one lock), whichever way it was reached. */
function realFolder(wanted: string): string {
  const existing = nearestExisting(wanted);
  return join(realpathSync(existing), wanted.slice(existing.length));
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

function makeFolder(folder: string, user: ServerUser | undefined): void {
  // Private for an ordinary user. For root the server's account has to pass through, whatever root's umask says.
  const mode = user === undefined ? 0o700 : 0o755;
  const first = mkdirSync(folder, { recursive: true, mode });
  if (first !== undefined) {
    for (let made = folder; made.length >= first.length; made = dirname(made)) chmodSync(made, mode);
  }
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new EmbeddedPostgresUnavailable(
      `${folder} 属于另一个用户（是否曾以 root 启动？） · ${folder} belongs to another user (was Bandeng started as root before?)`,
    );
  }
}
