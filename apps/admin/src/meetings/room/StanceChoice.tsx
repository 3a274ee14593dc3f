import { namesIn, stances, type Stance } from "@bandeng/domain";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { useLanguage } from "../../words/useWords.tsx";

export interface StanceChoiceProps {
  /** Whose, on what: read out. */
  label: string;
  option: string;
  words: string;
  value: Stance | null;
  reason: string | undefined;
  onChange: (stance: Stance) => void;
}

const looks: Record<Stance, string> = {
  FOR: "data-selected:border-good data-selected:bg-good-soft data-selected:text-good",
  ACCEPT: "data-selected:border-accent data-selected:bg-accent-soft data-selected:text-accent-ink",
  AGAINST: "data-selected:border-bad data-selected:bg-bad-soft data-selected:text-bad",
};
const marks: Record<Stance, string> = { FOR: "✓", ACCEPT: "○", AGAINST: "✗" };

/** 赞成, 可以接受, 反对: one tap each, large enough for a thumb. */
export function StanceChoice({ label, option, words, value, reason, onChange }: StanceChoiceProps) {
  const { language } = useLanguage();
  const names = namesIn(language).stance;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-16 flex-auto truncate text-ink-soft">
        {option} {words}
      </span>
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection={value !== null}
        selectedKeys={value === null ? [] : [value]}
        isDisabled={reason !== undefined}
        onSelectionChange={(keys) => {
          for (const key of keys) onChange(key as Stance);
        }}
        className="grid w-full max-w-md grid-cols-3 gap-1 sm:w-auto sm:min-w-80"
      >
        {stances.map((stance) => (
          <ToggleButton
            key={stance}
            id={stance}
            className={`flex min-h-11 items-center justify-center gap-1 rounded-one border border-line-strong bg-surface px-2 text-body data-disabled:border-dashed data-disabled:text-ink-soft data-hovered:bg-hover data-selected:font-semibold ${looks[stance]}`}
          >
            <span aria-hidden="true">{marks[stance]}</span>
            {names[stance]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
