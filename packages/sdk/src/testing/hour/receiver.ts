import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { verifyWebhook } from "../../webhook.ts";

/** A receiver of webhooks, as somebody else runs it: one first attempt in seven fails. */
export interface Receiver {
  readonly url: string;
  /** What messages have to be signed with, once it is known. */
  trust(secret: string): void;
  /** By position in the feed: under which ids it came, and how often it was accepted. */
  readonly got: ReadonlyMap<number, { readonly ids: Set<string>; accepted: number }>;
  readonly counts: { attempts: number; failed: number; forged: number };
  stop(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const secrets: string[] = [];
  const got = new Map<number, { ids: Set<string>; accepted: number }>();
  const counts = { attempts: 0, failed: 0, forged: 0 };
  const met = new Set<string>();
  const server = createServer(async (request, response) => {
    try {
      counts.attempts += 1;
      const { id, payload } = await verifyWebhook(secrets, request.headers, await buffer(request));
      const { position } = (payload as { data: { position: number } }).data;
      const one = got.get(position) ?? { ids: new Set(), accepted: 0 };
      got.set(position, one);
      one.ids.add(id);
      const fails = !met.has(id) && (createHash("sha256").update(id).digest()[0] ?? 0) % 7 === 0;
      met.add(id);
      if (fails) counts.failed += 1;
      else one.accepted += 1;
      response.writeHead(fails ? 500 : 204).end();
    } catch {
      counts.forged += 1;
      response.writeHead(400).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    trust: (secret) => void secrets.push(secret),
    got,
    counts,
    stop: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}
