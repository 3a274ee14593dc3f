import { localDateOf, plusNaturalDays, type LocalDate } from "@bandeng/domain";
import type { ApiKeyShownFragment } from "../graphql/graphql.ts";
import type { IconName } from "../ui/icon-paths.ts";
import type { Tone } from "../ui/tone.ts";

/** From so many days on the end of a key is told as near. */
const soonDays = 14;
const dayMs = 86_400_000;

/** Whole days until a key ends: 0 on its last day. */
export function daysLeft(expiresAt: string, now: number): number {
  return Math.max(0, Math.ceil((new Date(expiresAt).getTime() - now) / dayMs) - 1);
}

/** Whether somebody should see to it now. */
export const endsSoon = (key: Pick<ApiKeyShownFragment, "state" | "expiresAt">, now: number): boolean => key.state === "ACTIVE" && daysLeft(key.expiresAt, now) <= soonDays;

export const keyLook: Readonly<Record<ApiKeyShownFragment["state"], { tone: Tone; icon: IconName }>> = {
  ACTIVE: { tone: "good", icon: "check" },
  EXPIRED: { tone: "warn", icon: "clock" },
  REVOKED: { tone: "neutral", icon: "blocked" },
};

/** The last day of a key: it ends when that day ends, so the moment a millisecond earlier lies in it. */
export const lastDayOf = (expiresAt: string): LocalDate => localDateOf(new Date(new Date(expiresAt).getTime() - 1).toISOString());

/** The presets of a new key, counted from today. */
export const termsFrom = (today: LocalDate) => ({ "90": plusNaturalDays(today, 90), "365": plusNaturalDays(today, 365) }) as const;
