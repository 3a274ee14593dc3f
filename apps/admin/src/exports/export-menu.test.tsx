import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { fakeServer } from "../session/testing/fake-server.ts";
import { openPage } from "../session/testing/open-page.tsx";
import { chen, he } from "../session/testing/people.ts";

let asked: URL[] = [];
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  asked = [];
  server = fakeServer({ Viewer: () => chen, Meetings: () => ({ meetings: { __typename: "MeetingConnection", nodes: [], pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null } } }) });
  const others = globalThis.fetch;
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.href);
    if (!url.pathname.startsWith("/api/export/")) return others(input, init);
    asked.push(url);
    return new Response("a", { headers: { "content-type": "text/csv", "x-row-count": "7", "content-disposition": "attachment; filename*=UTF-8''x.csv" } });
  });
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
});

test("a list leaves as it is narrowed on the screen, and how many rows it had is told", async () => {
  await openPage("/meetings?view=list&day=2024-03-05");
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  await expect.poll(() => asked.map(({ pathname }) => pathname)).toEqual(["/api/export/meetings.csv"]);
  expect(JSON.parse(asked[0]?.searchParams.get("query") ?? "")).toEqual({ areas: ["340802001007"], from: "2024-02-29T16:00:00.000Z", to: "2024-03-31T16:00:00.000Z", statuses: null });
  await expect.element(page.getByText(/7 *行/).first()).toBeVisible();
});

test("whoever may not export finds the menu, and why it does nothing", async () => {
  server.answers["Viewer"] = () => he;
  await openPage("/meetings?view=list");
  await page.getByRole("button", { name: "导出" }).click();
  await expect.element(page.getByRole("menuitem", { name: /CSV/ })).toHaveAttribute("aria-disabled", "true");
  expect(asked).toEqual([]);
});
