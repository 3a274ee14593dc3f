import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

const { resolve } = createRequire(import.meta.url);

export default defineConfig({
  resolve: {
    conditions: ["@bandeng/source"],
    // One graphql: our imports would get its .mjs, those of type-graphql its CommonJS, and neither knows the other's types.
    alias: [{ find: /^graphql$/, replacement: resolve("graphql") }],
  },
  ssr: { resolve: { conditions: ["@bandeng/source"] } },
  test: {
    name: "api",
    include: ["src/**/*.test.ts", "bench/**/*.test.ts"],
    // What each layer shows alone (vitest.layers.ts) both show together: the whole matrix runs twice as it is. By its name it runs here, too.
    exclude: ["**/node_modules/**", ...(process.argv.some((word) => word.includes("read-matrix")) ? [] : ["src/matrix/read-matrix.test.ts"])],
    setupFiles: ["reflect-metadata"],
    globalSetup: ["src/testing/test-ground.ts"],
    // One a core, whatever the machine: by itself vitest leaves one free, and of two that is half.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
