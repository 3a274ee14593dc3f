import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { testDataKeys } from "./data-keys.ts";
import { openDatabase } from "../database/open.ts";
import { run } from "../database/statement.ts";
import { startDelivery } from "../delivery/delivery-job.ts";
import type { Clock } from "../http/clock.ts";
import { openLog } from "../http/log.ts";
import { openKeys } from "../keys/keys.ts";
import { startFanOut } from "../webhooks/fan-out.ts";
import { afterWebhook, webhookChannel } from "../webhooks/webhook-channel.ts";

/** A process that does nothing but send, to be killed: `webhook-worker.ts <database>`. What time it is stands in a row there, so that days pass in seconds. */
const [url = ""] = process.argv.slice(2);
const log = openLog(process.env["TEST_LOG"] ?? "silent");
const { pool } = await openDatabase({ url, log, throwAway: true, as: "APP" });
const clock: Clock = {
  async now(runner) {
    const [row] = await run<{ at: string }>(runner, "select at from stress_clock");
    return row?.at ?? "";
  },
};
const ground = { pool, clock, dataKeys: testDataKeys, keys: openKeys(pool) };
const delivery = startDelivery({
  pool, clock, log, reachable: { loopback: true, timeoutMs: 300, readingMs: 100 },
  prepare: { MESSENGER: () => Promise.reject(new Error("none here")), WEBHOOK: webhookChannel(ground) },
  afterwards: { WEBHOOK: afterWebhook },
});
startFanOut({ ...ground, log, onFilled: () => delivery.nudge() });
// What is due after the clock was set is looked for at once.
setInterval(() => delivery.nudge(), 50);
process.send?.("ready");
