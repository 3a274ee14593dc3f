import { Client, fetchExchange } from "urql";

type Variables = Record<string, unknown>;
/** What the API answers to an operation: data, or a function of the variables; `"offline"` for a network that is not there. */
export type FakeAnswer = object | "offline" | ((variables: Variables) => object | "offline" | Promise<object>);

export interface FakeApi {
  client: Client;
  /** Everything that was asked, in order. */
  asked: { operation: string; variables: Variables }[];
  /** Changes what is answered from now on. */
  answer: (operation: string, answer: FakeAnswer) => void;
  /** The inputs of one mutation, in order. */
  inputsOf: (operation: string) => Variables[];
}

/** An API without a server: real requests, answered here by the operation's name. */
export function fakeApi(answers: Record<string, FakeAnswer>): FakeApi {
  const known = new Map(Object.entries(answers));
  const asked: FakeApi["asked"] = [];
  const send: typeof fetch = async (_url, init) => {
    const { operationName, variables } = JSON.parse(String(init?.body)) as { operationName: string; variables: Variables };
    asked.push({ operation: operationName, variables });
    const found = known.get(operationName);
    const answer = typeof found === "function" ? await found(variables) : found;
    if (answer === "offline") throw new TypeError("Failed to fetch");
    const body = answer === undefined ? { errors: [{ message: `no answer for ${operationName}` }] } : "errors" in answer ? answer : { data: answer };
    return new Response(JSON.stringify(body), { headers: { "content-type": "application/json", "x-request-id": "01JCASE-TEST" } });
  };
  return {
    client: new Client({ url: "http://fake.invalid/graphql", exchanges: [fetchExchange], fetch: send, preferGetMethod: false }),
    asked,
    answer: (operation, answer) => known.set(operation, answer),
    inputsOf: (operation) => asked.filter((one) => one.operation === operation).map((one) => one.variables["input"] as Variables),
  };
}
