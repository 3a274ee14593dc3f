import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findBrowser } from "./browser.mjs";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "bandeng-browser-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

it("takes the one that is named before all others", async () => {
  program("chromium", "echo Chromium 1.2.3");
  const named = program("mine", "echo Mine 1.2.3");
  const found = await findBrowser({ env: { BANDENG_BROWSER: named, PATH: folder } });
  expect(found.executablePath).toBe(named);
  expect(found.args.includes("--no-sandbox")).toBe(process.getuid?.() === 0);
});

it("says so when the named one does not run", async () => {
  await expect(findBrowser({ env: { BANDENG_BROWSER: join(folder, "missing") } })).rejects.toThrow("BANDENG_BROWSER");
});

it("takes one of the machine, but not one that only says how to install it", async () => {
  program("chromium", "echo 'Install the snap first'; exit 1");
  const chrome = program("google-chrome", "echo Google Chrome 1.2.3");
  expect((await findBrowser({ env: { PATH: folder }, folders: [] })).executablePath).toBe(chrome);
  expect((await findBrowser({ env: {}, folders: [folder] })).executablePath).toBe(chrome);
});

it.runIf(process.platform === "linux" && process.arch === "x64")("brings its own to a machine without any", async () => {
  const { executablePath, args } = await findBrowser({ env: {}, folders: [] });
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    await page.setContent("<h1>板凳会</h1>");
    expect(await page.getByRole("heading").textContent()).toBe("板凳会");
  } finally {
    await browser.close();
  }
});
