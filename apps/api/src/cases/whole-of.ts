import type { Case } from "@bandeng/domain";
import type { CaseType } from "./case-type.ts";
import { caseLoader } from "./read-case.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";

/** The whole aggregate behind a case, or null when the viewer sees it masked. */
export async function wholeOf(ctx: Context, c: CaseType): Promise<Case | null> {
  return c.visibility === "WHOLE" ? requestLoader(ctx, "cases", () => caseLoader(ctx.db)).load(c.id) : null;
}
