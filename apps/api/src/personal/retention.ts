import { caseStatuses, epochMillisecondsOf, instantOf, openStatuses, type Instant } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { systemScope } from "../access/scope.ts";
import { auditRetention } from "../audit/retire-audit.ts";
import { rankIn } from "../cases/case-columns.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";

/** Logs stay six months at least, in days. Source: Cybersecurity Law, art. 21 (3). */
export const logFloor = 183;

/** What a rule needs besides the database. */
export interface RetentionTools {
  /** Takes the audit's oldest rows away so that its chain still holds (audit/retire-audit.ts); without it they stay. */
  readonly retireAudit?: ((client: PoolClient, before: Instant) => Promise<number>) | undefined;
}

/** How long something is kept, and what the daily job does when the time is over. Statements take that moment as $1. */
export interface RetentionRule {
  readonly key: string;
  readonly what: { readonly zh: string; readonly en: string };
  readonly days: number;
  readonly basis: { readonly zh: string; readonly en: string };
  /** A record of what was done: the floor holds for it. */
  readonly isLog?: true;
  /** Counts what is over. Absent where this job has nothing to do: the program itself deletes sooner, or the operator does. */
  readonly over?: string;
  readonly end?: string | ((client: PoolClient, before: Instant, tools: RetentionTools) => Promise<number>);
}

const open = openStatuses.map((status) => rankIn(caseStatuses, status)).join(",");

/** Whoever reported or is party to a case that is open, or was at the moment $1; merged cases count for their reporters too. */
const concerned = `select one ->> 'personId' from cases c, jsonb_array_elements((c.state -> 'reporters') || (c.state -> 'parties')) one
  where one ->> 'personId' is not null and (c.status in (${open}) or coalesce(c.closed_at, c.updated_at) >= $1)`;
/** Who was brought in from a table and never said anything has no case to count from: counted from the making of his row, which its id (UUID 7) tells. */
const neverHeard = `(substr(id::text, 15, 1) = '7' and to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::int8 / 1000.0) < $1)`;
const idlePhones = `person where phone_enc is not null and (exists (select from opinion o where o.reporter_id = person.id) or ${neverHeard})
  and not exists (select from role_assignment r where r.person_id = person.id) and id::text not in (${concerned})`;

