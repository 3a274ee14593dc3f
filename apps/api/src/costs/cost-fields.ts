import { costActionNames, owedFen, paidFor, shareState, sumFen, whyNotCost, type CostTextKind } from "@bandeng/domain";
import DataLoader from "dataloader";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { contractorOf } from "./contractor-query.ts";
import { CostActionStateType, CostDocumentType, CostFinalType, CostObjectionType, CostPayoutType, CostPlanType, CostQuoteType, CostReceiptType, CostRefundType, CostShareType } from "./cost-type.ts";
import { attachmentsOf } from "../attachments/case-attachments.ts";
import { CaseType } from "../cases/case-type.ts";
import { caseLoader } from "../cases/read-case.ts";
import { refusalType } from "../cases/refusal-type.ts";
import { run, type Runner } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";
import { AgendaItemType } from "../meetings/agenda-type.ts";
import { seenCase } from "../meetings/chain.ts";
import { doorOf } from "../meetings/doors.ts";
import { agendaItemType, readItems } from "../meetings/meeting-read.ts";
import type { DoorType } from "../meetings/meeting-type.ts";
import { personOf } from "../people/person-of.ts";

type Said = ReadonlyMap<string, string>;
const keyOf = (kind: CostTextKind, itemId = ""): string => `${kind} ${itemId}`;

/** What was said about plans, by kind and item; only for plans that the viewer sees. */
function wordsLoader(runner: Runner): DataLoader<string, Said> {
  return new DataLoader(async (ids) => {
    const rows = await run<{ plan_id: string; kind: CostTextKind; item_id: string; words: string }>(runner, "select plan_id, kind, item_id, words from cost_text where plan_id = any($1::uuid[])", [ids]);
    return ids.map((id) => new Map(rows.filter((row) => row.plan_id === id).map((row) => [keyOf(row.kind, row.item_id), row.words])));
  });
}

const wordsOf = (ctx: Context, { id }: CostPlanType): Promise<Said> => requestLoader(ctx, "costWords", () => wordsLoader(ctx.db)).load(id);

/** A door of the plan. Whoever sees the case and works elsewhere is told that there is one, and no more. */
async function door(ctx: Context, id: string): Promise<DoorType> {
  return (await doorOf(ctx, id)) ?? { id, building: "***", unitNo: null, floor: 0, room: "***", shop: false };
}

@Resolver(() => CostPlanType)
export class CostFieldsResolver {
  @FieldResolver(() => CaseType, { description: "Its case.", complexity: ({ childComplexity }) => 3 + childComplexity })
  async case(@Root() { source }: CostPlanType, @Ctx() ctx: Context): Promise<CaseType> {
    const found = await seenCase(ctx, source.caseId);
    if (!found) throw new Error("A cost plan was shown without its case");
    return found;
  }

  @FieldResolver(() => [CostQuoteType], { description: "The quotes, as they came in; at most 20.", complexity: ({ childComplexity }) => 5 + 3 * childComplexity })
  async quotes(@Root() plan: CostPlanType, @Ctx() ctx: Context): Promise<CostQuoteType[]> {
    const said = await wordsOf(ctx, plan);
    return Promise.all(plan.source.quotes.map(async ({ id, contractorId, totalFen, at }) => ({ id, contractor: await contractorOf(ctx, contractorId), totalFen, note: said.get(keyOf("QUOTE", id)) ?? "", at })));
  }

  @FieldResolver(() => String, { nullable: true, description: "Why there are fewer than three quotes, or why this one was chosen; null when nothing was said.", complexity: 1 })
  async fewQuotesReason(@Root() plan: CostPlanType, @Ctx() ctx: Context): Promise<string | null> {
    return (await wordsOf(ctx, plan)).get(keyOf("CHOICE")) ?? null;
  }

  @FieldResolver(() => AgendaItemType, { nullable: true, description: "The item whose resolution the method rests on; null for AREA.", complexity: ({ childComplexity }) => 5 + childComplexity })
  async resolution(@Root() { source }: CostPlanType, @Ctx() ctx: Context): Promise<AgendaItemType | null> {
    if (source.agendaItemId === null) return null;
    const [item] = await readItems(ctx.db, ctx.viewer, "id", [source.agendaItemId]);
    return item ? agendaItemType(item) : null;
  }

  @FieldResolver(() => String, { description: "What the method rests on, as a sentence.", complexity: 1 })
  basis(@Root() { source }: CostPlanType, @Ctx() ctx: Context): string {
    return basisOf(source.method === "AREA", ctx.language);
  }

  @FieldResolver(() => [CostShareType], { description: "The shares, in the household order: building, unit, floor, room, then shops. At most 500.", complexity: ({ childComplexity }) => 20 + 5 * childComplexity })
  async households(@Root() plan: CostPlanType, @Ctx() ctx: Context): Promise<CostShareType[]> {
    const said = await wordsOf(ctx, plan);
    const { source } = plan;
    return Promise.all(
      source.shares.map(async (share) => ({
        household: await door(ctx, share.householdId), areaCm2: share.areaCm2, shareFen: share.fen, state: shareState(source, share), paidFen: paidFor(source, share.householdId), owedFen: owedFen(source, share),
        refusedReason: said.get(keyOf("REFUSAL", share.householdId)) ?? null, waivedReason: said.get(keyOf("WAIVER", share.householdId)) ?? null,
        bearer: share.waiver?.bearerId ? await door(ctx, share.waiver.bearerId) : null, bearerFund: share.waiver?.fund ?? null,
        refundFen: source.refunds.find((r) => r.householdId === share.householdId)?.fen ?? 0,
      })),
    );
  }

