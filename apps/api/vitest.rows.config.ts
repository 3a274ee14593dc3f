import { defineConfig } from "vitest/config";
import whole from "./vitest.config.ts";
import { seenByLayers } from "./vitest.layers.ts";

process.env["TEST_LAYERS"] = "rows";

// The same tests of what people see and do, under one of the two layers alone: row level security, with the conditions in the queries switched off.
export default defineConfig({
  ...whole,
  test: { ...whole.test, name: "api-rows", ...seenByLayers },
});
