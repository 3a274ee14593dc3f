import { defineConfig } from "vitest/config";

// Examples and other people's clients run against one product, one after the other: what one file files the other would read.
export default defineConfig({
  resolve: { conditions: ["@bandeng/source"] },
  ssr: { resolve: { conditions: ["@bandeng/source"] } },
  test: { name: "sdk", include: ["src/**/*.test.ts"], globalSetup: ["src/testing/product.ts"], fileParallelism: false, testTimeout: 60_000, hookTimeout: 150_000 },
});
