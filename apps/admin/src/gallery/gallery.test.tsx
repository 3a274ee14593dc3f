import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { openInFrame } from "../frame/open-in-frame.tsx";
import { toastQueue } from "../ui/toasts.ts";
import type { Language } from "../words/language.ts";
import { GalleryPage } from "./GalleryPage.tsx";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function open(language: Language) {
  await openInFrame({ "/gallery": GalleryPage }, "/gallery", { language });
  await expect.element(page.getByRole("heading", { level: 1, name: language === "zh" ? "组件陈列" : "Gallery" })).toBeVisible();
  await expect.element(page.getByRole("treegrid")).toBeVisible();
}

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document, { runOnly: rules, resultTypes: ["violations"],
    // React Aria's hidden close buttons of a popover stand beside its dialog, in no landmark: reached by Tab, never browsed to.
    rules: { region: { enabled: false } } });
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`));
}

const looks = [
  { name: "light", set: { theme: "light" } },
  { name: "dark", set: { theme: "dark" } },
  { name: "dark, high contrast", set: { theme: "dark", contrast: "more" } },
  { name: "light, elder", set: { theme: "light", size: "large" } },
] satisfies { name: string; set: Record<string, string> }[];

afterEach(async () => {
  toastQueue.clear();
  for (const key of Object.keys(document.documentElement.dataset)) delete document.documentElement.dataset[key];
  await cleanup();
  await page.viewport(1440, 900);
});

describe.each(looks)("the gallery, $name", ({ set }) => {
  test.each([
    ["zh", 1440],
    ["en", 1440],
    ["zh", 360],
    ["en", 360],
  ] as const)("in %s at %d px has no violation and nothing sticks out", async (language, width) => {
    await page.viewport(width, 900);
    Object.assign(document.documentElement.dataset, set);
    await open(language);
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const main = page.getByRole("main").element();
    expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);
  });
});

describe.each(["light", "dark"])("what opens over the page, %s", (theme) => {
  test.each([
    ["打开对话框", "dialog"],
    ["确认删除", "alertdialog"],
    ["打开抽屉", "dialog"],
    ["打开菜单", "menu"],
    ["打开浮窗", "dialog"],
    ["移动并可撤销", "alertdialog"],
  ] as const)("%s has no violation", async (name, role) => {
    document.documentElement.dataset["theme"] = theme;
    await open("zh");
    await page.getByRole("button", { name, exact: true }).click();
    await expect.element(page.getByRole(role)).toBeVisible();
    await new Promise((done) => setTimeout(done, 200));
    expect(await violations()).toEqual([]);
  });
});
