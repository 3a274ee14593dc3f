import { inject } from "vitest";

/** The demo community, and what a program of somebody else needs to know of it. */
export const community = "340802001007";

export interface District {
  readonly base: string;
  /** The token of a new key of the community. */
  readonly key: string;
  /** What a person with an account of the demo asks. */
  as<Data>(username: string, query: string, variables?: Record<string, unknown>): Promise<Data>;
}

/** Makes a key as a system administrator does. */
export async function openDistrict(access: "READ" | "WRITE" = "WRITE"): Promise<District> {
  const base = inject("base");
  const cookies = new Map<string, string>();
  const as = async <Data>(username: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const cookie = cookies.get(username) ?? (await signIn(base, username));
    cookies.set(username, cookie);
    const response = await fetch(`${base}/graphql`, { method: "POST", headers: { "content-type": "application/json", cookie }, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { token } = await makeKey((query, variables) => as("admin", query, variables), { areaCode: community, access });
  return { base, key: token, as };
}

/** Something happens: residents of grid 003 say something, and a member of the grid writes it down. */
export async function somethingHappens(district: District, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const input = { idempotencyKey: crypto.randomUUID(), channel: "VISIT", kind: "OPINION", words: `${i + 1}号楼门口的路灯不亮了`, title: "路灯不亮" };
    const { collectOpinion } = await district.as<{ collectOpinion: { refusal: unknown } }>("he", "mutation ($input: CollectOpinionInput!) { collectOpinion(input: $input) { case { id } refusal { code message } } }", { input });
    if (collectOpinion.refusal !== null) throw new Error(JSON.stringify(collectOpinion.refusal));
  }
}

/** What a system administrator does on the page Integrations. */
export async function makeKey(asAdmin: (query: string, variables: Record<string, unknown>) => Promise<unknown>, { areaCode, access }: { areaCode: string; access: "READ" | "WRITE" }): Promise<{ id: string; token: string }> {
  const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const input = { idempotencyKey: crypto.randomUUID(), name: "试接系统", areaCode, access, personalData: false, costPerMinute: 500_000, expiresOn };
  const { createApiKey } = (await asAdmin("mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } token refusal { code message } } }", { input })) as { createApiKey: { apiKey: { id: string } | null; token: string | null; refusal: unknown } };
  const { apiKey, token, refusal } = createApiKey;
  if (apiKey === null || token === null) throw new Error(JSON.stringify(refusal));
  return { id: apiKey.id, token };
}

/** The cookie of somebody with an account of the demo. */
export async function signIn(base: string, username: string): Promise<string> {
  const response = await fetch(`${base}/api/auth/sign-in/username`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ username, password: "bandeng-demo" }) });
  if (!response.ok) throw new Error(`${username} cannot sign in: ${response.status}`);
  return response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]).join("; ");
}
