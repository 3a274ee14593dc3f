import type { Step } from "./whole-life.ts";
import { sequenceAll } from "../testing/sequence-all.ts";
import { testAuditKeys } from "../testing/api.ts";
import { grid, type TestCommunity } from "../testing/community.ts";
import { testKey } from "../testing/webhooks.ts";

/** The mutations on webhooks, each taking effect once, in the life of one. */
export function webhooksLife(api: TestCommunity): readonly Step[] {
  const { pool } = api;
  const step = (mutation: string, prepare: () => Promise<Record<string, unknown>>): Step => ({ as: "admin", mutation, prepare: async () => ({ input: await prepare() }) });
  const described = { name: "区平台", url: "https://hook.example.cn/one", areas: [], subjects: [], types: [], source: null };
  const onHook = async (more: object = {}): Promise<Record<string, unknown>> => {
    const { rows } = await pool.query("select id, version from webhook_endpoint order by id desc limit 1");
    return { id: rows[0].id, expectedVersion: rows[0].version, ...more };
  };
  return [
    step("createWebhook", async () => ({ keyId: await testKey(api, "340802"), webhook: described })),
    step("amendWebhook", () => onHook({ webhook: { name: "市平台", url: "https://hook.example.cn/two", areas: [grid(3)], subjects: ["CASE"], types: ["case.resolved"], source: "12345-AQ" } })),
    step("rotateWebhookSecret", () => onHook({ overlapHours: 24 })),
    step("pauseWebhook", () => onHook()),
    step("resumeWebhook", () => onHook()),
    step("testWebhook", () => onHook()),
    step("replayWebhook", async () => {
      await sequenceAll(api.appPool, testAuditKeys);
      return onHook({ from: 1, to: 3 });
    }),
    step("resendDelivery", async () => {
      const { rows } = await pool.query("update delivery set ended_at = now(), delivered = true, http_status = 204, attempts = 1, next_at = now() where channel = 'WEBHOOK' returning id");
      return { deliveryId: rows[0].id };
    }),
    step("removeWebhook", () => onHook()),
  ];
}