/** Every rule of how long personal data and records are kept. The settings page shows them as they are. */
export const retentionRules: readonly RetentionRule[] = checked([
  {
    key: "phones", what: { zh: "反映人电话（最后一件事项办结后）", en: "Phones of reporters, after their last case ended" }, days: 730,
    basis: { zh: "《个人信息保护法》第十九条：实现处理目的所必要的最短时间", en: "PIPL art. 19: the shortest time the purpose needs" },
    over: `select count(*)::int as n from ${idlePhones}`,
    end: `update person set phone_enc = null where id in (select id from ${idlePhones}) returning id`,
  },
  {
    key: "idempotency", what: { zh: "请求标识（防止重复提交）", en: "Request keys, against doing things twice" }, days: 7,
    basis: { zh: "《个人信息保护法》第十九条", en: "PIPL art. 19" },
    over: "select count(*)::int as n from idempotency where at < $1",
    end: "delete from idempotency where at < $1 returning key",
  },
  {
    key: "rateLimits", what: { zh: "访问计数（账号、来源地址）", en: "Counts of requests by account and address" }, days: 1,
    basis: { zh: "《个人信息保护法》第十九条", en: "PIPL art. 19" },
    over: "select count(*)::int as n from rate_limit where expire < extract(epoch from $1::timestamptz) * 1000",
    end: "delete from rate_limit where expire < extract(epoch from $1::timestamptz) * 1000 returning key",
  },
  {
    key: "dailyCounts", what: { zh: "每日登记计数（账号、来源地址）", en: "Counts of cases recorded in a day, by account and address" }, days: 1,
    basis: { zh: "《个人信息保护法》第十九条", en: "PIPL art. 19" },
    over: "select count(*)::int as n from daily_count where day < $1::timestamptz::date",
    end: "delete from daily_count where day < $1::timestamptz::date returning who",
  },
  {
    key: "notices", what: { zh: "站内消息", en: "Notices in the inbox" }, days: 365,
    basis: { zh: "《个人信息保护法》第十九条", en: "PIPL art. 19" },
    over: "select count(*)::int as n from notice where at < $1",
    end: "delete from notice where at < $1 returning id",
  },
  {
    key: "deliveries", what: { zh: "外部消息的发送记录", en: "The log of messages sent outside" }, days: 30,
    basis: { zh: "《个人信息保护法》第十九条", en: "PIPL art. 19" },
    over: "select count(*)::int as n from delivery where ended_at < $1",
    end: "delete from delivery where ended_at < $1 returning id",
  },
  {
    // Of messages that have not ended: those of a webhook that is paused wait for as long as it is.
    key: "deliveryAttempts", what: { zh: "外部消息的每次发送尝试与对方应答", en: "Each attempt to send a message outside, with what was answered" }, days: 30,
    basis: { zh: "《个人信息保护法》第十九条", en: "PIPL art. 19" },
    over: "select count(*)::int as n from delivery_attempt where at < $1",
    end: "delete from delivery_attempt where at < $1 returning id",
  },
  {
    key: "replays", what: { zh: "变更推送的重发记录", en: "Stretches of the change feed that were sent once more" }, days: 30,
    basis: { zh: "《个人信息保护法》第十九条", en: "PIPL art. 19" },
    over: "select count(*)::int as n from webhook_replay where created_at < $1 and position = to_position",
    end: "delete from webhook_replay where created_at < $1 and position = to_position returning id",
  },
  {
    key: "sessions", what: { zh: "登录会话（结束后一小时内删除，登录记录见审计）", en: "Sessions, deleted within an hour of their end; sign-ins stand in the audit" }, days: 1,
    basis: { zh: "《个人信息保护法》第十九条", en: "PIPL art. 19" },
  },
  {
    key: "audit", what: { zh: "审计记录（登录、操作、查看个人信息）", en: "The audit: sign-ins, acts, looks at personal data" }, days: auditRetention.default, isLog: true,
    basis: { zh: "《个人信息保护法》第五十六条（三年）、《网络安全法》第二十一条（六个月）", en: "PIPL art. 56 (three years), Cybersecurity Law art. 21 (six months)" },
    over: "select count(*)::int as n from audit where at < $1",
    end: async (client, before, { retireAudit }) => (retireAudit ? retireAudit(client, before) : 0),
  },
  {
    key: "logs", what: { zh: "运行日志（由运维保存）", en: "Logs of the running program, kept by whoever operates it" }, days: logFloor, isLog: true,
    basis: { zh: "《网络安全法》第二十一条：不少于六个月", en: "Cybersecurity Law art. 21: six months at least" },
  },
]);

/**
 * The rules, if they may stand.
 * @throws RangeError for a log that would be kept shorter than the law wants
 */
export function checked(rules: readonly RetentionRule[]): readonly RetentionRule[] {
  for (const { key, days, isLog } of rules) {
    if (!Number.isInteger(days) || days < 1) throw new RangeError(`${key}: kept for ${days} days`);
    if (isLog && days < logFloor) throw new RangeError(`${key}: logs are kept for at least ${logFloor} days, not ${days}`);
  }
  return rules;
}

/** One number for "somebody is tidying up": of several instances one does. */
const TIDYING = 340_802_006;
const DAY_MS = 86_400_000;

export interface Retired {
  readonly key: string;
  readonly count: number;
}

export interface RetentionOptions extends RetentionTools {
  readonly now: Instant;
  /** Counts only. */
  readonly dryRun?: boolean;
  readonly rules?: readonly RetentionRule[];
}

/** Ends what is over by each rule, each in a transaction of its own. A rule that another instance is at is left to it. */
export async function retire(pool: Pool, { now, dryRun = false, rules = retentionRules, ...tools }: RetentionOptions): Promise<Retired[]> {
  const done: Retired[] = [];
  for (const rule of checked(rules)) {
    if (rule.over === undefined || rule.end === undefined) continue;
    const before = instantOf(epochMillisecondsOf(now) - rule.days * DAY_MS);
    const count = await transaction(pool, systemScope, async (client) => {
      const [lock] = await run<{ mine: boolean }>(client, "select pg_try_advisory_xact_lock($1) as mine", [TIDYING]);
      if (lock?.mine !== true) return 0;
      await client.query("set local statement_timeout = '10min'");
      return endRule(client, rule, before, dryRun, tools);
    });
    done.push({ key: rule.key, count });
  }
  return done;
}

async function endRule(client: PoolClient, { over = "", end }: RetentionRule, before: Instant, dryRun: boolean, tools: RetentionTools): Promise<number> {
  if (dryRun || end === undefined) return (await run<{ n: number }>(client, over, [before]))[0]?.n ?? 0;
  return typeof end === "string" ? (await run(client, end, [before])).length : end(client, before, tools);
}
