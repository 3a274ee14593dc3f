import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { mkdir, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensurePeople } from "./accounts.ts";
import { canCount } from "./cpu.ts";
import { asApp, benchDatabase, benchFolder, databaseOf, dropDatabase, openBenchPostgres, workingCopy } from "./databases.ts";
import { programs } from "./operations.ts";
import { build, installPeers } from "./programs.ts";
import { growthOf, machine, tableOf, withShares } from "./report.ts";
import { measureAll, settle, type Alone } from "./run.ts";

// pnpm bench -- [--cases=10000,1000000] [--only=board,detail] [--programs=limit,ours] [--clients=1,16,64] [--rounds=3] [--seconds=1] [--check]

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== "--"),
  options: {
    cases: { type: "string", default: "10000" }, only: { type: "string" }, programs: { type: "string", default: programs.join() }, clients: { type: "string", default: "1,16,64" },
    rounds: { type: "string", default: "3" }, seconds: { type: "string", default: "1" }, check: { type: "boolean", default: false },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const listed = values.programs.split(",");
const chosen = programs.filter((p) => listed.includes(p));
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
/** What `--check` allows from the smallest to the largest town, in pages of a board with as many open cases: pages do not drift. */
const allowedPages = 5;

if (!canCount) say("CPU and memory are counted on Linux only; here they are 0.");
await build();
if (chosen.includes("mercurius") || chosen.includes("postgraphile")) await installPeers(say);
const sizes = values.cases.split(",").map(Number);
const maker = await openBenchPostgres(say);
try {
  for (const cases of sizes) {
    const made = await benchDatabase(maker, cases, say);
    await ensurePeople(made, asApp(made));
  }
} finally {
  await maker.stop();
}
const server = await openBenchPostgres(say, { durable: true });
let flat = true;
try {
  const before = machine();
  const found: Alone[] = [];
  for (const cases of sizes) {
    const kept = databaseOf(server, cases);
    await settle(kept, true, say);
    const copy = await workingCopy(server, kept);
    say(`\n${cases} cases, load ${loadavg()[0]?.toFixed(1)}`);
    await measureAll(copy, { cases, programs: chosen, only: values.only?.split(","), clients: values.clients.split(",").map(Number), rounds, seconds, built: true }, (results) => {
      for (const line of tableOf(withShares(results))) say(line);
      found.push(...results);
    });
    await dropDatabase(server, copy);
  }
  const results = withShares(found);
  const growth = growthOf(results);
  if (growth.length > 0) say("\nFrom the smallest to the largest, 16 clients:");
  for (const line of growth) say(line);
  await mkdir(benchFolder, { recursive: true });
  await writeFile(join(benchFolder, "last.json"), `${JSON.stringify({ machine: { ...before, loadAfter: machine()["load"] ?? 0 }, rounds, seconds, results, growth }, null, 1)}\n`);
  say(`\n${join(benchFolder, "last.json")}`);
  const equal = results.filter((r) => r.operation === "board-equal" && r.program === "ours").map((r) => r.buffers ?? 0);
  flat = equal.length === 0 || Math.max(...equal) <= allowedPages * Math.min(...equal);
} finally {
  await server.stop();
}
if (values.check && !flat) {
  say(`A board of as many open cases reads more than ${allowedPages} times the pages in the largest town`);
  process.exit(1);
}

