import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Asked } from "oidc-provider";

export interface OidcServer {
  readonly issuer: string;
  /** Claims by subject. */
  readonly people: Map<string, Record<string, unknown>>;
  /** Who signs on next, by subject: the provider asks for nothing. */
  signsOn: string;
  stop(): Promise<void>;
}

export const OIDC_CLIENT = { clientId: "bandeng", clientSecret: "a-secret-of-the-tests-0123456789" };

/** A real OpenID Connect provider on this machine, which insists on PKCE. */
export async function startOidc(redirectUri: string): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const oidc: OidcServer = {
    issuer,
    people: new Map(),
    signsOn: "",
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
  const provider = new Provider(issuer, {
    clients: [{ client_id: OIDC_CLIENT.clientId, client_secret: OIDC_CLIENT.clientSecret, redirect_uris: [redirectUri], grant_types: ["authorization_code"], response_types: ["code"] }],
    claims: { openid: ["sub"], profile: ["preferred_username", "name"] },
    cookies: { keys: ["only-for-tests"] },
    jwks: { keys: [generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" })] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: () => "/interaction" },
    findAccount: (_asked: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...oidc.people.get(sub) }) }),
    async loadExistingGrant({ oidc: { client, session } }: Asked) {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url !== "/interaction") return answer(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: oidc.signsOn } });
  });
  return oidc;
}
