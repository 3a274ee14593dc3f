import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { fileURLToPath } from "node:url";
import { aheadOf, frameGroup } from "./bundle.ts";
import { inlineDocuments } from "./inline-documents.ts";

const api = "http://127.0.0.1:4000";

/**
 * React Aria carries its strings in 34 languages (about 30 KB gz). The page speaks two: the other
 * files are emptied in the build. The locale is always set by our I18nProvider, so none of them is asked for.
 */
function twoLanguages(): Plugin {
  const otherLanguage = /react-(?:aria|stately)\/dist\/private\/intl\/[^/]+\/(?!zh-CN|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;
  return {
    name: "bandeng:two-languages",
    apply: "build",
    enforce: "pre",
    load: { filter: { id: otherLanguage }, handler: () => "export default {};" },
  };
}

export default defineConfig({
  plugins: [twoLanguages(), inlineDocuments(new URL("src/graphql/graphql.ts", import.meta.url)), react(), tailwindcss()],
  // The domain is consumed from its source; "..." keeps Vite's own conditions.
  resolve: { conditions: ["@bandeng/source", "module", "browser", "development|production"] },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/graphql": { target: api }, "/api": { target: api }, "/explorer": { target: api }, "/docs": { target: api }, "/schema.graphql": { target: api } },
  },
  build: {
    outDir: "dist",
    // One inlined asset would break a content security policy without data: for scripts and fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    // Which files a page needs: src/bundle.test.ts weighs them.
    manifest: true,
    modulePreload: { resolveDependencies: aheadOf },
    rolldownOptions: { output: { codeSplitting: { groups: [frameGroup(fileURLToPath(new URL("src/main.tsx", import.meta.url)))] } } },
  },
});
