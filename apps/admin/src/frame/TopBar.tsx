import { useContext } from "react";
import { useWords } from "../words/useWords.tsx";
import { BenchMark } from "./BenchMark.tsx";
import { DisplayButton, LanguageButton } from "./DisplayButton.tsx";
import { useShownTitle } from "./page-title.ts";
import { Slots } from "./slots.ts";

/** Where one is, and what is the same everywhere. */
export function TopBar({ titleId }: { titleId: string }) {
  const words = useWords();
  const title = useShownTitle();
  const { UserMenu, CommandPalette, Inbox } = useContext(Slots);
  return (
    <header aria-label={words.frame.topBar} className="flex h-top-bar shrink-0 items-center gap-1 border-b border-line bg-surface px-2 sm:px-4 print:hidden">
      <BenchMark className="me-1 size-7 sm:hidden" />
      <h1 id={titleId} className="min-w-0 flex-1 truncate text-lead font-semibold">
        {title || words.frame.product}
      </h1>
      {CommandPalette && <CommandPalette />}
      {Inbox && <Inbox />}
      <LanguageButton />
      <DisplayButton />
      {UserMenu && <UserMenu />}
    </header>
  );
}
