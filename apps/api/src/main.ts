import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { enableCompileCache } from "node:module";
import { join } from "node:path";

// A start spends a good part of its time compiling. What was compiled is kept beside the code, where whoever may write may
// change the program as well; where nobody may, the start goes without. From source nothing is kept: it changes.
if (import.meta.filename.endsWith(".js")) enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/compiled"));

await import("./program.ts"); // only what is loaded from here on is kept
