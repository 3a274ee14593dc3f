import { Agent, request as send } from "node:http";

/** One request of an operation, as one of the programs wants it. */
export interface Ask {
  readonly path: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where requests come from: the next one each time, and word of what was answered. */
export interface Source {
  /** Null: there is none left. */
  next(): Ask | null;
  /** Told of each answer; throws when it is not what it has to be. */
  heard?(ask: Ask, body: string): void;
}

/** What a window of load came to. */
export interface Window {
  readonly requests: number;
  readonly seconds: number;
  /** Of each request, in milliseconds. */
  readonly times: readonly number[];
}

/** Keeps connections open to one program. */
export class Client {
  readonly #agent: Agent;
  readonly #url: URL;

  constructor(url: string, connections: number) {
    // While the others have their turn a connection idles for about as long as a server keeps one (5 s): it must not be taken as that server closes it.
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections, timeout: 2000 });
    this.#url = new URL(url);
  }

  /** @throws Error on any status but 200, and on an answer with errors in it. */
  ask({ path, body, headers = {} }: Ask): Promise<string> {
    return new Promise((resolve, reject) => {
      const request = send(
        { agent: this.#agent, host: this.#url.hostname, port: this.#url.port, path, method: "POST", headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            const text = Buffer.concat(chunks).toString();
            if (response.statusCode === 200 && !text.startsWith('{"errors"')) resolve(text);
            else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 500)}`));
          });
        },
      );
      request.on("error", reject);
      request.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Load by so many clients, each of which asks again as soon as it was answered, until the time is over or nothing is left. */
export async function load(client: Client, clients: number, seconds: number, source: Source): Promise<Window> {
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  const one = async (): Promise<void> => {
    for (let from = performance.now(); from < until; from = performance.now()) {
      const ask = source.next();
      if (ask === null) return;
      const body = await client.ask(ask);
      times.push(performance.now() - from);
      source.heard?.(ask, body);
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return { requests: times.length, seconds: (performance.now() - began) / 1000, times };
}
