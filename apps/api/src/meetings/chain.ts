import type { ActionItem, Case } from "@bandeng/domain";
import { benchWords } from "./bench-words.ts";
import type { ActionItemType } from "./agenda-type.ts";
import { caseType, type CaseType } from "../cases/case-type.ts";
import { caseLoader } from "../cases/read-case.ts";
import { seenCaseOf } from "../cases/seen-case.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";

/** A case as the viewer sees it, loaded with all others of this request; null when it does not exist for him. */
export async function seenCase(ctx: Context, id: string): Promise<CaseType | null> {
  const found = await seenCaseOf(ctx, id);
  return found && caseType(found);
}

/** The whole aggregate, for a viewer who sees the case whole; null for everybody else. */
export async function wholeCase(ctx: Context, id: string): Promise<Case | null> {
  const seen = await seenCase(ctx, id);
  return seen?.visibility === "WHOLE" ? requestLoader(ctx, "cases", () => caseLoader(ctx.db)).load(id) : null;
}

/** The GraphQL face of what somebody took on. */
export async function actionItemType(ctx: Context, source: ActionItem, itemId: string): Promise<ActionItemType> {
  const { id, ownerIsResident, dueOn, doneAt } = source;
  return { id, what: (await benchWords(ctx, id)) ?? "", ownerIsResident, dueOn, doneAt, source, itemId };
}
