import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { dirname, join, resolve } from "node:path";
import type { DataKeys } from "./personal/data-keys.ts";
import { dataKeysOf } from "./personal/data-keys-setting.ts";
import { accountSettings, type AccountSettings } from "./access/account-settings.ts";
import { readFilesConfig, type FilesConfig } from "./attachments/files-config.ts";
import { StartRefused } from "./start-refused.ts";

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const SECRET_LENGTH = 32;

export interface Config {
  readonly port: number;
  readonly host: string;
  /** A database of one's own; undefined for the one that comes with the program. */
  readonly databaseUrl: string | undefined;
  /** The account that owns the tables there and migrates them; undefined: somebody else migrates. */
  readonly databaseOwnerUrl: string | undefined;
  /** Where the embedded database and the secret live. */
  readonly dataFolder: string;
  /** Whether an empty database is filled with the demo community: the embedded one is, one's own when BANDENG_DEMO=1. */
  readonly loadsDemo: boolean;
  readonly secret: string;
  /** What phones are sealed with, outside the database. */
  readonly dataKeys: DataKeys;
  /** Where people reach the server, for cookies and origins; made of host and port when not set. */
  readonly baseUrl: string;
  /** How often one address may try to sign in within a minute; a hall whose clerks share one address wants more. */
  readonly signInsPerMinute: number;
  /** Whose headers about a client are believed: addresses, networks (10.0.0.0/8) or `loopback`. Nobody's when empty. */
  readonly proxies: readonly string[];
  /** What the requests of one account may cost within a minute, over all instances; http/cost.ts has the prices. */
  readonly costPerMinute: number;
  /** How many GraphQL requests one address may send without a session within a minute. */
  readonly anonymousPerMinute: number;
  /** Passwords, second factor, the district's sign-on. */
  readonly accounts: AccountSettings;
  /** Photos, recordings and papers. */
  readonly files: FilesConfig;
  /** Whether messages to outside may also go to this machine itself: only for trying out. */
  readonly localWebhooks: boolean;
  /** Whether this process does only what is done without a request: deadlines, the feed, deliveries. It serves its health and nothing else. */
  readonly workerOnly: boolean;
  /** How many processes serve the port; one serves it itself, more are looked after by the one that was started. */
  readonly processes: number;
  /** Whether this process sends messages to outside; of several one must. */
  readonly delivers: boolean;
  /** Name of this deployment in a graph of several; undefined where there is one, whose names stay plain. */
  readonly subgraphName: string | undefined;
  readonly logLevel: string;
  readonly isDevelopment: boolean;
  readonly pageFolder: string;
}

/**
 * Reads the environment, and makes the secret of an embedded installation at the first start.
 * @throws StartRefused with a sentence about the first variable that is not right.
 */
export function readConfig(env: NodeJS.ProcessEnv, packageFolder = findPackage(import.meta.dirname)): Config {
  const top = resolve(packageFolder, "../..");
  const port = portOf(env["PORT"]);
  const host = textOf(env["HOST"]) ?? "127.0.0.1";
  const databaseUrl = databaseUrlOf(env, "DATABASE_URL");
  const dataFolder = resolve(textOf(env["BANDENG_DATA"]) ?? join(top, ".bandeng"));
  return {
    port,
    host,
    databaseUrl,
    databaseOwnerUrl: databaseUrlOf(env, "DATABASE_OWNER_URL"),
    dataFolder,
    loadsDemo: databaseUrl === undefined || textOf(env["BANDENG_DEMO"]) === "1",
    secret: secretOf(env["BANDENG_SECRET"], databaseUrl === undefined ? dataFolder : undefined),
    dataKeys: dataKeysOf(textOf(env["BANDENG_DATA_KEYS"]), databaseUrl === undefined ? dataFolder : undefined),
    baseUrl: baseUrlOf(env["BANDENG_URL"], host, port),
    signInsPerMinute: signInsOf(env["BANDENG_SIGN_INS_PER_MINUTE"]),
    proxies: proxiesOf(env["BANDENG_PROXIES"]),
    costPerMinute: countOf(env, "BANDENG_COST_PER_MINUTE", 500_000),
    anonymousPerMinute: countOf(env, "BANDENG_ANONYMOUS_PER_MINUTE", 600),
    accounts: accountSettings(env),
    files: readFilesConfig(env, dataFolder),
    localWebhooks: textOf(env["BANDENG_LOCAL_WEBHOOKS"]) === "1",
    workerOnly: workerOnlyOf(env["WORKER_ONLY"], databaseUrl),
    processes: processesOf(env["BANDENG_PROCESSES"], textOf(env["WORKER_ONLY"]) === "1"),
    delivers: deliversOf(env["BANDENG_DELIVERY"]),
    subgraphName: subgraphNameOf(env["BANDENG_SUBGRAPH"]),
    // A person in front of a terminal reads what concerns them; a server of one's own keeps a record.
    logLevel: levelOf(env["LOG_LEVEL"], databaseUrl === undefined ? "warn" : "info"),
    isDevelopment: env["NODE_ENV"] === "development",
    pageFolder: join(top, "apps", "admin", "dist"),
  };
}

/** The package's folder, from the source as well as from the built file. */
export function findPackage(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("the program lies outside its package");
  return findPackage(parent);
}

/** An empty variable is as good as none. */
function textOf(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === "" ? undefined : text;
}

function portOf(value: string | undefined): number {
  const text = textOf(value) ?? "4000";
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new StartRefused("PORT 必须是 0 到 65535 的整数", "PORT must be a whole number from 0 to 65535");
}

