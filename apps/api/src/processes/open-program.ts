import { openAuth, type Auth } from "../access/auth.ts";
import { auditKeys, type AuditKeys } from "../audit/audit-key.ts";
import { openJournal } from "../audit/open-journal.ts";
import type { Config } from "../config.ts";
import { refuseUnmigrated } from "../database/fitness.ts";
import { openDatabase, type Database } from "../database/open.ts";
import type { Log } from "../http/log.ts";
import type { Closers } from "./closers.ts";

/** A database that the program can work on, and its accounts. */
export interface Program {
  /** Of the program's own role; holds the password. */
  readonly url: string;
  readonly database: Database;
  readonly auth: Auth;
  readonly keys: AuditKeys;
}

export interface ProgramOptions {
  readonly config: Config;
  readonly log: Log;
  readonly url: string;
  readonly closers: Closers;
}

/** @throws StartRefused when the database cannot be reached, or is none that this program can work on. */
export async function openProgram({ config, log, url, closers }: ProgramOptions): Promise<Program> {
  const database = await openDatabase({ url, log, as: "APP", processes: config.processes });
  closers.add(() => database.close());
  await refuseUnmigrated(database.pool);
  const keys = auditKeys(config.secret);
  const auth = await openAuth({ url, secret: config.secret, baseUrl: config.baseUrl, log, signInsPerMinute: config.signInsPerMinute, ...config.accounts, journal: openJournal(database.pool, keys) });
  closers.add(() => auth.close());
  return { url, database, auth, keys };
}
