import { namesIn, sumFen, type CostPlan, type SecretaryProject } from "@bandeng/domain";
import type { PublishedFacts } from "./publication-store.ts";

/** 1850000 → 18,500.00 元. */
function yuan(fen: number): string {
  const [whole = "0", rest = "00"] = (Math.abs(fen) / 100).toFixed(2).split(".");
  return `${fen < 0 ? "-" : ""}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ",")}.${rest} 元`;
}

/** What the board tells of a project beside its text: what can be counted, the money, the steps. Chinese, as the board is. */
export function projectFacts(p: SecretaryProject, progress: number): PublishedFacts {
  return {
    lines: [
      { label: "项目编号", value: p.no },
      { label: "预算", value: yuan(p.budgetFen) },
      ...p.funds.map(({ name, fen }) => ({ label: `资金来源：${name}`, value: yuan(fen) })),
      ...p.deliverables.map(({ name, planned, accepted }) => ({ label: name, value: p.state === "STRUCK_OFF" ? `计划${planned}，验收${accepted}` : `计划${planned}` })),
      ...(p.state === "STRUCK_OFF" || progress > 0 ? [{ label: "进度", value: `${progress}%` }] : []),
    ],
    table: { columns: ["节点", "权重", "期限"], rows: p.milestones.map(({ title, weight, dueOn }) => [title, `${weight}%`, dueOn]) },
  };
}

/**
 * What the board tells of a plan of costs: the sums, and how they are shared. Which room bears how much hangs in the
 * stairwell, where those live whom it concerns; the page that everybody can open names no room.
 */
export function costFacts(plan: CostPlan): PublishedFacts {
  const shares = plan.shares.map(({ fen }) => fen);
  const total = plan.quotes.find(({ id }) => id === plan.chosenQuoteId)?.totalFen ?? 0;
  return {
    lines: [
      { label: "方案编号", value: plan.no },
      { label: "总价", value: yuan(total) },
      ...plan.funds.map(({ name, fen }) => ({ label: `直接承担：${name}`, value: yuan(fen) })),
      { label: "居民分摊", value: yuan(sumFen(plan.shares)) },
      { label: "分摊方式", value: namesIn("zh").costMethod[plan.method] },
      { label: "分摊户数", value: `${shares.length}户，每户 ${yuan(Math.min(...shares))} 至 ${yuan(Math.max(...shares))}` },
      { label: "报价", value: `${plan.quotes.length}份` },
    ],
    table: null,
  };
}

/** What the board tells of the final account. */
export function finalFacts(plan: CostPlan): PublishedFacts {
  return {
    lines: [
      { label: "方案编号", value: plan.no },
      { label: "决算", value: yuan(plan.final?.totalFen ?? 0) },
      { label: "居民已缴", value: yuan(sumFen(plan.receipts.filter(({ voidedAt }) => voidedAt === null))) },
      { label: "退还居民", value: yuan(sumFen(plan.refunds)) },
    ],
    table: null,
  };
}
