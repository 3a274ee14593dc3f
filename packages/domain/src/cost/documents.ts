import type { CostPlan } from "./cost-plan.ts";
import type { CostDecision } from "./record-cost.ts";
import { whyNotCost } from "./why-not-cost.ts";
import type { Case } from "../case/case.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse } from "../refusal.ts";

const documentsLimit = 30;

export interface AddDocumentInput {
  readonly documentId: string;
  /** An attachment of the case; null when the note says it all. */
  readonly attachmentId: string | null;
  /** What is done and how, or what is different from the version before: 改为夜间施工. */
  readonly note: string;
}

/** 方案: a further version of the plan of works. Earlier ones stay. */
export function decideAddCostDocument(plan: CostPlan, c: Case, { documentId, attachmentId, note }: AddDocumentInput, facts: Facts): CostDecision {
  const no = whyNotCost("addDocument", plan, c, facts.viewer) ?? textProblem("note", note);
  if (no) return no;
  if (plan.documents.length >= documentsLimit) return refuse("DOCUMENTS_TOO_MANY", { limit: documentsLimit });
  return [{ type: "DOCUMENT_ADDED", at: facts.at, payload: { documentId, attachmentId }, texts: [{ kind: "DOCUMENT", itemId: documentId, text: note }] }];
}

/** A version of the plan is approved: never by whoever added it. */
export function decideApproveCostDocument(plan: CostPlan, c: Case, { documentId }: { readonly documentId: string }, facts: Facts): CostDecision {
  const no = whyNotCost("approveDocument", plan, c, facts.viewer);
  if (no) return no;
  const document = plan.documents.find(({ id }) => id === documentId);
  if (!document) return refuse("DOCUMENT_UNKNOWN", {}, "documentId");
  if (document.approvedAt !== null) return refuse("DOCUMENT_APPROVED_ALREADY", {}, "documentId");
  if (document.addedBy === facts.viewer.personId) return refuse("OWN_DOCUMENT", {}, "documentId");
  return [{ type: "DOCUMENT_APPROVED", at: facts.at, payload: { documentId } }];
}
