import { createServer } from "node:net";
import { join } from "node:path";
import { openAuth, type Auth } from "./access/auth.ts";
import { startAuditJob } from "./audit/audit-job.ts";
import { auditKeys } from "./audit/audit-key.ts";
import { openJournal } from "./audit/open-journal.ts";
import { retireAudit } from "./audit/retire-audit.ts";
import { startRecountJob } from "./calendars/recount-job.ts";
import { startDueJob } from "./cases/due-job.ts";
import { startSequencer } from "./feed/sequencer-job.ts";
import { openKeys } from "./keys/keys.ts";
import { openStore } from "./attachments/files-config.ts";
import { startFileSweep } from "./attachments/stored-files.ts";
import type { Config } from "./config.ts";
import { demoAccounts } from "./database/demo/staff-plan.ts";
import { loadDemo } from "./database/demo/load-demo.ts";
import { openEmbeddedPostgres } from "./database/embedded/embedded-postgres.ts";
import { refuseUnmigrated } from "./database/fitness.ts";
import { analyzeAs, migrateAs, migrateEmbedded } from "./database/migrate.ts";
import { openDatabase, type Database } from "./database/open.ts";
import { databaseClock } from "./http/clock.ts";
import { systemScope } from "./access/scope.ts";
import { transaction } from "./database/transaction.ts";
import { startDelivery } from "./delivery/delivery-job.ts";
import { openFeedWake } from "./feed/feed-wake.ts";
import type { Log } from "./http/log.ts";
import { makeServer } from "./http/server.ts";
import { makeWorkerServer } from "./http/worker-server.ts";
import { startDueNoticeJob } from "./notices/due-notice-job.ts";
import { rebuildMeasures } from "./indicators/rebuild.ts";
import { messengerChannel } from "./notices/messenger-channel.ts";
import { refuseLostKeys, startUpkeep } from "./personal/upkeep.ts";
import { makeSchema } from "./schema.ts";
import { makeSubgraph } from "./federation/subgraph.ts";
import { StartRefused } from "./start-refused.ts";
import { startFanOut } from "./webhooks/fan-out.ts";
import { afterWebhook, webhookChannel } from "./webhooks/webhook-channel.ts";

export interface Running {
  readonly address: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly config: Config;
  readonly log: Log;
  /** Takes the lines for people. */
  readonly say: (line: string) => void;
  /** The embedded database ended by itself. */
  readonly onLost: () => void;
}

