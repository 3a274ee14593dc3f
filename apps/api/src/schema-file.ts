// Writes apps/api/schema.graphql, the published contract: `pnpm --filter @bandeng/api run schema`.
import { writeFileSync } from "node:fs";
import { makeSchema, printContract } from "./schema.ts";

writeFileSync(new URL("../schema.graphql", import.meta.url), printContract(makeSchema()));
