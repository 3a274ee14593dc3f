import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { EmbeddedPostgresUnavailable } from "./errors.ts";

/** The account that runs the server when we are root, who may not. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const ROOT = 0;

/**
 * Who runs the server: undefined (ourselves) for an ordinary user; for root the owner of the data that is already
 * there, or else an account every system has. No account is made.
 * @throws EmbeddedPostgresUnavailable when root finds no such account.
 */
export function chooseServerUser(dataFolders: readonly string[]): ServerUser | undefined {
  if (process.getuid?.() !== ROOT) return undefined;
  for (const folder of dataFolders) {
    const owner = statSync(join(folder, "PG_VERSION"), { throwIfNoEntry: false });
    if (owner !== undefined && owner.uid !== ROOT) return { uid: owner.uid, gid: owner.gid };
  }
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const [, , uid, gid] = accounts.find((account) => account[0] === name) ?? [];
    if (Number(uid) > ROOT) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new EmbeddedPostgresUnavailable(
    "PostgreSQL 不能以 root 运行，而系统中没有 postgres 或 nobody 账户：请以普通用户启动 · PostgreSQL refuses to run as root and there is no account postgres or nobody: start Bandeng as an ordinary user",
  );
}

/** Whether the user may walk down to a folder that exists: every folder above it lets them through. */
export function canReach(user: ServerUser, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  const search = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & search) === 0) return false;
  return dirname(folder) === folder || canReach(user, dirname(folder));
}
