import { conditions } from "../access/scope.ts";

// Which of the two layers a run leaves standing: "rows" (row level security alone), "conditions" (those in the queries
// alone), or both. What a viewer sees must be the same each time.
export const layers = process.env["TEST_LAYERS"] ?? "both";

conditions.on = layers !== "rows";