function signInsOf(value: string | undefined): number {
  const text = textOf(value) ?? "20";
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new StartRefused("BANDENG_SIGN_INS_PER_MINUTE 必须是 1 到 99999 的整数", "BANDENG_SIGN_INS_PER_MINUTE must be a whole number from 1 to 99999");
}

function subgraphNameOf(value: string | undefined): string | undefined {
  const name = textOf(value);
  if (name === undefined || /^[a-z][a-z0-9]{0,31}$/.test(name)) return name;
  throw new StartRefused("BANDENG_SUBGRAPH 只能用小写字母和数字，以字母开头，最多 32 个", "BANDENG_SUBGRAPH is lower-case letters and digits, a letter first, 32 at most");
}

function workerOnlyOf(value: string | undefined, databaseUrl: string | undefined): boolean {
  const isWorker = textOf(value) === "1";
  if (!isWorker || databaseUrl !== undefined) return isWorker;
  throw new StartRefused("WORKER_ONLY=1 须与 DATABASE_URL 一起使用：内置数据库同一时间只供一个进程使用", "WORKER_ONLY=1 needs DATABASE_URL: the embedded database serves one process at a time");
}

function processesOf(value: string | undefined, workerOnly: boolean): number {
  const text = textOf(value) ?? "1";
  const count = /^[1-9]\d?$/.test(text) ? Number(text) : Number.NaN;
  if (!(count <= 64)) throw new StartRefused("BANDENG_PROCESSES 必须是 1 到 64 的整数", "BANDENG_PROCESSES must be a whole number from 1 to 64");
  if (count === 1 || !workerOnly) return count;
  throw new StartRefused("WORKER_ONLY=1 的进程不处理请求，不能再设 BANDENG_PROCESSES", "A process with WORKER_ONLY=1 answers no requests: leave BANDENG_PROCESSES out");
}

function deliversOf(value: string | undefined): boolean {
  const text = textOf(value) ?? "on";
  if (text === "on" || text === "off") return text === "on";
  throw new StartRefused("BANDENG_DELIVERY 必须是 on 或 off", "BANDENG_DELIVERY must be on or off");
}

/** A whole number from 1 to 999,999,999. */
function countOf(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = textOf(env[name]) ?? String(otherwise);
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new StartRefused(`${name} 必须是 1 到 999999999 的整数`, `${name} must be a whole number from 1 to 999999999`);
}

function proxiesOf(value: string | undefined): string[] {
  const proxies = (textOf(value) ?? "").split(",").map((part) => part.trim()).filter((part) => part !== "");
  if (proxies.every(isProxy)) return proxies;
  throw new StartRefused(
    "BANDENG_PROXIES 必须是以逗号分隔的地址或网段，例如 10.0.0.2,192.168.0.0/16，或 loopback",
    "BANDENG_PROXIES must be addresses or networks separated by commas, such as 10.0.0.2,192.168.0.0/16, or loopback",
  );
}

/** A network of the whole world would believe anybody: that is no list of proxies. */
function isProxy(text: string): boolean {
  if (text === "loopback") return true;
  const [address = "", length, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128));
}

function levelOf(value: string | undefined, otherwise: string): string {
  const level = textOf(value) ?? otherwise;
  if (LEVELS.includes(level)) return level;
  throw new StartRefused(`LOG_LEVEL 必须是 ${LEVELS.join("、")} 之一`, `LOG_LEVEL must be one of ${LEVELS.join(", ")}`);
}

function databaseUrlOf(env: NodeJS.ProcessEnv, name: "DATABASE_URL" | "DATABASE_OWNER_URL"): string | undefined {
  const url = textOf(env[name]);
  if (url === undefined || (URL.canParse(url) && /^postgres(?:ql)?:$/.test(new URL(url).protocol))) return url;
  // The value itself may hold a password.
  throw new StartRefused(`${name} 必须形如 postgresql://用户:密码@主机:端口/数据库`, `${name} must look like postgresql://user:password@host:port/database`);
}

function baseUrlOf(value: string | undefined, host: string, port: number): string {
  const url = textOf(value);
  if (url === undefined) return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).pathname === "/") return new URL(url).origin;
  throw new StartRefused("BANDENG_URL 必须形如 https://bandeng.example.cn", "BANDENG_URL must look like https://bandeng.example.cn");
}

function secretOf(value: string | undefined, dataFolder: string | undefined): string {
  const secret = textOf(value);
  if (secret === undefined && dataFolder !== undefined) return ownSecret(dataFolder);
  if (secret !== undefined && isStrong(secret)) return secret;
  const how = "openssl rand -base64 32";
  throw secret === undefined
    ? new StartRefused(`使用 DATABASE_URL 时必须设置 BANDENG_SECRET（例如 ${how}）`, `With DATABASE_URL, BANDENG_SECRET must be set (for example ${how})`)
    : new StartRefused(`BANDENG_SECRET 太弱：至少 ${SECRET_LENGTH} 个随机字符（例如 ${how}）`, `BANDENG_SECRET is too weak: at least ${SECRET_LENGTH} random characters (for example ${how})`);
}

/** Long, and not one character over and over or a word of some manual. */
function isStrong(secret: string): boolean {
  return secret.length >= SECRET_LENGTH && new Set(secret).size >= 12 && !/change.?me|secret|password|example|default|bandeng|for.?test|0123456|abcdefg|qwerty/i.test(secret);
}

/** The embedded installation's own secret, made once and readable by nobody else. */
function ownSecret(folder: string): string {
  const file = join(folder, "secret");
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    const secret = readFileSync(file, "utf8").trim();
    if (secret.length >= SECRET_LENGTH) return secret;
  }
  mkdirSync(folder, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
