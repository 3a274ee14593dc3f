import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { community, grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { makeKey, type TestKey } from "../testing/keys.ts";

let api: TestCommunity;
let hotline: TestKey;
beforeAll(async () => {
  api = await startCommunity("2024-09-27T01:00:00.000Z");
  hotline = await makeKey(api, { access: "WRITE", areaCode: "340802" });
  // Its role begins when it was made, by the clock of the test.
});
afterAll(() => api.stop());

const order = (id: string, more: object = {}) => ({ externalRef: { source: "12345-AQ", id }, words: "有人从三楼飞线给电动车充电", kind: "DIFFICULTY", severity: "SAFETY", areaCode: grid(2), reporterName: "楼淑芬", reporterPhone: "13800001234", ...more });
async function ingest(input: object, headers: Record<string, string> = hotline.headers) {
  const { data, errors } = await api.graphql(
    "mutation ($input: IngestOpinionInput!) { ingestOpinion(input: $input) { created opinion { id words externalRef { source id } reporter { name } slipCode } case { id no level gridCode due { kind at } } refusal { code path } } }",
    { input }, { headers },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.ingestOpinion;
}
const counted = async (): Promise<number> => (await api.pool.query("select count(*)::int as n from opinion")).rows[0].n;

describe("S4.1: an order of 12345", () => {
  it("is one opinion and one case, though the network sends it again, also changed", async () => {
    const first = await ingest(order("20240927-0456"));
    expect(first).toMatchObject({
      created: true, refusal: null,
      opinion: { externalRef: { source: "12345-AQ", id: "20240927-0456" }, reporter: null, slipCode: null },
      case: { level: "COMMUNITY", gridCode: grid(2), due: { kind: "ON_SITE", at: "2024-09-27T03:00:00.000Z" } },
    });
    const again = await ingest(order(" 20240927-0456 "));
    expect(again).toEqual({ ...first, created: false });
    expect(await ingest(order("20240927-0456", { words: "别的话", kind: "OPINION" }))).toEqual({ ...first, created: false });
    expect(await counted()).toBe(1);
  });

  it("is one, though twenty retries arrive at once", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ingest(order("20240927-0500"))));
    expect(new Set(answers.map(({ opinion }) => opinion.id)).size).toBe(1);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(await counted()).toBe(2);
  });

  it("is one, though two systems send it at once; who sees it is told which, who does not is told that it is taken", async () => {
    const other = await makeKey(api, { access: "WRITE", areaCode: community, name: "区平台" });
    const answers = await Promise.all([...Array(5).fill(hotline), ...Array(5).fill(other)].map(({ headers }: TestKey) => ingest(order("20240927-0600"), headers)));
    expect(new Set(answers.map(({ opinion }) => opinion.id)).size).toBe(1);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    const stranger = await makeKey(api, { access: "WRITE", areaCode: "340802001008", name: "外地平台" });
    expect(await ingest(order("20240927-0600", { areaCode: "340802001008" }), stranger.headers)).toEqual({ created: false, opinion: null, case: null, refusal: { code: "EXTERNAL_REF_TAKEN", path: "externalRef" } });
    // Another system's numbers are its own.
    expect(await ingest(order("20240927-0600", { externalRef: { source: "区平台", id: "20240927-0600" } }))).toMatchObject({ created: true });
  });

  it("needs a place in the area of its key, and words; what was refused can be sent again", async () => {
    expect((await ingest(order("20240927-0700", { areaCode: "340803001001" }))).refusal).toEqual({ code: "UNKNOWN_PLACE", path: "place" });
    expect((await ingest(order("20240927-0700", { areaCode: "12345678901'; --" }))).refusal).toEqual({ code: "UNKNOWN_PLACE", path: "place" });
    expect((await ingest(order("20240927-0700", { areaCode: null }))).refusal).toEqual({ code: "UNKNOWN_PLACE", path: "place" });
    expect((await ingest(order("20240927-0700", { words: " " }))).refusal).toEqual({ code: "TEXT_REQUIRED", path: "text" });
    expect((await ingest(order(" "))).refusal).toMatchObject({ code: "TEXT_REQUIRED" });
    expect(await ingest(order("20240927-0700", { areaCode: community }))).toMatchObject({ created: true, case: { gridCode: `${community}000` } });
  });

  it("C38: of a dispute, a key without personal data learns that it was filed and nothing more", async () => {
    const filed = { created: true, opinion: null, case: null, refusal: null };
    expect(await ingest(order("20240927-0800", { kind: "DISPUTE", severity: "NORMAL" }))).toEqual(filed);
    expect(await ingest(order("20240927-0800", { kind: "DISPUTE", severity: "NORMAL" }))).toEqual({ ...filed, created: false });
  });
});
