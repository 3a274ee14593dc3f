import tailwindcss from "@tailwindcss/vite";
import { playwright } from "@vitest/browser-playwright";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** What the house tells about a Chromium of this machine; it has no types outside its own package. */
interface House {
  findBrowser(): Promise<{ executablePath: string; args: string[] }>;
}

// knip runs this file too, in another mode: the browser is looked for (and, from npm, unpacked) only when tests run.
export default defineConfig(async ({ mode }) => {
  const house = new URL("../../packages/house/browser.mjs", import.meta.url).href;
  const launchOptions = mode === "test" ? await ((await import(house)) as House).findBrowser() : {};
  return {
    resolve: { conditions: ["@bandeng/source", "module", "browser", "development|production"] },
    test: {
      // Two pages of one browser, whatever the machine: by itself vitest leaves one core free, and of two that is half.
      maxWorkers: 2,
      projects: [
        {
          extends: true,
          test: { name: "admin", environment: "node", include: ["src/**/*.test.ts", "*.test.ts"] },
        },
        {
          extends: true,
          plugins: [react(), tailwindcss()],
          // Found before the run: a dependency discovered in the middle reloads the page under a test.
          optimizeDeps: { entries: ["src/main.tsx", "src/**/*.test.tsx"] },
          test: {
            name: "admin browser",
            include: ["src/**/*.test.tsx"],
            setupFiles: ["src/browser-tests.ts"],
            testTimeout: 15_000,
            browser: {
              enabled: true,
              headless: true,
              provider: playwright({ launchOptions, contextOptions: { locale: "zh-CN", timezoneId: "Asia/Shanghai" } }),
              instances: [{ browser: "chromium" as const, viewport: { width: 1440, height: 900 } }],
              screenshotFailures: false,
            },
          },
        },
      ],
    },
  };
});
