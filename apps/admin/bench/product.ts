import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";

/** The server over a grid with so many open cases, and who works there. */
export interface Product {
  readonly url: string;
  /** Of the grid's head, whose board is measured. */
  readonly username: string;
  /** Of the community's secretary, who moves cards meanwhile. */
  readonly secretary: string;
  readonly password: string;
  readonly grid: string;
  stop(): Promise<void>;
}

interface House {
  findBrowser(): Promise<{ executablePath: string; args: string[] }>;
}

const folder = fileURLToPath(new URL("../../../.bandeng/bench-browser", import.meta.url));

/** Starts it (apps/api/bench/board-server.ts): the first time some seconds longer, while the cases are made. @throws Error with its last words */
export async function startProduct(open: number, sources: boolean): Promise<Product> {
  const args = ["--conditions=@bandeng/source", "--import", "tsx", "bench/board-server.ts", "--open", String(open), ...(sources ? ["--sources"] : [])];
  const env = { ...process.env, BANDENG_BENCH: process.env["BANDENG_BENCH"] ?? folder };
  const program = spawn(process.execPath, args, { cwd: fileURLToPath(new URL("../../api", import.meta.url)), env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((done) => program.once("exit", () => done()));
  let said = "";
  program.stderr.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const line = await Promise.race([new Promise<string>((done) => createInterface(program.stdout).once("line", done)), ended]);
  if (line === undefined) throw new Error(`The server did not start:\n${said}`);
  const stop = async (): Promise<void> => {
    program.kill("SIGTERM");
    await ended;
  };
  return { ...(JSON.parse(line) as Omit<Product, "stop">), stop };
}

/** A Chromium of this machine. */
export async function startBrowser(): Promise<Browser> {
  const house = new URL("../../../packages/house/browser.mjs", import.meta.url).href;
  const { executablePath, args } = await ((await import(house)) as House).findBrowser();
  // The heap's size is told exactly, not in steps that hide what is measured.
  return chromium.launch({ executablePath, args: [...args, "--enable-precise-memory-info"] });
}

/** Somebody who is signed in, with cookies and a cache of his own. @throws Error when the server refuses */
export async function signedIn(browser: Browser, product: Product, username: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: product.url, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1440, height: 900 } });
  const answer = await context.request.post("/api/auth/sign-in/username", { data: { username, password: product.password }, headers: { origin: product.url } });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()} ${await answer.text()}`);
  return context;
}

export interface Measured {
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** A window whose processor is so many times slower. */
export async function openWindow(context: BrowserContext, slower: number): Promise<Measured> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable");
  await cdp.send("Network.enable");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slower });
  return { page, cdp };
}

/** Asks the API as whoever is signed in there. @throws Error when it refuses */
export async function ask<Data>(context: BrowserContext, origin: string, query: string, variables: object): Promise<Data> {
  const answer = await context.request.post("/graphql", { data: { query, variables }, headers: { origin } });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: object[] };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
