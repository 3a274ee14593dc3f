import { describe, expect, it } from "vitest";
import { accountSettings } from "./account-settings.ts";

const SSO = { BANDENG_OIDC_ISSUER: "https://sso.example.cn", BANDENG_OIDC_CLIENT_ID: "bandeng", BANDENG_OIDC_CLIENT_SECRET: "hunter2" };

describe("the settings of accounts", () => {
  it("may all be missing", () => {
    expect(accountSettings({})).toEqual({ passwords: "asvs", secondFactor: "administrators", singleSignOn: undefined });
  });

  it("choose a profile, the second factor and the district's sign-on", () => {
    expect(accountSettings({ BANDENG_PASSWORDS: "dengbao", BANDENG_SECOND_FACTOR: "nobody", ...SSO })).toEqual({
      passwords: "dengbao",
      secondFactor: "nobody",
      singleSignOn: { issuer: "https://sso.example.cn", clientId: "bandeng", clientSecret: "hunter2", name: "统一身份认证", claim: "preferred_username" },
    });
  });

  it.each([
    ["BANDENG_PASSWORDS", { BANDENG_PASSWORDS: "none" }],
    ["BANDENG_SECOND_FACTOR", { BANDENG_SECOND_FACTOR: "maybe" }],
    ["BANDENG_OIDC_ISSUER", { ...SSO, BANDENG_OIDC_ISSUER: "http://sso.example.cn" }],
    ["BANDENG_OIDC_ISSUER", { ...SSO, BANDENG_OIDC_ISSUER: "sso" }],
    ["BANDENG_OIDC_CLIENT_SECRET", { ...SSO, BANDENG_OIDC_CLIENT_SECRET: "" }],
  ])("say that %s is wrong", (name, env) => {
    expect(() => accountSettings(env)).toThrow(new RegExp(`${name}.* · .*${name}`));
    expect(() => accountSettings(env)).not.toThrow("hunter2");
  });
});
