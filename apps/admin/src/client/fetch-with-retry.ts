/** How long to wait before each further try of a question: a restart of the server takes about two seconds. */
const waits = [300, 1200, 3000];
const passing = new Set([502, 503, 504]);

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Only questions are asked again by themselves. A mutation is repeated by whoever sent it, with the same idempotency key. */
function isQuestion(init: RequestInit | undefined): boolean {
  return typeof init?.body === "string" && !/"query":"\s*mutation\b/.test(init.body);
}

/** `fetch` that asks again where the network, or a server that is just starting, failed. */
export function fetchWithRetry(send: typeof fetch, delays: readonly number[] = waits): typeof fetch {
  return async (input, init) => {
    const tries = isQuestion(init) ? delays.length : 0;
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await send(input, init);
        if (attempt >= tries || !passing.has(response.status)) return response;
      } catch (error) {
        // Nobody waits for the answer any more: a component was unmounted.
        if (attempt >= tries || init?.signal?.aborted) throw error;
      }
      await pause(delays[attempt] ?? 0);
    }
  };
}
