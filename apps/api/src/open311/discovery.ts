import type { Answer } from "./geo-answer.ts";

const SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
/** When what is answered here last changed its shape. */
const CHANGESET = "2024-03-01T00:00:00Z";

/** Where this installation answers GeoReport, and how one gets a key. */
export function discoveryAnswer(baseUrl: string): Answer {
  const endpoint = { specification: SPECIFICATION, url: new URL("/open311/v2", baseUrl).href, changeset: CHANGESET, type: "production" };
  const formats = ["text/xml", "application/json"];
  const about = { changeset: CHANGESET, contact: "请向所在区的系统管理员咨询 · Ask the system administrators of the district", key_service: "密钥由区的系统管理员在“系统对接”中发放 · Keys are given out by the system administrators of the district" };
  return {
    json: { ...about, endpoints: [{ ...endpoint, formats }] },
    xml: { discovery: { ...about, endpoints: { endpoint: [{ ...endpoint, formats: { format: formats } }] } } },
  };
}
