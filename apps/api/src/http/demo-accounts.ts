import type { FastifyInstance } from "fastify";
import type { Pool } from "pg";
import { demoAccounts } from "../database/demo/staff-plan.ts";

/**
 * GET /api/demo-accounts: the accounts to try, for the sign-in page to offer. Only a database that the demo made has any;
 * everywhere else the list is empty.
 */
export function mountDemoAccounts(app: FastifyInstance, pool: Pool): void {
  app.get("/api/demo-accounts", async (_request, reply) => {
    const { rows } = await pool.query("select exists (select from demo_mark) as demo");
    const accounts = rows[0].demo === true ? demoAccounts.map(({ username, password, zh, en }) => ({ username, password, zh, en })) : [];
    return reply.header("cache-control", "no-store").send(accounts);
  });
}
