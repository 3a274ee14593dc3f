import { defineConfig } from "tsdown";

// main.js begins, and loads the rest when it is needed; everything from node_modules stays outside.
export default defineConfig({
  entry: ["src/main.ts"],
  platform: "node",
  format: "esm",
  target: "node22",
  fixedExtension: false,
  dts: false,
  sourcemap: true,
});
