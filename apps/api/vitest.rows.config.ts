import { defineConfig } from "vitest/config";
import whole from "./vitest.config.ts";

process.env["TEST_LAYERS"] = "rows";

// The same tests of what people see and do, under one of the two layers alone: row level security, with the conditions in the queries switched off.
export default defineConfig({
  ...whole,
  test: { ...whole.test, name: "api-rows", include: ["src/{cases,experts,departments,opinions,people,places,projects,mediations,meetings}/**/*.test.ts", "src/matrix/{read-matrix,existence,oracles}.test.ts", "src/attachments/attachment-access.test.ts", "src/personal/{reveal,erase}.test.ts"] },
});
