/** What became of sending: how often a connection was cut or nobody was there, and what the server said was its own fault. */
export interface SendCounts {
  retried: number;
  readonly faults: string[];
}

/** Sends a document until somebody answers it. Rejects when the answer is an error. */
export type Send = (query: string, variables: Record<string, unknown>, headers: Record<string, string>) => Promise<Record<string, unknown>>;

interface Answer {
  readonly data?: Record<string, unknown>;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Over several addresses of one installation: whoever is cut off sends the very same thing to the next one. */
export function openSending(bases: readonly string[], counts: SendCounts): Send {
  let turn = 0;
  return async (query, variables, headers) => {
    const body = JSON.stringify({ query, variables });
    for (let at = turn++; ; at += 1) {
      const answer = await post(`${bases[at % bases.length]}/graphql`, body, headers);
      const [error] = answer?.errors ?? [];
      if (error !== undefined && error.extensions.code !== "RATE_LIMITED") {
        counts.faults.push(`${error.extensions.code} ${error.message} ${query.slice(0, 60)}`);
        throw new Error(JSON.stringify(error));
      }
      if (answer?.data !== undefined && error === undefined) return answer.data;
      counts.retried += 1;
      await new Promise((soon) => setTimeout(soon, 100));
    }
  };
}

/** Undefined: no whole answer came. */
async function post(url: string, body: string, headers: Record<string, string>): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
    return response.status >= 502 ? undefined : ((await response.json()) as Answer);
  } catch {
    return undefined;
  }
}
