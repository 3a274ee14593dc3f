import { openStore } from "../attachments/files-config.ts";
import type { Config } from "../config.ts";
import { openFeedWake } from "../feed/feed-wake.ts";
import { startSequencer } from "../feed/sequencer-job.ts";
import { databaseClock } from "../http/clock.ts";
import type { Log } from "../http/log.ts";
import { openKeys } from "../keys/keys.ts";
import type { Closers } from "./closers.ts";
import { startJobs } from "./jobs.ts";
import { listen } from "./listen.ts";
import type { Program } from "./open-program.ts";

export interface ServeOptions {
  readonly config: Config;
  readonly log: Log;
  readonly closers: Closers;
  /** Whether this process also does what is done by the clock. */
  readonly jobs: boolean;
}

/**
 * Answers requests on the port of the setting, or, with WORKER_ONLY, only says how it is. The sequencer and the wake of the
 * feed are in every process: what is committed here is given its place at once, and streams here are told of it.
 * @returns the address
 */
export async function serve(program: Program, { config, log, closers, jobs }: ServeOptions): Promise<string> {
  const { url, auth, keys } = program;
  const { pool, reading } = program.database;
  const sequencer = startSequencer({ pool, keys, log });
  closers.add(() => sequencer.stop());
  const feedWake = openFeedWake({ url, pool, log });
  closers.add(() => feedWake.stop());
  const apiKeys = openKeys(pool);
  const files = openStore(config.files);
  if (jobs) startJobs({ program, config, log, closers, feedWake, apiKeys, files });
  if (config.workerOnly) {
    const { makeWorkerServer } = await import("../http/worker-server.ts");
    const worker = makeWorkerServer({ pool, log, baseUrl: config.baseUrl });
    closers.add(() => worker.stop());
    return listen(() => worker.listen(config.port, config.host), config);
  }
  // A process that only works, and one that only looks after others, has no use for them.
  const [{ makeSchema }, { makeServer }] = await Promise.all([import("../schema.ts"), import("../http/server.ts")]);
  const schema = makeSchema();
  const server = await makeServer({
    schema,
    subgraph: async () => (await import("../federation/subgraph.ts")).makeSubgraph(schema, config.subgraphName),
    feed: feedWake,
    ground: { pool, reading, clock: databaseClock, dataKeys: config.dataKeys, auditKeys: keys, keys: apiKeys, files, localWebhooks: config.localWebhooks },
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
  closers.add(() => server.stop());
  return listen(() => server.listen(config.port, config.host), config);
}
