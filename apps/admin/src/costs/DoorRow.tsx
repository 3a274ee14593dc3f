import { namesIn } from "@bandeng/domain";
import { Button } from "react-aria-components/Button";
import { Icon } from "../ui/Icon.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { shareIcon } from "./cost-text.ts";
import { words } from "./costs-words.ts";
import type { Door } from "./doors.ts";

const stateLook = { DUE: "text-ink-soft", PAID: "text-good", REFUSED: "text-bad", WAIVED: "text-ink-soft" } as const;

/** A door under the thumb: the room and what is due there, as large as it can be read in a stairwell. */
export function DoorRow({ door, floor, onPress }: { door: Door; floor: string; onPress: () => void }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const format = useFormat();
  const { share, bears, owedFen } = door;
  const bearsOpen = bears.filter((one) => one.owedFen > 0);
  return (
    <Button onPress={onPress} className="flex min-h-16 w-full items-center gap-3 rounded-one border border-line bg-surface px-3 py-2 text-start data-hovered:bg-hover data-pressed:bg-pressed">
      <span className="min-w-0 flex-1">
        <span className="block text-title font-semibold tabular-nums">{share.household.room}</span>
        <span className="block text-body text-ink-soft">{floor}</span>
      </span>
      <span className="flex min-w-0 flex-col items-end">
        <span className={`text-title tabular-nums ${owedFen > 0 ? "font-semibold" : "text-ink-soft"}`}>{format.money(owedFen > 0 ? owedFen : share.shareFen)}</span>
        {/* Whose own share is paid, and who owes for another, owes. */}
        {(share.state !== "PAID" || bearsOpen.length === 0) && (
          <span className={`flex items-center gap-1 text-body ${stateLook[share.state]}`}>
            <Icon name={shareIcon[share.state]} size="small" />
            {namesIn(language).shareState[share.state]}
          </span>
        )}
        {bearsOpen.length > 0 && (
          <span className="flex items-center gap-1 text-body">
            <Icon name="clock" size="small" />
            {w.bearsFor(bearsOpen.map(({ household }) => household.room).join(" "))}
          </span>
        )}
      </span>
      <Icon name="chevron-right" className="text-ink-soft" />
    </Button>
  );
}
