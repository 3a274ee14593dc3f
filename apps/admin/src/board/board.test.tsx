import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import axe from "axe-core";
import { Provider } from "urql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import { makeRouter } from "../routes.tsx";
import { ViewerContext } from "../session/viewer.ts";
import { toastQueue } from "../ui/toasts.ts";
import type { Language } from "../words/language.ts";
import { LanguageProvider } from "../words/useWords.tsx";
import { boardApi, li, sampleCard, typed, type BoardApi } from "./testing/board-api.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const filled = () => [
  ...Array.from({ length: 40 }, (_, i) => sampleCard(String(i + 10))),
  sampleCard("1", { overdue: true, due: { kind: "LEVEL", at: "2026-01-01T00:00:00.000Z", expected: false, provisional: false } }),
  sampleCard("2", { level: "COMPOUND", pendingAsk: { kind: "HOLD", askedBy: "p-li", askedAs: "GRID_HEAD", at: "2026-11-20T00:00:00.000Z", days: null, until: "2026-12-01" } }),
  sampleCard("3", { level: "COMMUNITY", severity: "SAFETY", onSiteDueAt: "2026-11-23T04:00:00.000Z", projectId: "x", projectNo: "2026-02", supporters: 7 }),
  sampleCard("4", { level: "STREET", kind: "DISPUTE", visibility: "MASKED", title: "邻里纠纷", category: null, lead: null, leadIds: [], severity: null, supporters: null }),
  sampleCard("5", { status: "RESOLVED", kind: "OPINION" }),
  sampleCard("6", { status: "COLLECTED", category: null, lead: null, leadIds: [], due: null }),
];

async function open(api: BoardApi, { address = "/", language = "zh" }: { address?: string; language?: Language } = {}) {
  const router = makeRouter(createMemoryHistory({ initialEntries: [address] }));
  await render(
    <LanguageProvider language={language}>
      <Provider value={api.client}>
        <ViewerContext value={li}>
          <RouterProvider router={router} />
        </ViewerContext>
      </Provider>
    </LanguageProvider>,
  );
  return router;
}

