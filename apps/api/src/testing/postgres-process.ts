import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { APP_ROLE, ensureAppRole } from "../database/app-role.ts";
import { openEmbeddedPostgres } from "../database/embedded/embedded-postgres.ts";
import { urlAs } from "../database/migrate.ts";

/**
 * A PostgreSQL that several instances of the program share, to be forked by whoever tries that out: tells the two accounts
 * (`{ url, ownerUrl }`) once it is there, answers `{ sql }` with `{ rows }`, and is gone when its parent is.
 */
const folder = mkdtempSync(join(tmpdir(), "bandeng-shared-postgres-"));
chmodSync(folder, 0o755); // as root, another account runs the server
const server = await openEmbeddedPostgres({ folder, log: () => {} });
const owner = new pg.Pool({ connectionString: server.url, max: 2 });
owner.on("error", () => {}); // it ends before us
const password = randomBytes(24).toString("base64url");
await ensureAppRole(owner, password);
process.on("message", (message) => {
  const { sql } = message as { sql: string };
  owner.query(sql).then(({ rows }) => process.send?.({ rows }), (error: unknown) => process.send?.({ error: String(error) }));
});
process.once("disconnect", () => {
  void owner.end().then(() => server.stop()).finally(() => {
    for (const each of [server.folder, folder]) rmSync(each, { recursive: true, force: true });
    process.exit(0);
  });
});
// A terminal's Ctrl-C reaches us too; our parent decides when we end.
process.on("SIGINT", () => {});
process.send?.({ ownerUrl: server.url, url: urlAs(server.url, APP_ROLE, password) });