/** Opens everything in order. What was opened is closed in the other order, at the end or when a later step fails. */
export async function start({ config, log, say, onLost }: StartOptions): Promise<Running> {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) {
      await close().catch((error: unknown) => log.error({ name: error instanceof Error ? error.name : "unknown" }, "could not close"));
    }
  };
  try {
    // Said before anything is made: the first start takes a while.
    await listen(() => probe(config.port, config.host), config);
    const { url, ownerUrl, folder } = await databaseOf(config, closers, log, say, onLost);
    const database = await openDatabase({ url, log, debug: config.logLevel === "trace", as: "APP" });
    closers.push(() => database.close());
    await refuseUnmigrated(database.pool);

    const keys = auditKeys(config.secret);
    const auth = await openAuth({ url, secret: config.secret, baseUrl: config.baseUrl, log, signInsPerMinute: config.signInsPerMinute, ...config.accounts, journal: openJournal(database.pool, keys) });
    closers.push(() => auth.close());
    const filled = await fillWhenEmpty(config, database, auth, log, say);
    if (filled && ownerUrl !== undefined) await analyzeAs(ownerUrl, log);

    const { pool } = database;
    await refuseLostKeys(pool, config.dataKeys);
    // A database from before the indicators has their measures made from its log, once.
    const measured = await rebuildMeasures(pool, { onlyMissing: true });
    if (measured.cases > 0) log.info(measured, "measures made from the log");
    const upkeep = startUpkeep({ pool, keys: config.dataKeys, clock: databaseClock, log, retireAudit: (client, before) => retireAudit(client, keys, before) });
    closers.push(() => upkeep.stop());
    const sequencer = startSequencer({ pool, keys, log });
    closers.push(() => sequencer.stop());
    const auditJob = startAuditJob({ pool, keys, log });
    closers.push(() => auditJob.stop());
    const dueJob = startDueJob({ pool, clock: databaseClock, log });
    closers.push(() => dueJob.stop());
    const recountJob = startRecountJob({ pool, clock: databaseClock, log });
    closers.push(() => recountJob.stop());
    const dueNotices = startDueNoticeJob({ pool, clock: databaseClock, log });
    closers.push(() => dueNotices.stop());
    const feedWake = openFeedWake({ url, pool, log });
    closers.push(() => feedWake.stop());
    const apiKeys = openKeys(pool);
    if (config.delivers) {
      const webhooks = { pool, clock: databaseClock, dataKeys: config.dataKeys, keys: apiKeys };
      const delivery = startDelivery({
        pool,
        clock: databaseClock,
        log,
        prepare: { MESSENGER: messengerChannel({ pool, dataKeys: config.dataKeys, baseUrl: config.baseUrl, usernameOf: (personId) => auth.usernameOf(personId) }), WEBHOOK: webhookChannel(webhooks) },
        afterwards: { WEBHOOK: afterWebhook },
        reachable: { loopback: config.localWebhooks },
      });
      closers.push(() => delivery.stop());
      const fanOut = startFanOut({ ...webhooks, log, onFilled: () => delivery.nudge() });
      closers.push(() => fanOut.stop());
      const deafen = feedWake.onAdvance(() => fanOut.nudge());
      closers.push(() => Promise.resolve(deafen()));
    }
    const files = openStore(config.files);
    const fileSweep = startFileSweep({ pool, files, log });
    closers.push(() => fileSweep.stop());
    if (config.workerOnly) {
      const worker = makeWorkerServer({ pool, log, baseUrl: config.baseUrl });
      closers.push(() => worker.stop());
      const address = await listen(() => worker.listen(config.port, config.host), config);
      say(`板凳会后台进程已启动 · Bandeng works, and answers no requests:  ${address}/health`);
      return { address, stop };
    }
    const schema = makeSchema();
    const server = await makeServer({
      schema,
      subgraph: makeSubgraph(schema, config.subgraphName),
      feed: feedWake,
      ground: { pool, clock: databaseClock, dataKeys: config.dataKeys, auditKeys: keys, keys: apiKeys, files, localWebhooks: config.localWebhooks },
      auth,
      log,
      baseUrl: config.baseUrl,
      pageFolder: config.pageFolder,
      openIntrospection: config.isDevelopment,
      proxies: config.proxies,
      costPerMinute: config.costPerMinute,
      anonymousPerMinute: config.anonymousPerMinute,
      photoBytes: config.files.photoBytes,
    });
    closers.push(() => server.stop());
    const address = await listen(() => server.listen(config.port, config.host), config);
    tellPeople(say, address, folder, await hasDemo(database));
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Place {
  readonly url: string;
  /** Where the embedded database lives; undefined when it is somebody else's. */
  readonly folder: string | undefined;
  /** The account that owns the tables, where we have it. */
  readonly ownerUrl: string | undefined;
}

async function databaseOf({ databaseUrl, databaseOwnerUrl, dataFolder }: Config, closers: (() => Promise<unknown>)[], log: Log, say: (line: string) => void, onLost: () => void): Promise<Place> {
  if (databaseUrl !== undefined) {
    if (databaseOwnerUrl !== undefined) await migrateAs(databaseOwnerUrl, { appRole: decodeURIComponent(new URL(databaseUrl).username), log });
    return { url: databaseUrl, ownerUrl: databaseOwnerUrl, folder: undefined };
  }
  const postgres = await openEmbeddedPostgres({ folder: join(dataFolder, "postgres"), log: say, onLost });
  closers.push(() => postgres.stop());
  return { url: await migrateEmbedded(postgres.url, log), ownerUrl: postgres.url, folder: postgres.folder };
}

/** An installation to look at starts with something to see. Anything a person has entered stays alone. */
async function fillWhenEmpty({ loadsDemo, dataKeys }: Config, { pool }: Database, auth: Auth, log: Log, say: (line: string) => void): Promise<boolean> {
  const empty = await transaction(pool, systemScope, async (client) => (await client.query("select not exists (select from area) and not exists (select from person) as empty")).rows[0]);
  if (empty.empty !== true) return false;
  if (!loadsDemo) {
    say("数据库是空的；设置 BANDENG_DEMO=1 可载入演示社区 · The database is empty; BANDENG_DEMO=1 loads the demo community");
    return false;
  }
  say("正在生成演示数据… · Making the demo data…");
  await loadDemo({ pool, createAccount: (account) => auth.createAccount(account), log, dataKeys, now: await databaseClock.now(pool) });
  return true;
}

async function hasDemo({ pool }: Database): Promise<boolean> {
  const { rows } = await pool.query(`select exists (select from demo_mark) as demo`);
  return rows[0].demo === true;
}

function probe(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host }, () => server.close(() => resolve()));
  });
}

async function listen<T>(open: () => Promise<T>, { port, host }: Config): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      throw new StartRefused(`端口 ${port} 已被占用，请停止占用它的程序，或设置另一个 PORT`, `Port ${port} is in use: stop the program that uses it, or set another PORT`);
    }
    if (code === "EACCES") throw new StartRefused(`没有权限使用端口 ${port}，请设置另一个 PORT`, `Port ${port} is not allowed here: set another PORT`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") throw new StartRefused(`HOST ${host} 不是本机的地址`, `HOST ${host} is no address of this machine`);
    throw error;
  }
}

function tellPeople(say: (line: string) => void, address: string, folder: string | undefined, demo: boolean): void {
  say("");
  say(`板凳会已启动 · Bandeng is running:  ${address}`);
  say(`接口浏览器 · API explorer:          ${address}/explorer/`);
  if (demo) {
    say("演示账号 · Demo accounts（用户名 / 密码 · user name / password）:");
    for (const { username, password, zh, en } of demoAccounts) say(`  ${username} / ${password}  ${zh} · ${en}`);
  }
  if (folder !== undefined) say(`数据 · Data:  ${folder}`);
  say("按 Ctrl-C 停止 · Press Ctrl-C to stop");
}
