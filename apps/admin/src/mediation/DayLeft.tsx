import { Chip } from "../ui/Chip.tsx";
import { useNow } from "../words/use-now.ts";
import { useWords } from "../words/useWords.tsx";
import { daysUntil, nearness } from "./mediation-text.ts";
import { words } from "./mediation-words.ts";

/** How many days are left until a day: in words and, where it is near, in colour. */
export function DayLeft({ day }: { day: string }) {
  const w = useWords(words);
  const days = daysUntil(day, useNow());
  return (
    <Chip tone={nearness(days)} icon={days < 0 ? "alert" : "clock"}>
      {w.daysLeft(days)}
    </Chip>
  );
}
