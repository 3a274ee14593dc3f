/** A question as it was sent: what the next visit asks before its code is read. */
export interface EarlyQuestion {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

declare global {
  interface Window {
    /** Answers on their way, by the question's text: asked by begin.ts, taken once by the client. */
    bandengEarly?: { readonly at: number; readonly answers: Map<string, Promise<Response>> } | undefined;
  }
}

/** Also in begin.ts, which may import nothing. */
export const earlyKey = "bandeng.early";
/** An answer is taken as fresh as this: whoever needs longer to begin asks again. */
const KEPT_MS = 5000;

/** Only questions that hold nothing of anybody: who am I, and the board without a filter (a filter may be a resident's name). */
function isPlain(body: string): boolean {
  if (body.startsWith('{"operationName":"Viewer"')) return true;
  if (!body.startsWith('{"operationName":"Board"')) return false;
  const { variables } = JSON.parse(body) as { variables?: { filter?: unknown } };
  return variables?.filter === null;
}

const nameOf = (body: string): string => body.slice(0, body.indexOf(","));

function stored(): EarlyQuestion[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(earlyKey) ?? "[]");
    return Array.isArray(found) ? (found as EarlyQuestion[]) : [];
  } catch {
    return [];
  }
}

/** Nothing of this person's questions stays on the device, nor an answer that is on its way. */
export function forgetEarlyQuestions(): void {
  window.bandengEarly = undefined;
  try {
    localStorage.removeItem(earlyKey);
  } catch {
    // Closed storage holds nothing.
  }
}

function keep(question: EarlyQuestion): void {
  const before = stored();
  if (before.some(({ body, headers }) => body === question.body && headers["accept-language"] === question.headers["accept-language"])) return;
  try {
    localStorage.setItem(earlyKey, JSON.stringify([...before.filter(({ body }) => nameOf(body) !== nameOf(question.body)), question]));
  } catch {
    // Closed or full: the next visit asks when its code is there.
  }
}

/**
 * Hands out the answers that were asked for before the code of the page was read, each once and only to the very same
 * question; and remembers the first questions of the home page for the next visit. Answers are never stored.
 */
export function withEarlyAnswers(send: typeof fetch): typeof fetch {
  // Tests without a page.
  if (typeof window === "undefined") return send;
  return async (input, init) => {
    const body = init?.body;
    if (typeof body !== "string" || typeof input !== "string" || !isPlain(body)) return send(input, init);
    const early = window.bandengEarly;
    const answer = early && performance.now() - early.at < KEPT_MS ? early.answers.get(body) : undefined;
    early?.answers.delete(body);
    // A question that did not get through is asked again, as any other.
    const response = (await answer?.catch(() => undefined)) ?? (await send(input, init));
    if (response.ok && location.pathname === "/") keep({ url: input, headers: Object.fromEntries(new Headers(init?.headers)), body });
    return response;
  };
}
