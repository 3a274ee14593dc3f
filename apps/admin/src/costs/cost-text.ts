import type { CostDoorFragment, CostLineFragment, CostShownFragment } from "../graphql/graphql.ts";
import type { Tone } from "../ui/tone.ts";
import type { Same } from "../words/language.ts";
import type { costsWords } from "../words/zh/costs.ts";

export type CostsWords = Same<typeof costsWords>;
export type Share = CostShownFragment["households"][number];

/** 3单元 302, or 商铺2: a door within its building. */
function roomOf({ unitNo, room }: CostDoorFragment, w: CostsWords): string {
  return unitNo == null ? room : w.room(unitNo, room);
}

/** With the building, where the doors are not all in one. */
export function doorOf(door: CostDoorFragment, w: CostsWords): string {
  return `${door.building} ${roomOf(door, w)}`;
}

/** The shortest name of a door that is clear among all of the plan. */
export function doorNamesOf({ households }: Pick<CostShownFragment, "households">, w: CostsWords): (door: CostDoorFragment) => string {
  const isOneBuilding = new Set(households.map(({ household }) => household.building)).size < 2;
  return (door) => (isOneBuilding ? roomOf(door, w) : doorOf(door, w));
}

export const stateTone = { DRAFT: "neutral", PUBLICISED: "accent", COLLECTING: "warn", SETTLED: "good", CANCELLED: "neutral" } as const satisfies Record<CostLineFragment["state"], Tone>;
export const shareTone = { DUE: "neutral", PAID: "good", REFUSED: "bad", WAIVED: "accent" } as const satisfies Record<Share["state"], Tone>;
export const shareIcon = { DUE: "clock", PAID: "check", REFUSED: "blocked", WAIVED: "people" } as const;

/** 58.40 m² out of cm², without floating point. */
export function squareMetres(areaCm2: number): string {
  const hundredths = Math.round(areaCm2 / 100);
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")} m²`;
}

/** What came in by receipts that stand, went out as refunds, and was paid to the contractor. */
export function moneyOf({ receipts, refunds, payouts }: Pick<CostShownFragment, "receipts" | "refunds" | "payouts">) {
  const sum = (amounts: readonly { fen: number }[]) => amounts.reduce((total, { fen }) => total + fen, 0);
  const received = sum(receipts.filter(({ voidedAt }) => voidedAt == null));
  const refunded = sum(refunds.filter(({ paidAt }) => paidAt != null));
  const paid = sum(payouts);
  return { received, refunded, paid, left: received - refunded - paid };
}

/** The number after one on a pad of receipts: SJ-0099 → SJ-0100. Empty where the last one ends in no digit. */
export function nextNumber(last: string | undefined): string {
  const [, head = "", tail] = /^(.*?)(\d{1,12})$/.exec(last ?? "") ?? [];
  return tail === undefined ? "" : `${head}${String(Number(tail) + 1).padStart(tail.length, "0")}`;
}

/** Doors where something is still to be paid. */
export const openDoorsOf = ({ households }: Pick<CostLineFragment, "households">): number => households.filter(({ owedFen }) => owedFen > 0).length;

/** Its publicity is over, and nobody has begun to collect: what costPlans(overdueOnly) finds. */
export const isOverdue = ({ state, publicity }: Pick<CostLineFragment, "state" | "publicity">, now: number): boolean => state === "PUBLICISED" && publicity != null && new Date(publicity.until).getTime() < now;
