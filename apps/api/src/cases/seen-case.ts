import DataLoader from "dataloader";
import type { SeenCase } from "./card.ts";
import { readCasesById } from "./read-case.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";

/** A case as the viewer sees it, loaded with all others of this request; null when it does not exist for him. */
export function seenCaseOf(ctx: Context, id: string): Promise<SeenCase | null> {
  return requestLoader(ctx, "seen cases", () => new DataLoader((ids: readonly string[]) => readCasesById(ctx, ids))).load(id);
}
