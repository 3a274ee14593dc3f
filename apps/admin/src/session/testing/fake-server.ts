import { vi } from "vitest";

type Variables = Record<string, unknown>;
/** Data of an operation, a whole answer, or a thrown error for a network that is gone. */
type Answer = (variables: Variables) => unknown;

export interface FakeServer {
  /** By the operation's name; may be changed while a test runs. */
  answers: Record<string, Answer>;
  signIn: () => Response;
  demoAccounts: () => Response;
  /** The variables of every operation that was asked, in order. */
  asked: (operation: string) => Variables[];
  posted: string[];
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

export const unauthenticated = () => json({ errors: [{ message: "请先登录", extensions: { code: "UNAUTHENTICATED" } }] }, 401);

/** Stands in for the network of the page: nothing leaves it. Types carry their names, as the cache asks for them. */
export function fakeServer(answers: Record<string, Answer>): FakeServer {
  const all: { operation: string; variables: Variables }[] = [];
  const server: FakeServer = {
    answers: { ...answers },
    signIn: () => json({ user: { username: "zhou" } }),
    demoAccounts: () => json({}, 404),
    asked: (operation) => all.filter((one) => one.operation === operation).map(({ variables }) => variables),
    posted: [],
  };
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.endsWith("/api/demo-accounts")) return server.demoAccounts();
    if (url.includes("/api/auth/")) {
      server.posted.push(`${url} ${String(init?.body)}`);
      return url.endsWith("/sign-in/username") ? server.signIn() : json({ user: null });
    }
    const { operationName, variables } = JSON.parse(String(init?.body)) as { operationName: string; variables: Variables };
    all.push({ operation: operationName, variables });
    const answer = server.answers[operationName]?.(variables);
    if (answer === undefined) return json({ errors: [{ message: `no answer for ${operationName}`, extensions: { code: "INTERNAL", requestId: "r-1" } }] });
    return answer instanceof Response ? answer : json({ data: answer });
  });
  return server;
}

export const offline = (): never => {
  throw new TypeError("Failed to fetch");
};
