type Wish = Record<string, unknown>;

/** One stream that the page has opened. */
export interface FakeConnection {
  readonly variables: Wish;
  readonly isOpen: boolean;
  /** What a subscriber is told. */
  push(live: { change?: { position: number; subject: string | null; id: string | null }; presence?: { caseId: string; people: { id: string; name: string }[] } }): void;
  beat(): void;
  /** Ended by the server. */
  complete(): void;
  /** The network goes. */
  cut(): void;
}

export interface FakeStream {
  readonly fetch: typeof fetch;
  /** In the order in which they were opened. */
  readonly connections: FakeConnection[];
  /** What the next attempts are answered with; an event stream when not given, an Error where there is no network. */
  answer: (() => Response | Error) | undefined;
}

/** A server of /graphql/stream in the page. */
export function fakeStream(): FakeStream {
  const connections: FakeConnection[] = [];
  const stream: FakeStream = {
    connections,
    answer: undefined,
    fetch: async (_url, init) => {
      const given = stream.answer?.();
      if (given instanceof Error) throw given;
      if (given) return given;
      const { variables } = JSON.parse(String(init?.body)) as { variables: Wish };
      let isOpen = true;
      let out!: ReadableStreamDefaultController<Uint8Array>;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          out = controller;
        },
        cancel() {
          isOpen = false;
        },
      });
      const write = (text: string) => isOpen && out.enqueue(new TextEncoder().encode(text));
      const fail = (error: Error) => {
        if (!isOpen) return;
        isOpen = false;
        out.error(error);
      };
      init?.signal?.addEventListener("abort", () => fail(new DOMException("aborted", "AbortError")));
      connections.push({
        variables,
        get isOpen() {
          return isOpen;
        },
        push: ({ change = null, presence = null }) => void write(`event: next\ndata: ${JSON.stringify({ data: { live: { change, presence } } })}\n\n`),
        beat: () => void write(":\n\n"),
        complete() {
          write("event: complete\ndata: null\n\n");
          if (isOpen) out.close();
          isOpen = false;
        },
        cut: () => fail(new TypeError("network error")),
      });
      write(":\n\n");
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    },
  };
  return stream;
}
