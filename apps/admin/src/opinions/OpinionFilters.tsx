import { channels, namesIn } from "@bandeng/domain";
import { useEffect, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Select } from "../ui/Select.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { isNarrowed, type OpinionChange, type OpinionSearch } from "./opinion-search.ts";
import { opinionWords } from "./opinion-words.ts";

const ANY = "ANY";
const typingPause = 300;

/** What the list of all opinions is narrowed by; everything stands in the address. */
export function OpinionFilters({ search, onChange }: { search: OpinionSearch; onChange: (change: OpinionChange) => void }) {
  const w = useWords(opinionWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(search.q ?? "");
  const sought = typed.trim() === "" ? undefined : typed.trim();
  useEffect(() => {
    if (sought === search.q) return;
    const timer = setTimeout(() => onChange({ q: sought }), typingPause);
    return () => clearTimeout(timer);
  }, [sought, search.q, onChange]);
  const clear = () => {
    setTyped("");
    onChange({ channel: undefined, from: undefined, to: undefined, late: undefined, q: undefined, point: undefined, contactDay: undefined });
  };
  return (
    <section aria-label={w.filters} className="flex flex-col gap-2">
      <SearchField label={w.search} placeholder={w.search} value={typed} onChange={setTyped} className="max-w-xl" />
      {/* On a phone the rows come first. */}
      <Button icon="filter" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} className="self-start sm:hidden">
        {w.showFilters}
      </Button>
      <div className={`${isOpen ? "grid" : "hidden sm:grid"} grid-cols-1 items-end gap-2 sm:grid-cols-2 lg:grid-cols-[12rem_10rem_10rem_auto_1fr]`}>
        <Select
          label={w.channel}
          items={[{ id: ANY, label: w.anyChannel }, ...channels.map((id) => ({ id, label: names.channel[id] }))]}
          value={search.channel ?? ANY}
          onChange={(id) => onChange({ channel: channels.find((one) => one === id) })}
        />
        <DateField label={w.from} value={search.from ?? null} onChange={(from) => onChange({ from: from ?? undefined })} {...(search.to ? { max: search.to } : {})} />
        <DateField label={w.to} value={search.to ?? null} onChange={(to) => onChange({ to: to ?? undefined })} {...(search.from ? { min: search.from } : {})} />
        <CheckBox isSelected={search.late === true} onChange={(late) => onChange({ late: late || undefined })}>
          {w.late}
        </CheckBox>
        {isNarrowed(search) && (
          <Button variant="quiet" icon="close" onPress={clear} className="justify-self-start">
            {w.clearFilters}
          </Button>
        )}
      </div>
    </section>
  );
}
