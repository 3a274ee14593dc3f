import { defineConfig } from "tsdown";

// One file of our own; everything from node_modules stays outside.
export default defineConfig({
  entry: ["src/main.ts"],
  platform: "node",
  format: "esm",
  target: "node22",
  fixedExtension: false,
  dts: false,
  sourcemap: true,
});
