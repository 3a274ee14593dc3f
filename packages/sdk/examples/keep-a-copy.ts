import { readFile, rename, writeFile } from "node:fs/promises";
import { createClient, type Case } from "@bandeng/sdk";

const client = createClient({ url: process.env["BANDENG_URL"] ?? "http://127.0.0.1:4000", key: process.env["BANDENG_KEY"] ?? "" });
const areas = ["340802001007"];
const [file = "cases.json", once] = process.argv.slice(2);

const kept = await readFile(file, "utf8").then((text) => JSON.parse(text) as { upTo: number; cases: [string, Case][] }, () => null);
const copy = new Map(kept?.cases);
let upTo = kept?.upTo;

// Copy and position together, and put in place whole: whatever happens to us, the next run goes on from here.
async function keep(position: number) {
  await writeFile(`${file}.new`, JSON.stringify({ upTo: position, cases: [...copy] }));
  await rename(`${file}.new`, file);
}

if (upTo === undefined) {
  // First where the feed is, then everything: what changes in between is met again below.
  upTo = (await client.feed()).head;
  for await (const each of client.cases({ areas, order: "UPDATED" })) copy.set(each.id, each);
  await keep(upTo);
}

for await (const stretch of client.followStretches({ after: upTo, areas, subjects: ["CASE"], untilHead: once === "--once" })) {
  // A change says that something happened. How things are is asked for: so it does no harm to meet it twice.
  for (const id of new Set(stretch.changes.map((change) => change.id))) {
    const now = await client.case({ id });
    if (now === null) copy.delete(id); // it has left the key's sight
    else copy.set(id, now);
  }
  await keep(stretch.upTo);
}
