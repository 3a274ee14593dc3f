import type { Same } from "../words/language.ts";
import type { caseWords } from "../words/zh/case.ts";

type Words = Same<typeof caseWords>;

/** Year and running number: within a community the rest of a number says nothing. */
export function shortNo(no: string): string {
  return no.slice(no.indexOf("-") + 1);
}

/** A masked dispute has the same title everywhere, in the language of the page. */
export function titleOf(card: { title: string; visibility: "WHOLE" | "MASKED" }, w: Words): string {
  return card.visibility === "MASKED" ? w.maskedTitle : card.title;
}

export interface PlaceNamed {
  compoundName?: string | null | undefined;
  buildingAddress?: string | null | undefined;
  unitNo?: number | null | undefined;
}

/** 曹家巷小区 · 曹家巷12号 · 3 单元; empty when unknown. An address that begins with its compound says it once. */
export function placeText(place: PlaceNamed, w: Words): string {
  const isSaid = place.compoundName != null && place.buildingAddress?.startsWith(place.compoundName);
  return [isSaid ? null : place.compoundName, place.buildingAddress, place.unitNo == null ? null : w.unitNo(place.unitNo)].filter(Boolean).join(" · ");
}
