import type { FastifyReply } from "fastify";
import type { Seat } from "./seats.ts";

/** So often something is written, so that a client notices within seconds that its connection is dead, and no proxy thinks it is. */
const BEAT_MS = 2000;
/** A comment of the event stream: no client tells anybody of it. */
const BEAT = ":\n\n";
/** A client that does not read has its connection ended, not its signals kept. */
const MAX_UNREAD_BYTES = 65_536;
/** How long an ended stream may take to say so. */
const FAREWELL_MS = 500;

/** Writes an event stream until it ends or the client goes. */
export async function writeStream(reply: FastifyReply, body: AsyncGenerator<string, void, undefined>, seat: Seat): Promise<void> {
  const { raw } = reply;
  const headers = Object.fromEntries(Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  reply.hijack();
  raw.writeHead(200, { ...headers, "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" });
  const beat = setInterval(() => {
    if (raw.writableLength > MAX_UNREAD_BYTES) raw.destroy();
    else raw.write(BEAT);
  }, BEAT_MS);
  raw.once("close", () => seat.end());
  seat.onEnd(() => {
    clearInterval(beat);
    setTimeout(() => raw.destroyed || raw.destroy(), FAREWELL_MS).unref();
  });
  for await (const text of body) {
    if (!raw.writable) break;
    raw.write(text);
  }
  clearInterval(beat);
  // The connection is for this stream: kept open, it would only have to be ended with the server.
  await new Promise<void>((done) => raw.end(done));
}
