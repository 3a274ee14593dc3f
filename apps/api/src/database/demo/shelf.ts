import type { CaseKind } from "@bandeng/domain";
import { diceFor } from "./seed.ts";
import { assetTellings } from "./tellings/assets.ts";
import { disputeTellings } from "./tellings/disputes.ts";
import { eventTellings } from "./tellings/events.ts";
import type { Telling } from "./tellings/telling.ts";

const all = { ...assetTellings, ...eventTellings, ...disputeTellings };

export type CategoryId = keyof typeof all;
export type MatterCategory = keyof typeof assetTellings | keyof typeof eventTellings;
export type DisputeCategory = keyof typeof disputeTellings;

export const matterCategories = [...Object.keys(assetTellings), ...Object.keys(eventTellings)] as readonly MatterCategory[];
export const disputeCategories = Object.keys(disputeTellings) as readonly DisputeCategory[];

/** Whether a category is one of disputes. */
function isDispute(category: CategoryId): category is DisputeCategory {
  return category in disputeTellings;
}

/** The kind a category has when a story does not say: quarrels are disputes. */
export function usualKind(category: CategoryId): CaseKind {
  return isDispute(category) ? "DISPUTE" : "DIFFICULTY";
}

/** Hands out the tellings of each category one after the other, so that no two neighbours say the same words too soon. */
export class Shelf {
  readonly #taken = new Map<CategoryId, number>();
  readonly #dice = diceFor("phrases");
  readonly #step: 1 | -1;

  /** Present matters are taken from the end of the shelf and old ones from its beginning: they meet in the middle. */
  constructor(from: "FRONT" | "BACK") {
    this.#step = from === "FRONT" ? 1 : -1;
  }

  take(category: CategoryId): Telling {
    const row: readonly Telling[] = all[category];
    const n = this.#taken.get(category) ?? 0;
    this.#taken.set(category, n + 1);
    const index = this.#step === 1 ? n : -1 - n;
    const telling = row[((index % row.length) + row.length) % row.length];
    if (!telling) throw new RangeError(`Nothing is told about ${category}`);
    return telling;
  }

  /** One of the phrases, the same on every run. */
  say(phrases: readonly string[]): string {
    return this.#dice.of(phrases);
  }
}
