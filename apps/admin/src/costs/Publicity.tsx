import type { CostLineFragment } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { words } from "./costs-words.ts";

/** Where it hangs and until when. */
export function Publicity({ publicity: p }: { publicity: NonNullable<CostLineFragment["publicity"]> }) {
  const w = useWords(words);
  const format = useFormat();
  const isOver = new Date(p.until).getTime() <= useNow();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{w.publicAt(p.place)}</span>
      <span className="tabular-nums">{w.publicFromTo(format.date(p.from), format.dateTime(p.until))}</span>
      <Chip icon={isOver ? "check" : "clock"} tone={isOver ? "good" : "accent"}>
        {isOver ? w.publicOver : w.publicRuns}
      </Chip>
    </p>
  );
}
