import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { password, startBrowser } from "./browsing.ts";
import { startProgram, type Product } from "./product.ts";
import { seed as seedIn } from "./seed-sql.ts";
import { xssPayloads } from "./xss-payloads.ts";

// A product of its own: nothing else finds its way in a community of such names.
let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const dialogs: string[] = [];
/** The cases to look at: one with a project, one with many voices. */
let shownCase = { id: "", no: "" };

/** What the page itself noticed; kept over navigations by asking before each. */
const noticed: { xss: unknown[]; violations: string[] } = { xss: [], violations: [] };

declare global {
  interface Window {
    __xss?: number;
    __violations?: string[];
  }
}

/** The texts that follow each other in one field, so that a screen full of cards shows all of them: for SQL, by the row's number. */
const several = (table: string, columns: readonly string[], of = 6): string =>
  `update ${table} set ${columns.map((column) => `${column} = x.words`).join(", ")} from (
     select key, (select string_agg(p[1 + (n * ${of} + i) % array_length(p, 1)], ' ' order by i) from generate_series(0, ${of - 1}) i) as words
     from (select ctid as key, row_number() over (order by ctid) - 1 as n from ${table}) rows, (select $1::text[] as p) payloads) x where ${table}.ctid = x.key`;

const seed = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => seedIn<Row>(product.databaseFolder, sql, values);

beforeAll(async () => {
  product = await startProgram();
  const payloads = [xssPayloads];
  for (const [table, columns, of] of [
    ["opinion", ["words"], 3], ["event_words", ["words"], 3], ["person", ["display_name", "surname_mask"], 1], ["building", ["address"], 1], ["compound", ["name"], 2],
    ["department", ["name"], 1], ["area", ["name"], 1],
  ] as const) await seed(several(table, columns, of), payloads);
  // Seventy cases a column would not fit a screen: of the cases in sight each bears six.
  await seed(
    `update cases set title = x.words from (
       select id, (select string_agg(p[1 + (n * 6 + i) % array_length(p, 1)], ' ' order by i) from generate_series(0, 5) i) as words
       from (select id, row_number() over (order by board_at, id) - 1 as n from cases where community_no = 340802001007000) c, (select $1::text[] as p) payloads) x where cases.id = x.id`,
    payloads,
  );
  const texts = ["reason", "measure", "result", "goTo", "answer", "where", "tried", "ask", "title", "words", "evidence", "place"];
  await seed(
    `update event set payload = payload || (select coalesce(jsonb_object_agg(key, $1::jsonb -> ((event.seq * 7 + length(key)) % jsonb_array_length($1))), '{}') from jsonb_each(payload) where key = any($2) and jsonb_typeof(value) = 'string')`,
    [JSON.stringify(xssPayloads), texts],
  );
  await seed(
    `update secretary_project set title = $1, project = project || jsonb_build_object('title', $1::text, 'problem', $2::text, 'goal', $3::text, 'measures', $4::text,
       'milestones', (select coalesce(jsonb_agg(m || jsonb_build_object('title', $5::text)), '[]') from jsonb_array_elements(project -> 'milestones') m),
       'deliverables', (select coalesce(jsonb_agg(d || jsonb_build_object('name', $6::text)), '[]') from jsonb_array_elements(project -> 'deliverables') d))`,
    [0, 40, 80, 120, 160, 180].map((i) => xssPayloads.slice(i, i + 40).join(" ")),
  );
  await seed(
    `insert into saved_view (id, owner_id, name, area_code, area_no, shared, search) select gen_random_uuid(), "personId"::uuid, left(p, 40) || n, '340802001007', 340802001007000, true, p
     from auth."user", unnest($1::text[]) with ordinality as t(p, n) where username = 'zhou' and n <= 90`,
    payloads,
  );
  const [found] = await seed<{ id: string; no: string }>(
    "select c.id, c.no from cases c where community_no = 340802001007000 and project_id is not null and kind <> 'DISPUTE' order by (select count(*) from opinion o where o.case_id = c.id) desc limit 1",
  );
  if (found) shownCase = found;

  browser = await startBrowser();
  context = await browser.newContext({ baseURL: product.base, locale: "zh-CN", timezoneId: "Asia/Shanghai", acceptDownloads: true, viewport: { width: 1440, height: 2400 } });
  const signIn = await context.request.post("/api/auth/sign-in/username", { data: { username: "zhou", password }, headers: { origin: product.base } });
  expect(signIn.ok()).toBe(true);
  page = await context.newPage();
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    window.__violations = [];
    document.addEventListener("securitypolicyviolation", (event) => window.__violations?.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    window.print = () => {};
  });
}, 150_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** Remembers what ran or was stopped on this page, and returns the payloads whose words are in it as text. */
async function look(): Promise<Set<string>> {
  const { xss, violations, text } = await page.evaluate(() => ({
    xss: window.__xss ?? null,
    violations: window.__violations ?? [],
    text: [document.body.textContent ?? "", ...[...document.querySelectorAll("[title],[aria-label]")].flatMap((one) => [one.getAttribute("title") ?? "", one.getAttribute("aria-label") ?? ""])].join("\n"),
  }));
  if (xss !== null) noticed.xss.push(xss);
  noticed.violations.push(...violations);
  return new Set(xssPayloads.filter((payload) => text.includes(payload)));
}

