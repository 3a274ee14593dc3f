import { decideAddContractor, decideRateContractor, recordedContractor, type Contractor, type ContractorEntry, type ContractorEvent, type Instant } from "@bandeng/domain";
import { must, type CaseBook } from "./case-book.ts";
import type { CostStory } from "./cost-story.ts";
import { demoCommunity } from "./place-plan.ts";
import { moment } from "./times.ts";

/** A contractor of the demo's register, with its log and what was said about its work. */
export interface ToldContractor {
  now: Contractor;
  readonly entry: ContractorEntry;
  readonly events: ContractorEvent[];
  readonly said: Map<string, string>;
}

const plan: readonly (readonly [name: string, licence: string, phone: string])[] = [
  ["宜城市政维修队（演示）", "市政公用工程施工 三级", "0556-0000 101"],
  ["大江管道疏通（演示）", "管道工程专业承包", "0556-0000 102"],
  ["振风建筑修缮（演示）", "建筑装修装饰 二级", "0556-0000 103"],
  ["菱湖防水工程（演示）", "防水防腐保温 二级", "0556-0000 104"],
];

/** The register of the community, kept since the beginning of the year. */
export function tellContractors(book: CaseBook): void {
  const at = moment("2024-01-10", "10:00");
  const facts = book.facts("zhou", at);
  for (const [name, licence, phone] of plan) {
    const id = book.costId(at);
    const entry = { name, licence, phone };
    const { contractor, event } = must(recordedContractor(null, id, decideAddContractor({ ...entry, area: demoCommunity }, facts), facts), name);
    book.contractors.push({ now: contractor, entry, events: [event], said: new Map() });
  }
}

/** The contractor of a settled plan is rated by the clerk. */
export function rate(book: CaseBook, costs: CostStory, at: Instant, stars: number, words: string): void {
  const quote = costs.plan.quotes.find(({ id }) => id === costs.plan.chosenQuoteId);
  const told = book.contractors.find(({ now }) => now.id === quote?.contractorId);
  if (!told) throw new RangeError("Nobody did the work");
  const facts = book.facts("zhou", at);
  const { contractor, event } = must(recordedContractor(told.now, told.now.id, decideRateContractor(told.now, { plan: costs.plan, stars, words }, facts), facts), "rate");
  told.now = contractor;
  told.events.push(event);
  told.said.set(costs.plan.id, words);
}
