import { localeOf, storedLanguage } from "../words/language.ts";

/** What the sign-in says to a request. `refused` carries the server's sentence in the language of the page. */
export type AuthAnswer<Body> = { kind: "done"; body: Body } | AuthRefusal;

export type AuthRefusal =
  | { kind: "refused"; code: string; message: string }
  /** Not before these seconds have passed: too many attempts from here, or at this account. */
  | { kind: "wait"; seconds: number }
  | { kind: "unreachable" }
  | { kind: "failed"; requestId: string | undefined };

/**
 * Asks something below /api/auth: a question without `given`, else an act. Body is what the API's README promises of a
 * good answer. Never throws: a network that is gone is an answer, too.
 */
export async function askAuth<Body>(path: string, given?: object): Promise<AuthAnswer<Body>> {
  const language = { "accept-language": localeOf[storedLanguage()] };
  const act = { method: "POST", headers: { ...language, "content-type": "application/json" }, body: JSON.stringify(given) };
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`/api/auth${path}`, { credentials: "same-origin", ...(given ? act : { headers: language }) });
    body = await response.json().catch(() => null);
  } catch {
    return { kind: "unreachable" };
  }
  if (response.ok) return { kind: "done", body: body as Body };
  if (response.status === 429) {
    const seconds = Math.ceil(Number(response.headers.get("retry-after")));
    return { kind: "wait", seconds: seconds > 0 ? Math.min(seconds, 3600) : 60 };
  }
  const { code, message } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  if (response.status >= 500 || typeof code !== "string") return { kind: "failed", requestId: response.headers.get("x-request-id") ?? undefined };
  return { kind: "refused", code, message: typeof message === "string" ? message : code };
}
