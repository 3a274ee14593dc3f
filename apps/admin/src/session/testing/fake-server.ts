import { vi } from "vitest";

type Variables = Record<string, unknown>;
/** Data of an operation, a whole answer, or a thrown error for a network that is gone. */
type Answer = (variables: Variables) => unknown;

export interface FakeServer {
  /** By the operation's name; may be changed while a test runs. */
  answers: Record<string, Answer>;
  signIn: () => Response;
  /** By the path below /api/auth, with the body that was sent; what is not given answers like a server that agrees. */
  auth: Record<string, (body: Variables) => Response>;
  demoAccounts: () => Response;
  /** The variables of every operation that was asked, in order. */
  asked: (operation: string) => Variables[];
  posted: string[];
  /** The bodies that were sent to a path below /api/auth, in order. */
  sent: (path: string) => Variables[];
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

export const unauthenticated = () => json({ errors: [{ message: "请先登录", extensions: { code: "UNAUTHENTICATED" } }] }, 401);

/** Stands in for the network of the page: nothing leaves it. Types carry their names, as the cache asks for them. */
export function fakeServer(answers: Record<string, Answer>): FakeServer {
  const all: { operation: string; variables: Variables }[] = [];
  const sent: { path: string; body: Variables }[] = [];
  const server: FakeServer = {
    answers: { ...answers },
    signIn: () => json({ user: { username: "zhou" } }),
    auth: { "/options": () => json({ oidc: null, passwordProfile: "asvs", passwordRules: { zh: "至少 8 个字符", en: "At least 8 characters" }, secondFactor: "administrators" }) },
    demoAccounts: () => json({}, 404),
    asked: (operation) => all.filter((one) => one.operation === operation).map(({ variables }) => variables),
    posted: [],
    sent: (path) => sent.filter((one) => one.path === path).map(({ body }) => body),
  };
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.endsWith("/api/demo-accounts")) return server.demoAccounts();
    if (url.includes("/api/auth/")) {
      const path = url.slice(url.indexOf("/api/auth/") + "/api/auth".length);
      const body = JSON.parse(String(init?.body ?? "{}")) as Variables;
      if (init?.method === "POST") {
        server.posted.push(`${url} ${String(init.body)}`);
        sent.push({ path, body });
      }
      const answer = server.auth[path];
      return answer ? answer(body) : path === "/sign-in/username" ? server.signIn() : json({ user: null });
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
