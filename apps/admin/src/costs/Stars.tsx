import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import { words } from "./costs-words.ts";

const five = [1, 2, 3, 4, 5];

/** Stars of a rating or an average: drawn to the nearest, said exactly. */
export function Stars({ stars }: { stars: number }) {
  const w = useWords(words);
  return (
    <span role="img" aria-label={w.stars(stars)} className="inline-flex items-center gap-0.5">
      {five.map((one) => (
        <Icon key={one} name="star" size="small" filled={one <= Math.round(stars)} className={one <= Math.round(stars) ? "text-warn" : "text-line-strong"} />
      ))}
    </span>
  );
}
