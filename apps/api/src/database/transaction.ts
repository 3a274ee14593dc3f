import pg, { type Pool, type PoolClient } from "pg";

/**
 * Runs work in one transaction under a scope (access/scope.ts): committed when it returns, rolled back when it throws.
 * What it throws goes on to the caller; a connection that cannot even roll back is thrown away with the transaction in
 * it. The scope is set in the same round trip as `begin`, and ends with the transaction.
 */
export async function transaction<T>(pool: Pool, scope: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // Two statements in one message take no parameters; the scope is JSON of ours, and still quoted by the driver.
    await client.query(`begin; select set_config('app.viewer', ${pg.escapeLiteral(scope)}, true)`);
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((e: Error) => (broken = e));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Goes on in the same transaction under another scope. */
export async function changeScope(client: PoolClient, scope: string): Promise<void> {
  await client.query({ name: "scope", text: "select set_config('app.viewer', $1, true)", values: [scope] });
}
