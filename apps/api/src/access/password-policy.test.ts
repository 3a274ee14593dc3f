import { beforeAll, describe, expect, it } from "vitest";
import { commonPasswords } from "./frequent-passwords.ts";
import { passwordRefusals, passwordSentences, refusePassword, type PasswordProfile } from "./password-policy.ts";

let common: ReadonlySet<string>;
beforeAll(async () => void (common = await commonPasswords()));

function refused(profile: PasswordProfile, password: string, username = "zhou"): string | null {
  return refusePassword(password, { profile, username, isCommon: (plain) => common.has(plain), siteWords: ["锡麟街社区", "锡麟街"] });
}

describe("C20: the profile asvs", () => {
  it.each([
    ["1234567", "PASSWORD_TOO_SHORT"],
    ["板凳上的旧棉袄", "PASSWORD_TOO_SHORT"],
    ["a".repeat(129), "PASSWORD_TOO_LONG"],
    ["12345678", "PASSWORD_COMMON"],
    ["Password", "PASSWORD_COMMON"],
    ["bandeng123", "PASSWORD_SITE_WORD"],
    ["板凳会板凳会板凳会", "PASSWORD_SITE_WORD"],
    ["锡麟街社区2024", "PASSWORD_SITE_WORD"],
    ["zhouzhou2024", "PASSWORD_SITE_WORD"],
  ])("refuses %s: %s", (password, code) => expect(refused("asvs", password)).toBe(code));

  it.each([["kvwqbnzx"], ["73914826"], ["        "], ["长条凳上的旧棉袄"], ["板凳上晒着三床旧棉袄"], ["🙂".repeat(8)], ["a".repeat(128)]])("takes %s: no composition is asked for", (password) => {
    expect(refused("asvs", password)).toBeNull();
  });

  it("refuses each of the 3,000 most common passwords", () => {
    expect(common.size).toBe(3000);
    for (const password of common) expect(refused("asvs", password.toUpperCase()), password).toBe("PASSWORD_COMMON");
  });
});

describe("C20: the profile dengbao", () => {
  it.each([
    ["Ab1-xyz", "PASSWORD_TOO_SHORT"],
    ["kvwqbnzx", "PASSWORD_KINDS"],
    ["kvwqbn12", "PASSWORD_KINDS"],
    ["KVWQBN12", "PASSWORD_KINDS"],
    ["板凳上的旧棉袄1", "PASSWORD_KINDS"],
    ["xZHOU-2024-kvw", "PASSWORD_HAS_USERNAME"],
    ["Passw0rd", "PASSWORD_COMMON"],
  ])("refuses %s: %s", (password, code) => expect(refused("dengbao", password)).toBe(code));

  it.each([["Kvwqbn12"], ["kvwqbn1-"], ["KVWQBN1-"], ["旧棉袄Kvwqb"], ["旧棉袄kvw12"]])("takes %s: three of four kinds", (password) => {
    expect(refused("dengbao", password)).toBeNull();
  });
});

it("C20: says why in Chinese and in English", () => {
  for (const code of passwordRefusals) {
    expect(passwordSentences[code].zh).toMatch(/\p{Script=Han}/u);
    expect(passwordSentences[code].en).toMatch(/^[\x20-\x7e“”]+$/);
  }
});
