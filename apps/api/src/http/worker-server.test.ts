import { afterAll, beforeAll, expect, it } from "vitest";
import { makeWorkerServer } from "./worker-server.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { smallSchema } from "../testing/small-schema.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ schema: smallSchema().schema });
});
afterAll(() => api.stop());

it("a process that only works serves its health and nothing else, and stops", async () => {
  const server = makeWorkerServer({ pool: api.appPool, log: api.log, baseUrl: "https://bandeng.example.cn" });
  const address = await server.listen(0, "127.0.0.1");
  const status = async (path: string, method = "GET"): Promise<number> => (await fetch(address + path, { method })).status;
  expect([await status("/health"), await status("/ready")]).toEqual([200, 200]);
  for (const path of ["/", "/graphql", "/schema.graphql", "/explorer/", "/api/auth/session", "/api/points/x"]) expect([path, await status(path), await status(path, "POST")]).toEqual([path, 404, 404]);
  expect((await fetch(`${address}/health`)).headers.get("x-content-type-options")).toBe("nosniff");
  await server.stop();
  await expect(fetch(`${address}/health`)).rejects.toThrow();
});
