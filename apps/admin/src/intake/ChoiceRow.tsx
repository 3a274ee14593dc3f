import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";

interface ChoiceRowProps<Id extends string> {
  label: string;
  choices: readonly { id: Id; label: string }[];
}

const chipLook =
  "inline-flex min-h-control min-w-control items-center justify-center rounded-one border border-line-strong bg-surface px-3 data-hovered:bg-hover data-selected:border-accent data-selected:bg-accent-soft data-selected:font-medium data-selected:text-accent-ink";

/** One of a row that may wrap: more than a segmented control holds on a phone. */
export function ChoiceRow<Id extends string>({ label, choices, value, onChange }: ChoiceRowProps<Id> & { value: Id; onChange: (id: Id) => void }) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        for (const key of keys) onChange(String(key) as Id);
      }}
      className="flex flex-wrap gap-2"
    >
      {choices.map(({ id, label: name }) => (
        <ToggleButton key={id} id={id} className={chipLook}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Any of a row. */
export function ChoicesRow<Id extends string>({ label, choices, value, onChange }: ChoiceRowProps<Id> & { value: readonly Id[]; onChange: (ids: Id[]) => void }) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={value}
      onSelectionChange={(keys) => onChange(choices.map(({ id }) => id).filter((id) => keys.has(id)))}
      className="flex flex-wrap gap-2"
    >
      {choices.map(({ id, label: name }) => (
        <ToggleButton key={id} id={id} className={chipLook}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
