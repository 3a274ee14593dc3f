/** A server that gives prepared answers, one after the other, and keeps what it was asked. */
export interface Answers {
  readonly fetch: typeof fetch;
  readonly asked: { url: string; headers: Headers; query: string; variables: Record<string, unknown> }[];
}

/** What a prepared answer is: data, an Error for a fault of the network, or a whole answer. */
export type Prepared = { data?: unknown; errors?: unknown; status?: number; headers?: Record<string, string>; text?: string; extensions?: unknown } | Error;

/** Answers in order; the last one again and again. */
export function answers(...prepared: readonly Prepared[]): Answers {
  const asked: Answers["asked"] = [];
  return {
    asked,
    fetch: async (url, init) => {
      const { query, variables } = JSON.parse(String(init?.body)) as { query: string; variables: Record<string, unknown> };
      asked.push({ url: String(url), headers: new Headers(init?.headers), query, variables });
      const next = prepared[Math.min(asked.length, prepared.length) - 1];
      if (next === undefined || next instanceof Error) throw next ?? new Error("no answer was prepared");
      const { status = 200, headers = {}, text, ...body } = next;
      return new Response(text ?? JSON.stringify(body), { status, headers });
    },
  };
}
