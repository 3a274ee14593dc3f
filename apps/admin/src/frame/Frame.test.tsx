import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { useWords } from "../words/useWords.tsx";
import { setDisplay } from "./display.ts";
import { openInFrame } from "./open-in-frame.tsx";
import { Page } from "./Page.tsx";

beforeEach(() => {
  localStorage.clear();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
});
afterEach(() => page.viewport(1440, 900));

function SamplePage({ name }: { name: "board" | "intake" | "gallery" }) {
  const words = useWords();
  return (
    <Page title={words.pages[name]}>
      <button type="button">保存</button>
    </Page>
  );
}

const pages = {
  "/": () => <SamplePage name="board" />,
  "/intake": () => <SamplePage name="intake" />,
  "/gallery": () => <SamplePage name="gallery" />,
};

const open = (path: string) => openInFrame(pages, path, { slots: { UserMenu: () => <button type="button">楼书记</button> } });

test("the first Tab skips to the content", async () => {
  await open("/gallery");
  await expect.element(page.getByRole("heading", { level: 1, name: "组件陈列" })).toBeVisible();
  await userEvent.tab();
  const skip = page.getByRole("link", { name: "跳到正文" });
  await expect.element(skip).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("main", { name: "组件陈列" })).toHaveFocus();
});

test("a change of page moves the focus to it and names the tab; a change of its search does not", async () => {
  const router = await open("/intake");
  await expect.element(page.getByRole("main", { name: "登记" })).toBeVisible();
  const link = page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "组件陈列" });
  await link.click();
  await expect.element(page.getByRole("main", { name: "组件陈列" })).toHaveFocus();
  await expect.element(link).toHaveAttribute("aria-current", "page");
  expect(document.title).toBe("组件陈列 · 板凳会");

  const elsewhere = page.getByRole("button", { name: "保存" }).first();
  await expect.element(elsewhere).toBeVisible();
  elsewhere.element().focus();
  await router.navigate({ to: "/gallery", search: { q: "x" } });
  await expect.element(elsewhere).toHaveFocus();
});

test("an address that is no page says so inside the frame's language", async () => {
  await open("/no-such-page");
  await expect.element(page.getByRole("link", { name: "回到首页" })).toBeVisible();
});

test("language: one press, kept on this device, in <html lang>", async () => {
  await open("/gallery");
  await page.getByRole("button", { name: "English", exact: true }).click();
  await expect.element(page.getByRole("main", { name: "Gallery" })).toBeVisible();
  expect(document.documentElement.lang).toBe("en-US");
  expect(localStorage.getItem("bandeng.language")).toBe("en");
});

test("display: dark, large text and high contrast are attributes of <html> and survive a reload", async () => {
  await open("/gallery");
  await page.getByRole("button", { name: "显示设置" }).click();
  await page.getByRole("radio", { name: "深色" }).click();
  await page.getByText("大字模式").click();
  await page.getByText("高对比度").click();
  expect({ ...document.documentElement.dataset }).toMatchObject({ theme: "dark", size: "large", contrast: "more" });
  expect(JSON.parse(localStorage.getItem("bandeng.display") ?? "")).toMatchObject({ theme: "dark", size: "large", contrast: "more" });
  expect(getComputedStyle(document.body).fontSize).toBe("16px");
  expect(getComputedStyle(document.body).lineHeight).toBe("24px");
});

test("on a phone the navigation is at the lower edge, and what others fill in is there", async () => {
  await page.viewport(360, 740);
  await open("/gallery");
  await expect.element(page.getByRole("button", { name: "楼书记" })).toBeVisible();
  const bar = page.getByRole("navigation", { name: "主导航" });
  await expect.element(bar).toBeVisible();
  expect(bar.element().getBoundingClientRect().bottom).toBe(740);
  expect(Math.min(...bar.getByRole("link").elements().map((one) => one.getBoundingClientRect().height))).toBeGreaterThanOrEqual(44);
});