const column = (name: string) => page.getByRole("region", { name: new RegExp(`^${name}，共`) });
const card = (name: string, title: string) => column(name).getByRole("link", { name: title, exact: true });

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`));
}

beforeEach(() => localStorage.clear());
afterEach(async () => {
  toastQueue.clear();
  delete document.documentElement.dataset["theme"];
  await cleanup();
  await page.viewport(1440, 900);
});

const states = {
  filled: { api: () => boardApi(filled()), seen: () => page.getByRole("list", { name: /^(楼栋|Building)$/ }) },
  empty: { api: () => boardApi([]), seen: () => page.getByRole("link", { name: /^(去登记|Record one)$/ }) },
  error: {
    api: () => {
      const api = boardApi([]);
      api.on("Board", () => new Error());
      return api;
    },
    seen: () => page.getByText(/req-0007/),
  },
  loading: {
    api: () => {
      const api = boardApi([]);
      api.on("Board", () => new Promise(() => {}));
      return api;
    },
    seen: () => page.getByRole("status").first(),
  },
};

describe.each(["filled", "empty", "error", "loading"] as const)("the board, %s", (state) => {
  test.each([
    ["zh", 1440, "light"],
    ["en", 1440, "dark"],
    ["zh", 360, "dark"],
    ["en", 360, "light"],
  ] as const)("in %s at %d px, %s, has no violation and nothing sticks out", async (language, width, theme) => {
    await page.viewport(width, 800);
    document.documentElement.dataset["theme"] = theme;
    await open(states[state].api(), { language });
    await expect.element(states[state].seen()).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

test("arrows go from card to card, Space selects, ] on a card that may not says why in it", async () => {
  await open(boardApi(filled()));
  await expect.element(card("小区", "事项 2")).toBeVisible();
  (card("小区", "事项 2").element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(card("社区", "事项 3")).toHaveFocus();
  await userEvent.keyboard("{]}");
  await expect.element(column("社区").getByText(/只有社区书记/)).toBeVisible();
  await expect.element(card("社区", "事项 3")).toHaveFocus();
  await userEvent.keyboard(" ");
  await expect.element(page.getByRole("region", { name: "已选 1 件" })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("region", { name: "已选 1 件" })).not.toBeInTheDocument();
  await userEvent.keyboard("?");
  await expect.element(page.getByRole("dialog", { name: "快捷键" })).toBeVisible();
});

test("a move asks for its reason, shows at once, and a refused one is back with the sentence in its card", async () => {
  const api = boardApi(filled());
  let answer: (value: unknown) => void = () => {};
  api.on("EscalateCase", () => new Promise((done) => (answer = done)));
  await open(api);
  await expect.element(card("楼栋", "事项 10")).toBeVisible();
  (card("楼栋", "事项 10").element() as HTMLElement).focus();
  await userEvent.keyboard("{]}");
  await page.getByRole("textbox", { name: "理由" }).fill("谈不拢");
  await page.getByRole("dialog").getByRole("button", { name: "上报一级", exact: true }).click();
  await expect.element(card("小区", "事项 10")).toBeInTheDocument();
  expect(card("楼栋", "事项 10").elements()).toEqual([]);
  answer({ escalateCase: { case: null, refusal: { code: "NOTHING_TRIED", message: "请先写明已做的工作。", path: null, currentVersion: null, __typename: "Refusal" }, __typename: "EscalateCasePayload" } });
  await expect.element(column("楼栋").getByText("请先写明已做的工作。")).toBeInTheDocument();
  expect(card("小区", "事项 10").elements()).toEqual([]);
  await expect.element(page.getByRole("textbox", { name: "理由" })).toHaveValue("谈不拢");
});

test("an accepted move stays, and can be undone for ten seconds", async () => {
  const api = boardApi(filled());
  const moved = sampleCard("10", { level: "COMPOUND", version: 4 });
  const back = sampleCard("10", { version: 5 });
  const replace = (next: typeof moved) => (api.cards = api.cards.map((one) => (one.id === next.id ? next : one)));
  api.on("EscalateCase", () => (replace(moved), { escalateCase: { case: typed(moved), refusal: null, __typename: "EscalateCasePayload" } }));
  api.on("UndoMove", () => (replace(back), { correctCase: { case: typed(back), refusal: null, __typename: "CorrectCasePayload" } }));
  await open(api);
  await expect.element(card("楼栋", "事项 10")).toBeVisible();
  (card("楼栋", "事项 10").element() as HTMLElement).focus();
  await userEvent.keyboard("{]}");
  await page.getByRole("textbox", { name: "理由" }).fill("谈不拢");
  await page.getByRole("dialog").getByRole("button", { name: "上报一级", exact: true }).click();
  await expect.element(card("小区", "事项 10")).toHaveFocus();
  await page.getByRole("button", { name: "撤销" }).click();
  await expect.element(card("楼栋", "事项 10")).toBeInTheDocument();
  const sent = api.asked.find((one) => one.operation === "UndoMove")?.variables["input"];
  expect(sent).toMatchObject({ id: "10", expectedVersion: 4 });
});

test("the filter is the address: what it says is asked for, and what is pressed stands in it", async () => {
  const api = boardApi(filled());
  const router = await open(api, { address: "/?q=cjx&kind=DISPUTE&area=340802001007003" });
  await expect.element(page.getByRole("searchbox", { name: "查找事项" })).toHaveValue("cjx");
  const last = () => api.asked.filter((one) => one.operation === "Board").at(-1)?.variables;
  await expect.poll(last).toMatchObject({ areas: ["340802001007003"], filter: { text: "cjx", kinds: ["DISPUTE"] } });
  await page.getByRole("button", { name: "只看超时" }).click();
  await expect.poll(last).toMatchObject({ filter: { text: "cjx", kinds: ["DISPUTE"], overdue: true } });
  expect(router.state.location.href).toMatch(/q=cjx.*overdue=1/);
  await page.getByRole("button", { name: "流程" }).click();
  await expect.poll(last).toMatchObject({ view: "WORKFLOW" });
});

test("a column of 2,000 cards mounts what is in view and fetches the rest by the page", async () => {
  const cards = Array.from({ length: 2000 }, (_, i) => sampleCard(String(i + 1000), { due: { kind: "LEVEL", at: new Date(4e12 + i * 1000).toISOString(), expected: false, provisional: false } }));
  const api = boardApi(cards);
  api.on("BoardPage", ({ after, first }) => {
    const from = cards.findIndex((one) => one.id === after) + 1;
    const nodes = cards.slice(from, from + Number(first));
    return { cases: { nodes: nodes.map(typed), pageInfo: { endCursor: nodes.at(-1)?.id ?? null, hasNextPage: from + nodes.length < cards.length, __typename: "PageInfo" }, __typename: "CaseConnection" } };
  });
  await open(api);
  await expect.element(card("楼栋", "事项 1000")).toBeVisible();
  (card("楼栋", "事项 1000").element() as HTMLElement).focus();
  for (let i = 0; i < 4; i++) {
    await userEvent.keyboard("{End}");
    await expect.poll(() => api.asked.filter((one) => one.operation === "BoardPage").length).toBeGreaterThan(i);
  }
  expect(document.querySelectorAll("*").length).toBeLessThan(1500);
  expect(column("楼栋").getByRole("listitem").elements().length).toBeLessThan(30);
});
