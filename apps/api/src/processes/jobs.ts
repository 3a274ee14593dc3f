import { startAuditJob } from "../audit/audit-job.ts";
import { retireAudit } from "../audit/retire-audit.ts";
import type { AttachmentStore } from "../attachments/attachment-store.ts";
import { startFileSweep } from "../attachments/stored-files.ts";
import { startRecountJob } from "../calendars/recount-job.ts";
import { startDueJob } from "../cases/due-job.ts";
import type { Config } from "../config.ts";
import { startDelivery } from "../delivery/delivery-job.ts";
import type { FeedWake } from "../feed/feed-wake.ts";
import { databaseClock } from "../http/clock.ts";
import type { Log } from "../http/log.ts";
import type { Keys } from "../keys/keys.ts";
import { startDueNoticeJob } from "../notices/due-notice-job.ts";
import { messengerChannel } from "../notices/messenger-channel.ts";
import { startUpkeep } from "../personal/upkeep.ts";
import { startFanOut } from "../webhooks/fan-out.ts";
import { afterWebhook, webhookChannel } from "../webhooks/webhook-channel.ts";
import type { Closers } from "./closers.ts";
import type { Program } from "./open-program.ts";

export interface JobsGround {
  readonly program: Program;
  readonly config: Config;
  readonly log: Log;
  readonly closers: Closers;
  readonly feedWake: FeedWake;
  readonly apiKeys: Keys;
  readonly files: AttachmentStore;
}

/**
 * Starts what is done by the clock: deadlines, retention, the audit, deliveries, files that nobody wants. Each job agrees
 * with those of other instances through PostgreSQL; of several processes of one machine it is enough that one asks.
 */
export function startJobs({ program: { auth, database: { pool }, keys }, config, log, closers, feedWake, apiKeys, files }: JobsGround): void {
  const upkeep = startUpkeep({ pool, keys: config.dataKeys, clock: databaseClock, log, retireAudit: (client, before) => retireAudit(client, keys, before) });
  closers.add(() => upkeep.stop());
  const auditJob = startAuditJob({ pool, keys, log });
  closers.add(() => auditJob.stop());
  const dueJob = startDueJob({ pool, clock: databaseClock, log });
  closers.add(() => dueJob.stop());
  const recountJob = startRecountJob({ pool, clock: databaseClock, log });
  closers.add(() => recountJob.stop());
  const dueNotices = startDueNoticeJob({ pool, clock: databaseClock, log });
  closers.add(() => dueNotices.stop());
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
    closers.add(() => delivery.stop());
    const fanOut = startFanOut({ ...webhooks, log, onFilled: () => delivery.nudge() });
    closers.add(() => fanOut.stop());
    const deafen = feedWake.onAdvance(() => fanOut.nudge());
    closers.add(() => Promise.resolve(deafen()));
  }
  const fileSweep = startFileSweep({ pool, files, log });
  closers.add(() => fileSweep.stop());
}
