import type { CaseKind } from "@bandeng/domain";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { namesOf } from "../board/names-of.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { intakeWords } from "./intake-words.ts";

const kinds: readonly CaseKind[] = ["OPINION", "DIFFICULTY", "DISPUTE"];

export interface KindTilesProps {
  value: CaseKind | null;
  onChange: (kind: CaseKind) => void;
}

/** 谈 · 议 · 评: large enough for a thumb that does not aim. */
export function KindTiles({ value, onChange }: KindTilesProps) {
  const words = useWords(intakeWords);
  const { terms } = useWords();
  const names = namesOf(useLanguage().language).kind;
  return (
    <>
      <RadioGroup
        aria-label={words.kind}
        orientation="horizontal"
        value={value}
        onChange={(kind) => onChange(kind as CaseKind)}
        className="grid grid-cols-3 gap-2"
      >
        {kinds.map((kind) => (
          <Radio
            key={kind}
            value={kind}
            className="group/tile relative flex min-h-24 flex-col items-center justify-center gap-0.5 rounded-one border border-line-strong bg-surface px-1 py-2 text-center data-hovered:border-ink data-pressed:bg-hover data-selected:border-accent data-selected:bg-accent-soft data-selected:ring-1 data-selected:ring-accent"
          >
            <span
              aria-hidden="true"
              className="flex size-8 items-center justify-center rounded-[4px] border-2 border-current text-lead font-semibold text-ink-soft group-data-selected/tile:border-transparent group-data-selected/tile:bg-accent group-data-selected/tile:text-on-accent"
            >
              {terms.kindSeal[kind]}
            </span>
            <span className="font-medium">{names[kind]}</span>
            <span className="text-small text-balance text-ink-soft group-data-selected/tile:text-accent-ink">{words.kindNote[kind]}</span>
          </Radio>
        ))}
      </RadioGroup>
      {value === "DISPUTE" && <p className="text-small text-ink-soft">{words.confidential}</p>}
    </>
  );
}
