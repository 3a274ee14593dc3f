import pg from "pg";
import { sequence } from "../sequencer.ts";
import { auditKeys } from "../../audit/audit-key.ts";
import { columnTypes } from "../../database/column-text.ts";

// One sequencer, in a process of its own that the stress test kills: gives places as fast as it can until it is ended.
const url = process.env["STRESS_URL"];
if (url === undefined) throw new Error("STRESS_URL is not set");
const pool = new pg.Pool({ connectionString: url, types: columnTypes(), max: 1 });
pool.on("error", () => process.exit(1));
process.on("disconnect", () => process.exit(0)); // whoever started it is gone
const keys = auditKeys("only-for-tests-0123456789-abcdefghijklmnop");
for (;;) {
  await sequence(pool, keys);
  await new Promise((resolve) => setTimeout(resolve, 5));
}
