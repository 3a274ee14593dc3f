import pg, { type Pool, type PoolClient } from "pg";

/** How long whoever reads may keep a snapshot waiting for him, in milliseconds. */
const PATIENCE_MS = 300_000;

/**
 * What one moment looked like, under a scope (access/scope.ts): everything read with the client is of that moment, however
 * long it takes. The transaction only reads, holds nothing up, and ends with the generator: whoever asks for its first piece
 * has to take them all or call `return`.
 */
export async function* snapshot<T>(pool: Pool, scope: string, read: (client: PoolClient) => AsyncGenerator<T>): AsyncGenerator<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // Several statements in one message take no parameters; the scope is JSON of ours, and still quoted by the driver.
    await client.query(
      `begin isolation level repeatable read read only; set local idle_in_transaction_session_timeout = ${PATIENCE_MS}; select set_config('app.viewer', ${pg.escapeLiteral(scope)}, true)`,
    );
    yield* read(client);
  } finally {
    await client.query("rollback").catch((e: Error) => (broken = e));
    client.release(broken);
  }
}
