import { existsSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "house",
    include: ["*.test.ts"],
    // The tests of the start command look for left-over processes in /proc.
    exclude: [...configDefaults.exclude, ...(existsSync("/proc") ? [] : ["start.test.ts", "product.test.ts"])],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
