import { randomBytes } from "node:crypto";
import { areaNumber } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { testAuditKeys, type TestApi } from "./api.ts";
import { testDataKeys } from "./data-keys.ts";
import type { Delivering } from "../delivery/delivery-job.ts";
import { deliverDue } from "../delivery/delivery-job.ts";
import { sequenceAll } from "./sequence-all.ts";
import type { Clock } from "../http/clock.ts";
import { openKeys } from "../keys/keys.ts";
import { fanOut } from "../webhooks/fan-out.ts";
import { afterWebhook, webhookChannel } from "../webhooks/webhook-channel.ts";

/** Makes a key of an area that lasts until 2099, beside the API, and returns its id. */
export async function testKey({ pool }: Pick<TestApi, "pool">, areaCode: string, { personalData = false }: { readonly personalData?: boolean } = {}): Promise<string> {
  const id = uuidv7();
  await pool.query("insert into person (id, display_name, surname_mask, area_no) values ($1, '区平台', '区平台', $2)", [id, areaNumber(areaCode)]);
  await pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'KEY', $3, $4, '2023-01-01')", [uuidv7(), id, areaCode, areaNumber(areaCode)]);
  await pool.query(
    `insert into api_key (id, version, name, area_code, area_no, access, personal_data, cost_per_minute, secret_hash, hint, expires_at, created_by, created_at)
     values ($1, 1, '区平台', $2, $3, 'READ', $4, 10000, $5, 'bdk_test', '2099-01-01', $1, '2024-01-01')`,
    [id, areaCode, areaNumber(areaCode), personalData, randomBytes(32)],
  );
  return id;
}

/** What the jobs do, one round at a time: places in the feed, messages in the outbox, deliveries. */
export function webhookWork({ appPool: pool, log }: Pick<TestApi, "appPool" | "log">, clock: Clock): { readonly delivering: Delivering; fill(): Promise<void>; deliver(): Promise<number> } {
  const ground = { pool, clock, dataKeys: testDataKeys, keys: openKeys(pool) };
  const delivering: Delivering = {
    pool, clock, log, reachable: { loopback: true, timeoutMs: 2000, readingMs: 200 },
    prepare: { MESSENGER: () => Promise.reject(new Error("none here")), WEBHOOK: webhookChannel(ground) },
    afterwards: { WEBHOOK: afterWebhook },
  };
  const fill = async (): Promise<void> => {
    await sequenceAll(pool, testAuditKeys);
    await fanOut(ground);
  };
  return {
    delivering,
    fill,
    async deliver() {
      await fill();
      return deliverDue(delivering);
    },
  };
}
