import { BandengError, createClient } from "@bandeng/sdk";

const client = createClient({ url: process.env["BANDENG_URL"] ?? "http://127.0.0.1:4000", key: process.env["BANDENG_KEY"] ?? "", language: "en" });

try {
  for await (const each of client.cases({ areas: ["340802001007003"], filter: { levels: ["BUILDING", "COMPOUND"] } })) {
    console.log(each.no, each.status, each.title, each.due?.at ?? "");
  }
} catch (error) {
  // Codes are a closed list; what passes by itself (429, faults of the network) has been waited for already.
  if (!(error instanceof BandengError)) throw error;
  console.error(error.code, error.message, error.requestId);
}
