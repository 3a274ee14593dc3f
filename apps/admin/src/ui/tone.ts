/** What a colour means in badges, chips and toasts. It never stands alone: words or an icon say the same. */
export type Tone = "neutral" | "accent" | "good" | "warn" | "bad";

export const toneLook: Record<Tone, string> = {
  neutral: "bg-sunken text-ink-soft",
  accent: "bg-accent-soft text-accent-ink",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};
