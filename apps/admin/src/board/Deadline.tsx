import { Icon } from "../ui/Icon.tsx";
import type { IconName } from "../ui/icon-paths.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { namesOf } from "./names-of.ts";
import type { Card } from "./card.ts";

const looks: Record<"overdue" | "soon" | "later" | "paused", { icon: IconName; colour: string }> = {
  overdue: { icon: "alert", colour: "text-bad font-medium" },
  soon: { icon: "clock", colour: "text-warn" },
  later: { icon: "clock", colour: "text-ink-soft" },
  paused: { icon: "pause", colour: "text-ink-soft" },
};

/** 剩 6 小时 · 超时 3 小时: colour, icon and words. */
export function Deadline({ card, now }: { card: Card; now: number }) {
  const { board: w } = useWords();
  const { language } = useLanguage();
  const format = useFormat();
  const { due } = card;
  if (due?.at == null) return <span className="min-w-0 flex-1 truncate text-ink-soft">{due ? w.byMilestones : w.noDue}</span>;
  const paused = due.expected || card.status === "ON_HOLD";
  const { text, urgency } = format.deadline({ due: due.at, now, paused });
  const { icon, colour } = looks[paused ? "paused" : urgency];
  const hint = `${namesOf(language).due[due.kind]} ${format.dateTime(due.at)}${due.provisional ? ` · ${w.provisionalDue}` : ""}`;
  return (
    <span title={hint} className={`flex shrink-0 items-center gap-1 ${colour}`}>
      <Icon name={icon} size="small" />
      <span className="truncate">{text}</span>
    </span>
  );
}
