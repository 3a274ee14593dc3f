import { localDateOf, plusNaturalDays } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { community, type TestCommunity } from "./community.ts";

export interface TestKey {
  readonly id: string;
  readonly token: string;
  /** To be sent with each request. */
  readonly headers: { readonly authorization: string };
}

export interface KeyWish {
  readonly name?: string;
  readonly areaCode?: string;
  readonly access?: "READ" | "WRITE";
  readonly personalData?: boolean;
  readonly costPerMinute?: number;
  readonly expiresOn?: string;
}

/** Makes a key through GraphQL, as the administrator of the district does; it opens whatever the clock of the test says, for keys end by the database's. */
export async function makeKey(api: TestCommunity, wish: KeyWish = {}): Promise<TestKey> {
  const input = { name: "市 12345 热线", areaCode: community, access: "READ", personalData: false, costPerMinute: 500_000, expiresOn: plusNaturalDays(localDateOf(await api.clock.now(api.pool)), 90), idempotencyKey: uuidv7(), ...wish };
  const { data, errors } = await api.graphql("mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } token refusal { code path } } }", { input }, { as: "admin" });
  const made = data?.createApiKey;
  if (made?.token == null) throw new Error(`no key was made: ${JSON.stringify(made ?? errors)}`);
  if (wish.expiresOn === undefined) await api.pool.query("update api_key set expires_at = now() + interval '90 days' where id = $1", [made.apiKey.id]);
  return { id: made.apiKey.id, token: made.token, headers: { authorization: `Bearer ${made.token}` } };
}
