import { once } from "node:events";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Rows on their way into one table by COPY: text that is sent when enough of it has gathered. */
export class Copy {
  readonly #client: PoolClient;
  readonly #table: string;
  #columns: readonly string[] = [];
  #lines: string[] = [];

  constructor(client: PoolClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  add(row: object): void {
    if (this.#columns.length === 0) this.#columns = Object.keys(row);
    this.#lines.push(Object.values(row).map(field).join("\t"));
  }

  /** Sends what has gathered; the connection is free for the next statement afterwards. */
  async flush(): Promise<void> {
    if (this.#lines.length === 0) return;
    const stream = this.#client.query(copyFrom(`copy ${this.#table} (${this.#columns.join(", ")}) from stdin`));
    // One listener for the whole copy: an error may come at any time, and must not go unheard.
    const done = new Promise<void>((resolve, reject) => {
      stream.on("finish", resolve);
      stream.on("error", reject);
    });
    for (let i = 0; i < this.#lines.length; i += 500) {
      if (!stream.write(`${this.#lines.slice(i, i + 500).join("\n")}\n`)) await Promise.race([once(stream, "drain"), done]);
    }
    stream.end();
    await done;
    this.#lines = [];
  }
}

/** A value in PostgreSQL's text format for COPY. Objects are jsonb, lists are arrays of words that need no quotes. */
function field(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (Array.isArray(value)) return `{${value.join(",")}}`;
  return escaped(typeof value === "object" ? JSON.stringify(value) : String(value));
}

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r") : text;
}
