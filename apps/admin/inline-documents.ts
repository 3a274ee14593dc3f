import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const call = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g;
const definition = /\b(query|mutation|subscription|fragment)\s+(\w+)/;

/**
 * Puts each document where it is asked for. The generated `graphql()` looks documents up in one table of all of them, which
 * would make every feature's questions part of the first view.
 */
export function inlineDocuments(generated: URL): Plugin {
  let documents = new Map<string, string>();
  return {
    name: "bandeng:inline-documents",
    apply: "build",
    buildStart() {
      const lines = readFileSync(generated, "utf8").matchAll(/^export const (\w+) = (\{"kind":"Document".*\}) as unknown as /gm);
      documents = new Map([...lines].map(([, name = "", document = ""]) => [name, document]));
    },
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: "graphql(" },
      handler(code) {
        return code.replace(call, (whole, text: string) => {
          const [, kind, name] = definition.exec(text) ?? [];
          const document = documents.get(`${name}${kind === "fragment" ? "FragmentDoc" : "Document"}`);
          // In brackets: a fragment that is only declared stands alone in its line, where a brace would open a block.
          return document ? `(${document})` : whole;
        });
      },
    },
  };
}
