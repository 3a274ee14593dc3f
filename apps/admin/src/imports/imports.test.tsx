import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { fakeServer, json, type FakeServer } from "../session/testing/fake-server.ts";
import { flaws, openPage } from "../session/testing/open-page.tsx";
import { admin, he, zhou } from "../session/testing/people.ts";

let server: FakeServer;
let sent: { path: string; query: URLSearchParams; key: string | null }[] = [];
let problems: object[] = [];

const checkedOf = (columns: Record<string, number>) => ({
  hash: `h-${JSON.stringify(columns)}`, encoding: "GBK", heads: ["小区", "所在网格", "备注"], columns, sample: [["曹家巷小区", "003", ""], ["新村", "009", "待核"]], rows: 2,
  fields: [{ id: "name", name: "小区名称", required: true }, { id: "grid", name: "主网格", required: true }, { id: "isOld", name: "老旧小区", required: false }],
  created: 2 - problems.length, changed: 0, unchanged: 0, problemCount: problems.length, badRows: problems.length, problems,
});

beforeEach(() => {
  localStorage.clear();
  sent = [];
  problems = [{ row: 3, field: "grid", column: "所在网格", message: "主网格：本社区没有这个网格" }];
  server = fakeServer({ Viewer: () => zhou });
  const others = globalThis.fetch;
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.href);
    if (!url.pathname.startsWith("/api/import/")) return others(input, init);
    sent.push({ path: url.pathname, query: url.searchParams, key: new Headers(init?.headers).get("idempotency-key") });
    if (url.pathname.endsWith("/run")) return json({ id: "i1", created: 2, changed: 0, unchanged: 0 });
    return json(checkedOf(JSON.parse(url.searchParams.get("columns") ?? '{"name":0,"grid":1}') as Record<string, number>));
  });
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  await page.viewport(1440, 900);
});

const button = (name: string) => page.getByRole("button", { name });
async function giveFile(shownAs = "选择表格文件"): Promise<void> {
  await expect.element(button(shownAs)).toBeVisible();
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error("nowhere to put a file");
  await userEvent.upload(input, new File(["x"], "小区.csv", { type: "text/csv" }));
}

test("a table with a bad row is told row by row and not imported; put right, it is", async () => {
  await openPage("/imports");
  await giveFile();
  await expect.element(page.getByRole("table", { name: "需要改正" })).toMatchTextContent(/3所在网格主网格：本社区没有这个网格/);
  await expect.element(button("导入")).toHaveAttribute("aria-disabled", "true");
  await button("导入").click({ force: true });
  expect(sent.filter(({ path }) => path.endsWith("/run"))).toEqual([]);
  problems = [];
  await giveFile("换一个文件");
  await expect.element(page.getByText("没有问题")).toBeVisible();
  await button("导入").click();
  await expect.element(page.getByText("已导入：新增 2，更改 0，不变 0").first()).toBeVisible();
  const run = sent.at(-1);
  expect([run?.path, run?.query.get("kind"), run?.query.get("area"), run?.query.get("hash")]).toEqual(["/api/import/run", "COMPOUNDS", "340802001007", 'h-{"name":0,"grid":1}']);
  expect(run?.key).toMatch(/^[0-9a-f-]{36}$/);
});

test("a column chosen by hand is checked again, taken from the field that had it, and remembered for tables with these heads", async () => {
  await openPage("/imports");
  await giveFile();
  await page.getByRole("button", { name: /老旧小区/ }).click();
  await page.getByRole("option", { name: "所在网格" }).click();
  await expect.poll(() => sent.at(-1)?.query.get("columns")).toBe('{"name":0,"isOld":1}');
  await cleanup();
  await openPage("/imports");
  await giveFile();
  await expect.poll(() => sent.at(-1)?.query.get("columns")).toBe('{"name":0,"isOld":1}');
});

test.each([[1440, "zh"], [360, "en"]] as const)("is clean and fits at %i px (%s)", async (width, language) => {
  await page.viewport(width, 800);
  await openPage("/imports", { language });
  await giveFile(language === "zh" ? "选择表格文件" : "Choose a table");
  await expect.element(page.getByText("主网格：本社区没有这个网格")).toBeVisible();
  expect(await flaws()).toEqual([]);
});

test("whoever may not import is told who may", async () => {
  server.answers["Viewer"] = () => he;
  await openPage("/imports");
  await expect.element(page.getByText("导入房屋资料由社区干事、书记、副书记或系统管理员负责")).toBeVisible();
});

test("residents are brought in by whoever may, and the administrator is told that he may not", async () => {
  problems = [];
  await openPage("/imports");
  await page.getByRole("radio", { name: "居民" }).click();
  await expect.element(page.getByText(/同名同户视为同一人/)).toBeVisible();
  await giveFile();
  await expect.poll(() => sent.at(-1)?.query.get("kind")).toBe("PEOPLE");
  await cleanup();
  server.answers["Viewer"] = () => admin;
  await openPage("/imports");
  await page.getByRole("radio", { name: "居民" }).click();
  await expect.element(page.getByText("导入居民资料和历史事项由社区干事、书记、副书记负责")).toBeVisible();
  expect(document.querySelector('input[type="file"]')).toBeNull();
});
