import { createClient } from "@bandeng/sdk";
import { keep, keptBefore, standing } from "./mirror.ts";

// One address: the client itself waits until whoever answers there is back.
const client = createClient({ url: (process.env["BANDENG_URLS"] ?? "").split(" ")[0] ?? "", key: process.env["BANDENG_KEY"] ?? "", retries: 2 });
const areas = (process.env["BANDENG_AREAS"] ?? "").split(" ");

let kept = await keptBefore();
if (kept === null) {
  kept = { upTo: (await client.feed()).head, cases: {}, positions: [] };
  for await (const each of client.cases({ areas, order: "UPDATED" })) kept.cases[each.id] = standing(each);
  await keep(kept);
}
for await (const { changes, upTo } of client.followStretches({ after: kept.upTo, areas, pause: 400, rest: 1000 })) {
  for (const id of new Set(changes.filter(({ subject }) => subject === "CASE").map((change) => change.id))) {
    const now = await client.case({ id });
    if (now === null) delete kept.cases[id];
    else kept.cases[id] = standing(now);
  }
  kept.positions.push(...changes.map(({ position }) => position));
  kept.upTo = upTo;
  await keep(kept);
}
