import { createClient, NetworkError } from "graphql-sse";

/** How a stream ended: by the server's word, by a cut, or never begun, with the answer's status. */
export type Ending = "COMPLETE" | "CUT" | number;

export interface Followed<Live> {
  /** What was pushed so far. */
  readonly heard: Live[];
  readonly errors: { message: string; extensions: Record<string, unknown> }[];
  readonly ended: Promise<Ending>;
  /** Waits for something that was pushed, or will be. */
  hear(wanted: (live: Live) => boolean): Promise<Live>;
  stop(): void;
}

export interface FollowGiven {
  readonly url: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

/** Opens one stream, as a client library does. */
export function follow<Live>({ url, query, variables = {}, headers = {} }: FollowGiven): Followed<Live> {
  const heard: Live[] = [];
  const errors: Followed<Live>["errors"] = [];
  const waiting = new Set<() => void>();
  const client = createClient({ url: `${url}/graphql/stream`, retryAttempts: 0, headers });
  let isOver = false;
  const ended = new Promise<Ending>((resolve) => {
    const over = (ending: Ending): void => {
      isOver = true;
      resolve(ending);
      for (const look of waiting) look();
    };
    client.subscribe<Live>(
      { query, variables },
      {
        next(result) {
          if (result.errors) errors.push(...(result.errors as unknown as typeof errors));
          if (result.data) heard.push(result.data);
          for (const look of waiting) look();
        },
        error: (error) => over(error instanceof NetworkError ? ((error.response as { status: number } | undefined)?.status ?? "CUT") : "CUT"),
        complete: () => over("COMPLETE"),
      },
    );
  });
  return {
    heard,
    errors,
    ended,
    hear: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = heard.find(wanted);
          if (found === undefined && !isOver) return;
          waiting.delete(look);
          if (found === undefined) reject(new Error("the stream ended before"));
          else resolve(found);
        };
        waiting.add(look);
        look();
      }),
    stop: () => client.dispose(),
  };
}
