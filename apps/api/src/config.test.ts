import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "bandeng-config-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const embedded = (more: NodeJS.ProcessEnv = {}) => readConfig({ BANDENG_DATA: folder, ...more });
const strong = "Zq3vX8mT1nK6wB9rY4hF7jL2pD5sG0cA";
const DATABASE_URL = "postgresql://u:p@db.example.cn/bandeng";

describe("the embedded installation", () => {
  it("needs no variable at all", () => {
    expect(embedded()).toMatchObject({ port: 4000, host: "127.0.0.1", databaseUrl: undefined, dataFolder: folder, baseUrl: "http://127.0.0.1:4000", logLevel: "warn" });
    expect(readConfig({ DATABASE_URL, BANDENG_SECRET: strong }).dataFolder).toMatch(/\/\.bandeng$/);
  });

  it("makes its secret once, for its own eyes", () => {
    const { secret } = embedded();
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(embedded().secret).toBe(secret);
    expect(readFileSync(join(folder, "secret"), "utf8").trim()).toBe(secret);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  });
});

describe("with a database of one's own", () => {
  it("takes a strong secret", () => {
    expect(readConfig({ DATABASE_URL, BANDENG_SECRET: strong, BANDENG_URL: "https://bandeng.example.cn/" })).toMatchObject({
      databaseUrl: DATABASE_URL,
      secret: strong,
      baseUrl: "https://bandeng.example.cn",
      logLevel: "info",
    });
  });

  it.each([[undefined], [""], ["short"], ["a".repeat(40)], ["abababababababababababababababababab"], ["please-change-me-please-change-me-1234567890"]])(
    "does not start with the secret %s",
    (secret) => {
      expect(() => readConfig({ DATABASE_URL, BANDENG_SECRET: secret })).toThrow(/BANDENG_SECRET.+ · .*BANDENG_SECRET/);
    },
  );
});

it.each([
  ["PORT", "70000"],
  ["BANDENG_SIGN_INS_PER_MINUTE", "0"],
  ["BANDENG_SIGN_INS_PER_MINUTE", "many"],
  ["PORT", "-1"],
  ["PORT", "http"],
  ["LOG_LEVEL", "loud"],
  ["DATABASE_URL", "mysql://u:hunter2@h/d"],
  ["DATABASE_URL", "hunter2"],
  ["BANDENG_URL", "bandeng.example.cn"],
  ["BANDENG_URL", "https://example.cn/path"],
])("says which variable is wrong: %s=%s", (name, value) => {
  const read = () => embedded({ [name]: value });
  expect(read).toThrow(new RegExp(`${name}.+ · .*${name}`));
  expect(read).not.toThrow("hunter2");
});
