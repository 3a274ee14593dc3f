import { defineConfig } from "vitest/config";

// Random histories take a second on a quiet machine; on a busy one they must not fail for being slow.
export default defineConfig({ test: { name: "domain", include: ["src/**/*.test.ts"], testTimeout: 60_000 } });
