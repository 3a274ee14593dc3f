import type { CombinedError } from "urql";

/** The number under which the server's log has a request that failed: what ErrorState shows, and what people tell us. */
export function requestIdOf(error: CombinedError | undefined): string | undefined {
  if (!error) return undefined;
  const [said] = error.graphQLErrors.flatMap((one) => {
    const id = one.extensions["requestId"];
    return typeof id === "string" ? [id] : [];
  });
  const response: unknown = error.response;
  return said ?? (response instanceof Response ? (response.headers.get("x-request-id") ?? undefined) : undefined);
}

/** Whether the server said that nobody is signed in. */
export function isUnauthenticated(error: CombinedError): boolean {
  return error.graphQLErrors.some((one) => one.extensions["code"] === "UNAUTHENTICATED");
}

/** Whether the server said that the session has to do something else first (Viewer.stage). */
export function isUnfinished(error: CombinedError): boolean {
  return error.graphQLErrors.some(({ extensions }) => extensions["code"] === "FORBIDDEN" && extensions["stage"] !== undefined);
}