  @FieldResolver(() => [CostDocumentType], { description: "The versions of the plan of works, the latest last; at most 30.", complexity: ({ childComplexity }) => 10 + 2 * childComplexity })
  async documents(@Root() plan: CostPlanType, @Ctx() ctx: Context): Promise<CostDocumentType[]> {
    const { documents, caseId } = plan.source;
    const [said, c] = await Promise.all([wordsOf(ctx, plan), seenCase(ctx, caseId)]);
    const attachments = c && documents.some(({ attachmentId }) => attachmentId !== null) ? await attachmentsOf(ctx, c) : [];
    return Promise.all(
      documents.map(async ({ id, version, attachmentId, addedAt, addedBy, approvedAt, approvedBy }) => ({
        id, version, addedAt, approvedAt, note: said.get(keyOf("DOCUMENT", id)) ?? "", attachment: attachments.find((a) => a.id === attachmentId) ?? null,
        addedBy: await personOf(ctx, addedBy), approvedBy: await personOf(ctx, approvedBy),
      })),
    );
  }

  @FieldResolver(() => [CostObjectionType], { description: "Objections against the plan while it hung, the oldest first.", complexity: 5 })
  async objections(@Root() plan: CostPlanType, @Ctx() ctx: Context): Promise<CostObjectionType[]> {
    const said = await wordsOf(ctx, plan);
    return plan.source.objections.map(({ id, at, answeredAt }) => ({ id, at, answeredAt, words: said.get(keyOf("OBJECTION", id)) ?? "", answer: said.get(keyOf("ANSWER", id)) ?? null }));
  }

  @FieldResolver(() => [CostReceiptType], { description: "The receipts, the oldest first; voided ones with the reason.", complexity: ({ childComplexity }) => 20 + 5 * childComplexity })
  async receipts(@Root() plan: CostPlanType, @Ctx() ctx: Context): Promise<CostReceiptType[]> {
    const said = await wordsOf(ctx, plan);
    return Promise.all(
      plan.source.receipts.map(async ({ householdId, payerId, collectorId, ...receipt }) => ({
        ...receipt, household: await door(ctx, householdId), payer: await door(ctx, payerId), collector: await personOf(ctx, collectorId), voidReason: said.get(keyOf("VOID", receipt.id)) ?? null,
      })),
    );
  }

  @FieldResolver(() => [CostPayoutType], { description: "What the contractor was paid, the oldest first.", complexity: ({ childComplexity }) => 5 + 3 * childComplexity })
  async payouts(@Root() plan: CostPlanType, @Ctx() ctx: Context): Promise<CostPayoutType[]> {
    const said = await wordsOf(ctx, plan);
    return Promise.all(plan.source.payouts.map(async ({ id, contractorId, fen, by, at }) => ({ id, fen, at, contractor: await contractorOf(ctx, contractorId), by: await personOf(ctx, by), note: said.get(keyOf("PAYOUT", id)) ?? "" })));
  }

  @FieldResolver(() => [CostRefundType], { description: "What goes back to whom by the final account, in the household order.", complexity: ({ childComplexity }) => 20 + 5 * childComplexity })
  refunds(@Root() { source }: CostPlanType, @Ctx() ctx: Context): Promise<CostRefundType[]> {
    return Promise.all(source.refunds.map(async ({ id, householdId, fen, paidAt, method }) => ({ id, fen, paidAt, method, household: await door(ctx, householdId) })));
  }

  @FieldResolver(() => CostFinalType, { nullable: true, description: "The final account; null before.", complexity: 3 })
  async final(@Root() plan: CostPlanType, @Ctx() ctx: Context): Promise<CostFinalType | null> {
    const { final, refunds } = plan.source;
    if (!final) return null;
    const said = await wordsOf(ctx, plan);
    return { totalFen: final.totalFen, at: final.at, publicity: final.publicity, savedFen: sumFen(refunds), by: await personOf(ctx, final.by), note: said.get(keyOf("FINAL")) ?? "" };
  }

  @FieldResolver(() => String, { nullable: true, description: "Why it was cancelled; null when it was not.", complexity: 1 })
  async cancelReason(@Root() plan: CostPlanType, @Ctx() ctx: Context): Promise<string | null> {
    return (await wordsOf(ctx, plan)).get(keyOf("CANCEL")) ?? null;
  }

  @FieldResolver(() => [CostActionStateType], { description: "What the viewer may do to it now, and why not the rest; every row of the table but openCosts, which is done to a case.", complexity: 5 })
  async actions(@Root() { source }: CostPlanType, @Ctx() ctx: Context): Promise<CostActionStateType[]> {
    const c = await requestLoader(ctx, "cases", () => caseLoader(ctx.db)).load(source.caseId);
    return costActionNames
      .filter((action) => action !== "openCosts")
      .map((action) => {
        const refusal = whyNotCost(action, source, c, ctx.viewer);
        const { code, message } = refusal ? refusalType(refusal, ctx.language) : { code: null, message: null };
        return { action, allowed: refusal === null, code, message };
      });
  }
}

const bases = {
  zh: ["《民法典》第二百八十三条：没有约定或者约定不明确的，按照业主专有部分面积所占比例确定", "《民法典》第二百八十三条：有约定的，按照约定；依板凳会议定"],
  en: ["Civil Code, art. 283: where nothing else is agreed, by exclusive floor area", "Civil Code, art. 283: as agreed, by a resolution of the bench meeting"],
} as const;

/** What a method rests on, in a language. */
export function basisOf(byLaw: boolean, language: "zh" | "en"): string {
  return bases[language][byLaw ? 0 : 1];
}
