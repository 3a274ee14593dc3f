import Fastify, { LogController, type FastifyInstance } from "fastify";
import type { Pool } from "pg";
import { mountHealth } from "./health.ts";
import type { Log } from "./log.ts";
import { secureResponse } from "./security-headers.ts";
import type { Server } from "./server.ts";

/** What a process serves that only works (WORKER_ONLY): /health and /ready, and nothing else. */
export function makeWorkerServer({ pool, log, baseUrl }: { readonly pool: Pool; readonly log: Log; readonly baseUrl: string }): Server {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    http: { ServerResponse: secureResponse(baseUrl) },
  }) as unknown as FastifyInstance; // the logger's own type changes nothing that is used here
  let stopping: Promise<void> | undefined;
  mountHealth(app, pool, () => stopping !== undefined);
  return { app, listen: (port, host) => app.listen({ port, host }), stop: () => (stopping ??= app.close()) };
}
