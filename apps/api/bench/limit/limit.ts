import { createServer, type IncomingMessage } from "node:http";
import pg from "pg";
import { limitStatements } from "./limit-sql.ts";

// The limit: bare node:http and pg. POST /<statement> with the values as a JSON list; the answer is the text PostgreSQL made.

const pool = new pg.Pool({
  connectionString: process.env["DATABASE_URL"], max: 8, application_name: "bench-limit",
  // One plan for all values: made anew each time, planning takes most of a board.
  options: "-c timezone=UTC -c plan_cache_mode=force_generic_plan",
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}

const server = createServer((request, response) => {
  void answer(request).then(
    (text) => response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) }).end(text),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});

async function answer(request: IncomingMessage): Promise<string> {
  const name = request.url?.slice(1) ?? "";
  const values = JSON.parse(await textOf(request)) as unknown[];
  const text = limitStatements[name];
  if (text === undefined) throw new Error(`nothing is asked at /${name}`);
  const { rows } = await pool.query<{ answer: string }>({ name, text, values });
  return `{"data":${rows[0]?.answer ?? "null"}}`;
}

server.listen(Number(process.env["PORT"]), "127.0.0.1", () => process.stdout.write("ready\n"));
