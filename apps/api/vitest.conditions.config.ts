import { defineConfig } from "vitest/config";
import whole from "./vitest.config.ts";
import { seenByLayers } from "./vitest.layers.ts";

process.env["TEST_LAYERS"] = "conditions";

// The same tests of what people see and do, under one of the two layers alone: the conditions in the queries, with row level security switched off.
export default defineConfig({
  ...whole,
  test: { ...whole.test, name: "api-conditions", ...seenByLayers },
});
