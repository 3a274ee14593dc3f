import type { CodegenConfig } from "@graphql-codegen/cli";

// Types of the operations alone: those of the whole contract would be ten times the package.
const config: CodegenConfig = {
  schema: "../../apps/api/schema.graphql",
  documents: ["src/operations.ts", "src/feed-operations.ts", "src/intake-operations.ts"],
  generates: {
    "./src/graphql/operations.ts": {
      plugins: ["typescript-operations"],
      config: { strictScalars: true, scalars: { ID: "string", DateTime: "string", LocalDate: "string", Fen: "number", FeedPosition: "number" }, skipTypename: true },
    },
  },
};

export default config;
