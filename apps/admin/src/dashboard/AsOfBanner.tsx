import { Icon } from "../ui/Icon.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { dashboardWords } from "./dashboard-words.ts";

/** Nobody takes what was known then for what is. */
export function AsOfBanner({ day }: { day: string }) {
  const w = useWords(dashboardWords);
  const format = useFormat();
  return (
    <p role="status" className="flex items-start gap-2 rounded-one bg-warn-soft px-3 py-2 text-warn">
      <Icon name="history" size="small" className="mt-0.5" />
      {w.asOfBanner(format.date(`${day}T12:00:00+08:00`))}
    </p>
  );
}
