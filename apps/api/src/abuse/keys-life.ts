import type { Step } from "./whole-life.ts";
import { community, grid, type TestCommunity } from "../testing/community.ts";

/** The mutations on keys and what comes from other systems, each taking effect once. */
export function keysLife(api: TestCommunity): readonly Step[] {
  const onKey = async (more: object): Promise<Record<string, unknown>> => {
    const { rows } = await api.pool.query("select id, version from api_key where name like '市 12345%' order by created_at desc limit 1");
    return { input: { id: rows[0].id, expectedVersion: rows[0].version, ...more } };
  };
  const step = (mutation: string, prepare: () => Promise<Record<string, unknown>>): Step => ({ as: "admin", mutation, prepare });
  const order = { externalRef: { source: "12345-AQ", id: "20240927-0456" }, words: "有人飞线充电", kind: "DIFFICULTY", areaCode: grid(3), reporterName: "楼淑芬", reporterPhone: "13800001234" };
  return [
    step("createApiKey", async () => ({ input: { name: "市 12345 热线", areaCode: community, access: "WRITE", personalData: false, expiresOn: "2025-06-30", costPerMinute: 10_000 } })),
    // By the database's clock it ends in another year than the test's.
    step("amendApiKey", async () => {
      await api.pool.query("update api_key set expires_at = now() + interval '1 day'");
      return onKey({ name: "市 12345 热线平台", expiresOn: "2025-07-30", costPerMinute: 20_000 });
    }),
    step("rotateApiKey", async () => {
      await api.pool.query("update api_key set expires_at = now() + interval '1 day'");
      return onKey({ overlapHours: 24 });
    }),
    step("revokeApiKey", () => onKey({ reason: "合同到期" })),
    { as: "zhou", mutation: "ingestOpinion", prepare: async () => ({ input: order }) },
  ];
}
