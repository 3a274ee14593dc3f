import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const api = fileURLToPath(new URL("../../api/", import.meta.url));
/** Runs in the API's folder: the driver is a dependency of the API, not of the page. */
const program = `
  import pg from "pg";
  let given = "";
  for await (const chunk of process.stdin) given += chunk;
  const { url, sql, values } = JSON.parse(given);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql, values);
  process.stdout.write(JSON.stringify(rows));
  await client.end();
`;

/** A product's database, as its owner and by its folder: to seed in bulk what nobody would type. Several statements, or one with values. */
export async function seed<Row>(folder: string, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const password = readFileSync(join(folder, "password"), "utf8").trim();
  const port = readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[3];
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/bandeng`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], { cwd: api, stdio: ["pipe", "pipe", "inherit"] });
  let told = "";
  child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
  child.stdin.end(JSON.stringify({ url, sql, values }));
  const code = await new Promise((done) => child.once("exit", done));
  if (code !== 0) throw new Error(`the seed failed with ${String(code)}`);
  return JSON.parse(told) as Row[];
}
