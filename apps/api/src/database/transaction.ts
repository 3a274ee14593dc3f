import type { Pool, PoolClient } from "pg";

/**
 * Runs work in one transaction: committed when it returns, rolled back when it throws. What it throws goes on to the
 * caller; a connection that cannot even roll back is thrown away with the transaction in it.
 */
export async function transaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
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
