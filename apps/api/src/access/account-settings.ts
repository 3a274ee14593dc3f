import { StartRefused } from "../start-refused.ts";
import { passwordProfiles, type PasswordProfile } from "./password-policy.ts";
import { secondFactorSettings, type SecondFactorSetting } from "./second-factor-rule.ts";
import type { SingleSignOn } from "./single-sign-on.ts";

export interface AccountSettings {
  readonly passwords: PasswordProfile;
  readonly secondFactor: SecondFactorSetting;
  readonly singleSignOn: SingleSignOn | undefined;
}

/**
 * BANDENG_PASSWORDS, BANDENG_SECOND_FACTOR and BANDENG_OIDC_*: see the README.
 * @throws StartRefused with a sentence about the first variable that is not right.
 */
export function accountSettings(env: NodeJS.ProcessEnv): AccountSettings {
  return {
    passwords: oneOf(env, "BANDENG_PASSWORDS", passwordProfiles, "asvs"),
    secondFactor: oneOf(env, "BANDENG_SECOND_FACTOR", secondFactorSettings, "administrators"),
    singleSignOn: singleSignOn(env),
  };
}

function oneOf<T extends string>(env: NodeJS.ProcessEnv, name: string, choices: readonly T[], otherwise: T): T {
  const text = env[name]?.trim() || otherwise;
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw new StartRefused(`${name} 必须是 ${choices.join("、")} 之一`, `${name} must be one of ${choices.join(", ")}`);
}

function singleSignOn(env: NodeJS.ProcessEnv): SingleSignOn | undefined {
  const issuer = env["BANDENG_OIDC_ISSUER"]?.trim();
  if (!issuer) return undefined;
  if (!isIssuer(issuer)) {
    throw new StartRefused("BANDENG_OIDC_ISSUER 必须形如 https://sso.example.cn（本机可用 http）", "BANDENG_OIDC_ISSUER must look like https://sso.example.cn (http only on this machine)");
  }
  const [clientId, clientSecret] = ["BANDENG_OIDC_CLIENT_ID", "BANDENG_OIDC_CLIENT_SECRET"].map((name) => {
    const value = env[name]?.trim();
    if (value) return value;
    throw new StartRefused(`使用 BANDENG_OIDC_ISSUER 时必须设置 ${name}`, `With BANDENG_OIDC_ISSUER, ${name} must be set`);
  }) as [string, string];
  return { issuer, clientId, clientSecret, name: env["BANDENG_OIDC_NAME"]?.trim() || "统一身份认证", claim: env["BANDENG_OIDC_CLAIM"]?.trim() || "preferred_username" };
}

/** Tokens travel to it: without TLS only within this machine. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  return search === "" && hash === "" && (protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname)));
}
