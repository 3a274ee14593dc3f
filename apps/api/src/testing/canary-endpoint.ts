import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody else's endpoint on this machine: keeps what it was sent, and answers as it is told to. */
export interface CanaryEndpoint {
  readonly url: string;
  readonly received: Received[];
  /** What it answers, in order; the last one again and again. A negative number: it hangs up. */
  answers: number[];
  stop(): Promise<void>;
}

export async function canaryEndpoint(): Promise<CanaryEndpoint> {
  const received: Received[] = [];
  const endpoint = { url: "", received, answers: [204], stop: () => Promise.resolve() };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString() });
      const [status = 204] = endpoint.answers.length > 1 ? endpoint.answers.splice(0, 1) : endpoint.answers;
      if (status < 0) request.socket.destroy();
      else response.writeHead(status, status === 302 ? { location: `${endpoint.url}elsewhere` } : {}).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  endpoint.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  endpoint.stop = () => new Promise((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });
  return endpoint;
}
