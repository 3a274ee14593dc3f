import { Icon } from "../ui/Icon.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { words } from "./costs-words.ts";

/** That the shares are what there is to share, to the fen; or by how much they are not. */
export function SumLine({ toShareFen, sumFen }: { toShareFen: number; sumFen: number }) {
  const w = useWords(words);
  const format = useFormat();
  const isEqual = toShareFen === sumFen;
  return (
    <p aria-live="polite" className={`flex items-start gap-1.5 font-medium tabular-nums ${isEqual ? "text-good" : "text-bad"}`}>
      <Icon name={isEqual ? "done" : "alert"} size="small" className="mt-0.5" />
      {isEqual ? w.sumMatches(format.money(sumFen)) : w.sumDiffers(format.money(sumFen), format.money(toShareFen))}
    </p>
  );
}
