import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

interface House {
  findBrowser(): Promise<{ executablePath: string; args: string[] }>;
}

/** A Chromium of this machine, found as for all tests of the repository. */
export async function startBrowser(): Promise<Browser> {
  const house = new URL("../../../packages/house/browser.mjs", import.meta.url).href;
  const { executablePath, args } = await ((await import(house)) as House).findBrowser();
  return chromium.launch({ executablePath, args });
}

export const password = "bandeng-demo";

/** A window of somebody who has signed in; its own cookies, so two people can work at once. */
export async function windowOf(browser: Browser, username: string, options: BrowserContextOptions = {}): Promise<{ context: BrowserContext; page: Page }> {
  const base = inject("base");
  const context = await browser.newContext({ baseURL: base, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1440, height: 900 }, ...options });
  const answer = await context.request.post("/api/auth/sign-in/username", { data: { username, password }, headers: { origin: base } });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()} ${await answer.text()}`);
  return { context, page: await context.newPage() };
}

/** Asks the API as whoever is signed in there. @throws Error when GraphQL itself refused it */
export async function ask<Data>(context: BrowserContext, query: string, variables: object): Promise<Data> {
  const answer = await context.request.post("/graphql", { data: { query, variables }, headers: { origin: inject("base") } });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: object[] };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
