import type { FastifyInstance } from "fastify";
import type { Pool } from "pg";

/** /health: the process lives. /ready: send it requests, its database answers and it is not about to stop. */
export function mountHealth(app: FastifyInstance, pool: Pool, isStopping: () => boolean): void {
  app.get("/health", (_request, reply) => reply.header("cache-control", "no-store").send({ status: "ok" }));
  app.get("/ready", async (_request, reply) => {
    const state = isStopping() ? "stopping" : (await answers(pool)) ? "ok" : "database";
    return reply
      .code(state === "ok" ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: state });
  });
}

/** The database is there and has our tables: a server only listens once it has migrated them. */
async function answers(pool: Pool): Promise<boolean> {
  try {
    await pool.query("select from mikro_orm_migrations limit 1");
    return true;
  } catch {
    return false; // said by the status; the pool's own handler logs the loss
  }
}
