import pg from "pg";
import { parseArgs } from "node:util";
import { benchSecret, ensurePeople } from "./accounts.ts";
import { asApp, benchDatabase, benchFolder, workingCopy } from "./databases.ts";
import { fill } from "./fill.ts";
import { benchCases, type BenchCase } from "./histories.ts";
import { startOne } from "./programs.ts";
import type { BenchGrid } from "./town.ts";
import { openAuth } from "../src/access/auth.ts";
import { openEmbeddedPostgres } from "../src/database/embedded/embedded-postgres.ts";
import { openLog } from "../src/http/log.ts";

// For the bench of the page (apps/admin/bench): the server over a community whose first grid has exactly so many open
// cases. Prints one line of JSON when it answers, and ends with SIGTERM.
//   node --conditions=@bandeng/source --import tsx bench/board-server.ts --open 2000 [--sources]

const password = "板凳会-only-for-measuring-2026";
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const { values } = parseArgs({ options: { open: { type: "string", default: "200" }, sources: { type: "boolean", default: false } } });
const open = Number(values.open);

/** Only open cases, all of one grid: of the closed ones a board shows those of 30 days, which are few. */
function* openCases(count: number, grids: readonly BenchGrid[]): Generator<BenchCase> {
  let left = count;
  for (const one of benchCases(count * 15, grids.slice(0, 1))) {
    if (one.case.status === "CLOSED") continue;
    yield one;
    left -= 1;
    if (left === 0) return;
  }
  throw new Error("too few open cases");
}

/** What is due lies ahead, in the order it had: the server escalates what nobody met, and the board would change under the bench. */
async function makeDueLater(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `with later as (select id, now() + interval '30 days' + (board_at - min(board_at) over ()) as at from cases where due is not null)
     update cases c set board_at = later.at, system_at = null, due = jsonb_set(c.due, '{at}', to_jsonb(to_char(later.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
     from later where later.id = c.id`,
  );
  await client.query("vacuum (analyze) cases");
  await client.end();
}

/** An account for the head of the grid; the generator's people have none. @returns the code of the grid */
async function headOfGrid(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const auth = await openAuth({ url: asApp(url), secret: benchSecret, baseUrl: "http://127.0.0.1", log: openLog("warn"), signInsPerMinute: 1_000, secondFactor: "nobody" });
  try {
    const { rows } = await client.query<{ person: string; area: string }>("select person_id as person, area_code as area from role_assignment where role = 'GRID_HEAD' and area_no = (select area_no from cases limit 1)");
    const [head] = rows;
    if (!head) throw new Error("the grid has no head");
    await auth.createAccount({ username: "head", password, personId: head.person, name: "head" });
    return head.area;
  } finally {
    await auth.close();
    await client.end();
  }
}

// As it is shipped: what somebody else did is visible after a real commit.
const postgres = await openEmbeddedPostgres({ folder: benchFolder, log: say });
const made = await benchDatabase(postgres, open, say, { name: `board_${open}`, fillWith: (pool, cases, tell) => fill(pool, cases, tell, openCases) });
const url = await workingCopy(postgres, made);
await makeDueLater(url);
await ensurePeople(url, asApp(url));
const grid = await headOfGrid(url);
const server = await startOne("ours", url, !values.sources);
process.stdout.write(`${JSON.stringify({ url: server.url, username: "head", secretary: `secretary.${grid.slice(0, 12)}`, password, grid, open })}\n`);
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void server.stop().then(() => postgres.stop()).then(() => process.exit(0)));
}
