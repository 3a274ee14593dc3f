import { join } from "node:path";
import pg from "pg";
import { auditKeys } from "./audit-key.ts";
import type { Broken } from "./broken-link.ts";
import { headText, parseHead } from "./chain.ts";
import { verifyAudit } from "./verify-audit.ts";
import { readConfig } from "../config.ts";
import { openEmbeddedPostgres } from "../database/embedded/embedded-postgres.ts";
import { refuseUnmigrated, unreachable } from "../database/fitness.ts";
import { StartRefused } from "../start-refused.ts";

// pnpm audit:verify [--head position:hash]: whether the audit is as the program left it. Changes nothing; ends with 1 when it
// is not, with 2 when that could not be found out. On the embedded database the server has to be stopped; with DATABASE_URL it may run.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const what: Record<Broken["kind"], readonly [zh: string, en: string]> = {
  EDITED: ["被改动", "was edited"],
  DELETED: ["被删除", "was deleted"],
  INSERTED: ["不是本程序写入的", "was not written by this program"],
  SWAPPED: ["被调换了位置", "was swapped with another"],
  RESTORED: ["被换成旧的内容", "was set back to something older"],
  TRUNCATED: ["及其后的记录被截去", "and what followed were cut off"],
};

function sentence({ kind, position, auditId }: Broken): string {
  const [zh, en] = what[kind];
  const place = [position === null ? "" : `#${position}`, auditId === null ? "" : `(${auditId})`].filter((part) => part !== "").join(" ");
  return `审计记录 ${place} ${zh} · Row ${place} of the audit ${en}`;
}

function headOf(args: readonly string[]) {
  const given = args.indexOf("--head");
  if (given === -1) return undefined;
  const head = parseHead(args[given + 1] ?? "");
  if (head === null) throw new StartRefused("--head 必须形如 位置:散列（见日志中的 auditHead）", "--head must look like position:hash (see auditHead in the log)");
  return head;
}

async function verify(): Promise<number> {
  const head = headOf(process.argv);
  const config = readConfig(process.env);
  const postgres = config.databaseUrl === undefined ? await openEmbeddedPostgres({ folder: join(config.dataFolder, "postgres"), log: say }) : undefined;
  try {
    const pool = new pg.Pool({ connectionString: postgres?.url ?? config.databaseUrl, max: 1, application_name: "bandeng audit" });
    try {
      await pool.query("select").catch((error: unknown) => {
        throw unreachable(error);
      });
      await refuseUnmigrated(pool);
      const found = await verifyAudit(pool, auditKeys(config.secret), { head });
      say(found.broken ? sentence(found.broken) : `审计记录完整：${found.rows} 条，到 ${headText(found.head)} · The audit is whole: ${found.rows} rows, up to ${headText(found.head)}`);
      return found.broken ? 1 : 0;
    } finally {
      await pool.end();
    }
  } finally {
    await postgres?.stop();
  }
}

try {
  process.exitCode = await verify();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
