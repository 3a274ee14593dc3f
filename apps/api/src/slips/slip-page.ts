import { callbacksOfRound, catchUp, localDateOf, naturalDue, phraseOf, slipActs, whyNotBySlip, type Case, type CaseKind, type CaseLevel, type CaseStatus, type Facts, type Instant, type LocalDate, type Satisfaction, type SlipAct } from "@bandeng/domain";
import { readSlipCase, type SlipHolder } from "./slip-case.ts";
import { communityName, toldResult } from "./told-result.ts";
import { storingScope } from "../access/scope.ts";
import { factsFor } from "../cases/facts.ts";
import { receiptsExist } from "../cases/receipts-exist.ts";
import { changeScope } from "../database/transaction.ts";
import type { Ground, Language } from "../http/context.ts";

/** What the page behind a slip's code shows: nothing of anybody, and of a confidential case its status alone. */
export interface SlipPage {
  readonly status: CaseStatus;
  /** When it came to that status or level. */
  readonly since: Instant;
  /** A dispute: all below but `acts` and one's own answer is null. */
  readonly confidential: boolean;
  readonly no: string | null;
  readonly kind: CaseKind | null;
  /** Name of the community. */
  readonly community: string | null;
  readonly level: CaseLevel | null;
  /** By when the next thing was promised. */
  readonly promisedAt: Instant | null;
  /** What was done, once it is resolved. */
  readonly result: string | null;
  /** What whoever holds the slip answered to the present result. */
  readonly answer: { readonly satisfaction: Satisfaction; readonly resolved: boolean | null; readonly at: Instant } | null;
  readonly acts: readonly { readonly act: SlipAct; readonly possible: boolean; /** Why not, as a sentence. */ readonly reason: string | null }[];
  /** Last day on which it can be reopened or appealed; null where it cannot. */
  readonly until: LocalDate | null;
}

/** What the holder of a slip sees of his case now. */
export async function slipPage(ground: Ground, holder: SlipHolder, language: Language): Promise<SlipPage | null> {
  return holder.db.transaction(async (client) => {
    const stored = await readSlipCase(client, holder.caseId);
    if (!stored) return null;
    const isTold = stored.kind !== "DISPUTE" && stored.resolvedAt !== null;
    await changeScope(client, storingScope(holder.viewer, holder.area));
    const facts = await factsFor(client, holder.viewer, holder.area, await ground.clock.now(client));
    const { case: c } = catchUp(stored, facts);
    const paid = await receiptsExist(client, c.id);
    const acts = slipActs.map((act) => {
      const no = whyNotBySlip(act, c, paid, facts);
      return { act, possible: no === null, reason: no && phraseOf(no, language) };
    });
    const answer = callbacksOfRound(c).find((b) => b.respondent === holder.viewer.slip.respondent && b.satisfaction !== null);
    const own = { status: c.status, since: c.movedAt, answer: answer?.satisfaction ? { satisfaction: answer.satisfaction, resolved: answer.resolved, at: answer.at } : null, acts, until: untilOf(c, facts, acts) };
    if (c.kind === "DISPUTE") return { ...own, confidential: true, no: null, kind: null, community: null, level: null, promisedAt: null, result: null };
    const [community, result] = [await communityName(client, c), isTold ? await toldResult(client, c) : null];
    return { ...own, confidential: false, no: c.no, kind: c.kind, community, level: c.level, promisedAt: c.due?.at ?? null, result };
  });
}

function untilOf(c: Case, { rules, calendar }: Facts, acts: SlipPage["acts"]): LocalDate | null {
  const can = (act: SlipAct): boolean => acts.some((one) => one.act === act && one.possible);
  const last = (from: Instant | null, days: number): LocalDate | null => from && localDateOf(naturalDue(localDateOf(from), { days }, calendar).at);
  if (can("appeal")) return last(c.declinedAt, rules.appealNaturalDays);
  return can("reopen") ? last(c.closedAt, rules.reopenNaturalDays) : null;
}
