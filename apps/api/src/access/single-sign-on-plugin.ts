import type { BetterAuthPlugin } from "better-auth";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import type { Pool } from "pg";
import { DISTRICT, SSO_CALLBACK_PATH, type SingleSignOn } from "./single-sign-on.ts";
import { usernameOf } from "./user-name.ts";

/**
 * Nobody gets an account by signing on: the subject must be linked to one or the claim must name one that is linked to
 * no other subject, so that a name given to somebody else later opens nothing.
 */
const FIND = `
  select u.email from auth."user" u
  left join auth.account own on own."userId" = u.id and own."providerId" = '${DISTRICT}'
  where u."disabledAt" is null and (own."accountId" = $1
    or (u.username = $2 and own.id is null and not exists (select from auth.account a where a."providerId" = '${DISTRICT}' and a."accountId" = $1)))`;

/** OpenID Connect with PKCE, state and nonce. The provider's own second factor is taken for strong. */
export function singleSignOnPlugin(pool: Pool, baseUrl: string, { issuer, clientId, clientSecret, name, claim }: SingleSignOn): BetterAuthPlugin {
  return genericOAuth({
    config: [
      {
        providerId: DISTRICT,
        name,
        discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        redirectURI: baseUrl + SSO_CALLBACK_PATH,
        scopes: ["openid", "profile"],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
        disableImplicitSignUp: true,
        disableProviderLogout: true,
        accountSubject: ({ tokens, profile }) => subjectOf(tokens.idToken, profile["sub"]),
        async mapProfileToUser(profile) {
          const { rows } = await pool.query<{ email: string }>(FIND, [String(profile["sub"]), usernameOf(profile[claim])]);
          // The address stands for the account (see createAccount); nobody's leads nowhere.
          return { email: rows[0]?.email ?? "nobody@account.invalid", emailVerified: rows.length === 1, name: "" };
        },
      },
    ],
  }) as BetterAuthPlugin;
}

/** The verified token and the profile must speak of the same person (OpenID Connect Core 5.3.2). */
function subjectOf(idToken: string | undefined, subject: unknown): string {
  const claims: unknown = JSON.parse(Buffer.from(idToken?.split(".")[1] ?? "", "base64url").toString() || "{}");
  const told = typeof claims === "object" && claims !== null && "sub" in claims ? claims.sub : undefined;
  if (typeof subject !== "string" || subject === "" || told !== subject) throw new Error("the profile is somebody else's");
  return subject;
}
