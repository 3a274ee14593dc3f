import type { CodegenConfig } from "@graphql-codegen/cli";

// The API's schema is checked in: types come from the contract itself, and a change of it does not compile here.
const config: CodegenConfig = {
  schema: "../api/schema.graphql",
  documents: ["src/**/*.{ts,tsx}", "!src/graphql/**"],
  // A feature may be without any document for a while.
  ignoreNoDocuments: true,
  generates: {
    "./src/graphql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        strictScalars: true,
        scalars: { DateTime: "string", LocalDate: "string", Fen: "number", FeedPosition: "number" },
        // Values of the schema's enums are the domain's own unions: "ESCALATION", never BoardView.Escalation.
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: true,
        importExtension: ".ts",
      },
    },
  },
};

export default config;
