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
const BANDENG_DATA_KEYS = "1:q0mZ4xkL0u9dJ3vQyq8mX1sFfJ2w7bT5nYpRkHcVb6o=";

describe("the embedded installation", () => {
  it("needs no variable at all", () => {
    expect(embedded()).toMatchObject({ port: 4000, host: "127.0.0.1", databaseUrl: undefined, dataFolder: folder, baseUrl: "http://127.0.0.1:4000", logLevel: "warn" });
    expect(readConfig({ DATABASE_URL, BANDENG_SECRET: strong, BANDENG_DATA_KEYS }).dataFolder).toMatch(/\/\.bandeng$/);
  });

  it("C28: believes no proxy unless told", () => {
    expect(embedded().proxies).toEqual([]);
    expect(embedded({ BANDENG_PROXIES: " loopback, 10.0.0.0/8,2001:db8::1 ,192.0.2.7" }).proxies).toEqual(["loopback", "10.0.0.0/8", "2001:db8::1", "192.0.2.7"]);
  });

  it("C45: has generous budgets", () => {
    expect(embedded()).toMatchObject({ costPerMinute: 500_000, anonymousPerMinute: 600 });
    expect(embedded({ BANDENG_COST_PER_MINUTE: "20000", BANDENG_ANONYMOUS_PER_MINUTE: "9" })).toMatchObject({ costPerMinute: 20_000, anonymousPerMinute: 9 });
  });

  it("has a name among others only when it was given one that can stand in a graph", () => {
    expect([embedded().subgraphName, embedded({ BANDENG_SUBGRAPH: " yingjiang " }).subgraphName]).toEqual([undefined, "yingjiang"]);
    for (const name of ["Yingjiang", "ying_jiang", "2nd", "迎江", "a".repeat(33)]) expect(() => embedded({ BANDENG_SUBGRAPH: name }), name).toThrow("BANDENG_SUBGRAPH");
  });

  it("makes its secret once, for its own eyes", () => {
    const { secret } = embedded();
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(embedded().secret).toBe(secret);
    expect(readFileSync(join(folder, "secret"), "utf8").trim()).toBe(secret);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  });
});

describe("a process", () => {
  it("serves alone unless several are asked for, which are no workers", () => {
    expect(embedded().processes).toBe(1);
    expect(embedded({ BANDENG_PROCESSES: "4" }).processes).toBe(4);
    for (const wrong of ["0", "65", "-1", "two", "1.5"]) expect(() => embedded({ BANDENG_PROCESSES: wrong })).toThrow("BANDENG_PROCESSES");
    expect(() => readConfig({ DATABASE_URL, BANDENG_SECRET: strong, BANDENG_DATA_KEYS, BANDENG_PROCESSES: "2", WORKER_ONLY: "1" })).toThrow("BANDENG_PROCESSES");
  });

  it("does everything, unless told to work only or to leave deliveries to others", () => {
    expect(embedded()).toMatchObject({ workerOnly: false, delivers: true });
    expect(readConfig({ DATABASE_URL, BANDENG_SECRET: strong, BANDENG_DATA_KEYS, WORKER_ONLY: "1", BANDENG_DELIVERY: "off" })).toMatchObject({ workerOnly: true, delivers: false });
  });

  it("does not work only on a database that serves one process, and knows on from off", () => {
    expect(() => embedded({ WORKER_ONLY: "1" })).toThrow("WORKER_ONLY=1 needs DATABASE_URL");
    expect(() => embedded({ BANDENG_DELIVERY: "no" })).toThrow("BANDENG_DELIVERY must be on or off");
  });
});

describe("with a database of one's own", () => {
  it("C41: takes a strong secret", () => {
    expect(readConfig({ DATABASE_URL, BANDENG_SECRET: strong, BANDENG_DATA_KEYS, BANDENG_URL: "https://bandeng.example.cn/" })).toMatchObject({
      databaseUrl: DATABASE_URL,
      secret: strong,
      baseUrl: "https://bandeng.example.cn",
      logLevel: "info",
    });
  });

  it.each([[undefined], [""], ["short"], ["a".repeat(40)], ["abababababababababababababababababab"], ["please-change-me-please-change-me-1234567890"], ["only-for-tests-0123456789-abcdefghijklmnop"], ["0123456789abcdef0123456789abcdef0123456789"]])(
    "C41: does not start with the secret %s",
    (secret) => {
      expect(() => readConfig({ DATABASE_URL, BANDENG_SECRET: secret })).toThrow(/BANDENG_SECRET.+ · .*BANDENG_SECRET/);
    },
  );
});

it.each([
  ["PORT", "70000"],
  ["BANDENG_SIGN_INS_PER_MINUTE", "0"],
  ["BANDENG_SIGN_INS_PER_MINUTE", "many"],
  ["BANDENG_PROXIES", "everybody"],
  ["BANDENG_PROXIES", "true"],
  ["BANDENG_PROXIES", "1"],
  ["BANDENG_PROXIES", "0.0.0.0/0"],
  ["BANDENG_PROXIES", "::/0"],
  ["BANDENG_PROXIES", "10.0.0.0/33"],
  ["BANDENG_PROXIES", "10.0.0.1,nginx"],
  ["BANDENG_COST_PER_MINUTE", "0"],
  ["BANDENG_COST_PER_MINUTE", "1e9"],
  ["BANDENG_ANONYMOUS_PER_MINUTE", "-1"],
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
