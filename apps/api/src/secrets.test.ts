import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const top = resolve(import.meta.dirname, "../../..");
const bundle = join(top, "apps/admin/dist");

/** What looks like a secret, whatever it is called. */
const SHAPES = [
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/,
  /\bpostgres(?:ql)?:\/\/[^\s:@/"'`$<{]+:(?!(?:p|密码|password|hunter2|x+|\$\{[^}]*\})@)[^\s@/"'`$<{]{6,}@(?!localhost|127\.|[\w-]+\.example)/,
];
/** A long random text given to something that is named like a secret. */
const ASSIGNED = /\b[\w-]*(?:secret|token|api_?key|passwo?r?d|private_?key|credential)[\w-]*["']?\s*[:=]\s*["'`]([A-Za-z0-9+/_=-]{28,})["'`]/gi;
/** Made for tests, and says so. */
const FOR_TESTS = /only-for-tests|test|example|canary|0123456789/i;

/** Bits of surprise in each character: words have few, keys have many. */
function entropy(text: string): number {
  const shares = [...new Set(text)].map((letter) => (text.split(letter).length - 1) / text.length);
  return -shares.reduce((sum, share) => sum + share * Math.log2(share), 0);
}

/** A test gives its throw-away server a secret of its own, which opens nothing else: there only the shapes count. */
function secretsIn(text: string, isTest = false): string[] {
  const shaped = SHAPES.flatMap((shape) => shape.exec(text)?.[0] ?? []);
  if (isTest) return shaped;
  const assigned = [...text.matchAll(ASSIGNED)].map(([, value = ""]) => value).filter((value) => entropy(value) > 3.8 && !FOR_TESTS.test(value));
  return [...shaped, ...assigned];
}

const readable = (file: string): boolean => existsSync(file) && statSync(file).size < 2_000_000 && !/\.(?:jpg|png|ico|woff2?|lock)$|pnpm-lock\.yaml$/.test(file);
const found = (files: readonly string[]): string[] => files.filter(readable).flatMap((file) => secretsIn(readFileSync(file, "utf8"), file.endsWith(".test.ts")).map((secret) => `${file}: ${secret.slice(0, 8)}…`));

describe("C41: secrets", () => {
  it("C41: none is in a file that git keeps", () => {
    const files = execFileSync("git", ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: top, encoding: "utf8" }).split("\0").filter(Boolean);
    expect(files.length).toBeGreaterThan(300);
    expect(found(files.map((file) => join(top, file)))).toEqual([]);
  });

  it.skipIf(!existsSync(bundle))("C41: none is in the built page", () => {
    expect(found(readdirSync(bundle, { recursive: true, encoding: "utf8" }).map((file) => join(bundle, file)).filter((file) => statSync(file).isFile()))).toEqual([]);
  });

  it("C41: one that is planted is found", () => {
    const random = "Zq3vX8mT1nK6wB9rY4hF" + "7jL2pD5sG0cAeR";
    const planted = [
      `const signingSecret = "${random}";`,
      `{ "api_key": "${random}" }`,
      `BANDENG_SECRET="${random}"`,
      ["-----BEGIN", "PRIVATE KEY-----"].join(" "),
      `AKIA${"ABCDEFGHIJKLMNOP"}`,
      `postgresql://bandeng:${random}@db.street.cn/bandeng`,
    ];
    for (const text of planted) expect(secretsIn(text), text).toHaveLength(1);
    expect(secretsIn(`const secret = process.env["BANDENG_SECRET"]; const tokenKind = "a-name-made-of-ordinary-words-only";`)).toEqual([]);
  });
});
