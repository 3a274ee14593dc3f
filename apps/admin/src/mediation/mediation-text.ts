import { dayNumberOf, localDateOf } from "@bandeng/domain";
import type { MediationLineFragment } from "../graphql/graphql.ts";
import type { mediationWords } from "../words/zh/mediation.ts";
import type { Same } from "../words/language.ts";
import type { Tone } from "../ui/tone.ts";

export type MediationWords = Same<typeof mediationWords>;
type Party = MediationLineFragment["parties"][number];

/** `2024-03` as it stands on paper. */
export function numberOf(no: string, w: MediationWords): string {
  const [year = "", n = ""] = no.split("-");
  return w.no(year, String(Number(n)));
}

/** Who a party is: masked as everywhere, or the anonymous reporter. */
export function partyName(party: Pick<Party, "person"> | undefined, w: MediationWords): string {
  return party?.person?.name ?? w.anonymous;
}

/** 孙某 (A方): two parties of one masked name are told apart by their sides. */
export function partyLabel(party: Pick<Party, "person" | "side">, w: MediationWords): string {
  return `${partyName(party, w)} · ${w.side(party.side)}`;
}

/** A day as a moment, so that it is told in the language of the page. */
export const noonOf = (day: string): string => `${day}T12:00:00+08:00`;

/** How many days are left until a day in Shanghai; below 0 when it has passed. */
export function daysUntil(day: string, now: number): number {
  return dayNumberOf(day) - dayNumberOf(localDateOf(new Date(now).toISOString()));
}

export const stateTone = { OPEN: "accent", AGREED: "warn", PERFORMED: "good", NOT_REACHED: "neutral" } as const satisfies Record<MediationLineFragment["state"], Tone>;

/** How near a day is: what the colour beside the words is chosen by. */
export const nearness = (days: number): Tone => (days < 0 ? "bad" : days <= 5 ? "warn" : "neutral");