const isUsable = () => page.getByRole("searchbox", { name: "查找事项" }).isEnabled();

test("C14: more than 200 payloads in everything the pages show run nothing, are stopped by no policy, and leave the page usable", async () => {
  expect(xssPayloads.length).toBeGreaterThanOrEqual(200);
  const seen = new Set<string>();
  const add = (more: Set<string>): void => more.forEach((payload) => seen.add(payload));

  await page.goto("/");
  await page.getByRole("region", { name: /^待受理，共/ }).waitFor();
  add(await look());
  expect(seen.size, "on the board").toBeGreaterThan(60);
  await page.goto("/?lanes=lead");
  await page.getByRole("searchbox", { name: "查找事项" }).waitFor();
  await page.waitForTimeout(500);
  add(await look());
  await page.goto("/?lanes=compound");
  await page.waitForTimeout(500);
  add(await look());
  expect(await isUsable()).toBe(true);

  await page.goto(`/?case=${shownCase.id}`);
  const drawer = page.getByRole("dialog").last();
  await drawer.getByRole("tab").first().waitFor();
  add(await look());
  await page.goto(`/cases/${shownCase.no}`);
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await page.waitForTimeout(300);
    add(await look());
  }
  await page.getByRole("button", { name: "打印事项单" }).click();
  await page.locator(".case-sheet").waitFor({ state: "attached" });
  add(await look());

  for (const address of ["/settings", "/people", "/audit", "/intake", "/mine", "/places", "/projects"]) {
    await page.goto(address);
    await page.waitForTimeout(200);
    add(await look());
  }
  expect(noticed.xss).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(noticed.violations).toEqual([]);
  expect(seen.size).toBeGreaterThanOrEqual(200);
});

test("C14: views, the search and the export carry them as text, and the file holds no formula and no markup of its own", async () => {
  await page.goto("/");
  await page.getByRole("searchbox", { name: "查找事项" }).fill("<script>");
  await page.waitForTimeout(500);
  await look();
  await page.getByRole("searchbox", { name: "查找事项" }).fill("");
  await page.getByRole("button", { name: /视图/ }).first().click();
  await page.waitForTimeout(300);
  expect((await look()).size).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "更多操作" }).first().click();
  const file = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "导出 CSV" }).click();
  const text = readFileSync(await (await file).path(), "utf8");
  expect(xssPayloads.filter((payload) => text.includes(payload.replaceAll('"', '""'))).length).toBeGreaterThanOrEqual(200);
  await look();
  expect([noticed, dialogs]).toEqual([{ xss: [], violations: [] }, []]);
});

test("C14: what looks for scripts does find one, and the policy stops what is inline", async () => {
  await page.goto("/");
  await page.getByRole("searchbox", { name: "查找事项" }).waitFor();
  await page.evaluate(() => {
    const planted = document.createElement("div");
    planted.innerHTML = "<img src=x onerror='window.__xss=1'>";
    document.body.append(planted);
  });
  await expect.poll(() => page.evaluate(() => window.__violations?.length ?? 0)).toBeGreaterThan(0);
  expect(await page.evaluate(() => window.__xss)).toBeUndefined();
});
