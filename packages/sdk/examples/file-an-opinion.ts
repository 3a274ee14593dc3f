import { createClient } from "@bandeng/sdk";

const client = createClient({ url: process.env["BANDENG_URL"] ?? "http://127.0.0.1:4000", key: process.env["BANDENG_KEY"] ?? "", language: "zh" });

const answer = await client.ingestOpinion({
  externalRef: { source: "12345-AQ", id: "12345-AQ-20240927-0456" },
  words: "3号楼有人从楼上飞线给电动车充电",
  areaCode: "340802001007003",
  kind: "DIFFICULTY",
});
// A no of the rules is a value: a code for the program, a sentence for people.
if (answer.refusal) console.log(answer.refusal.code, answer.refusal.message);
else console.log(answer.created ? "filed" : "known", answer.case?.no);
