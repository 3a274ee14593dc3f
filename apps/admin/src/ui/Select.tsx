import { Button } from "react-aria-components/Button";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { useWords } from "../words/useWords.tsx";
import { fieldColumn, FieldFrame, type FieldFrameProps } from "./field-look.tsx";
import { Icon } from "./Icon.tsx";
import { listLook, listPanelLook, Option, type OptionItem } from "./Option.tsx";
import { panelLook } from "./Popover.tsx";

export interface SelectProps extends FieldFrameProps {
  items: readonly OptionItem[];
  value: string | null;
  onChange: (id: string) => void;
  placeholder?: string;
  isRequired?: boolean;
  name?: string;
}

/** One of a few. (One of many, or of what the server finds: ComboBox. Two to five in view: SegmentedControl.) */
export function Select({ label, hideLabel, description, error, className, items, value, onChange, placeholder, isRequired, name }: SelectProps) {
  const words = useWords();
  return (
    <AriaSelect
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      placeholder={placeholder ?? words.ui.choose}
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      {...(name ? { name } : {})}
      className={`group ${fieldColumn} ${className ?? ""}`}
    >
      <FieldFrame {...{ label, hideLabel: hideLabel ?? false, description, error }} requiredWord={isRequired ? words.ui.required : undefined}>
        <Button className="flex min-h-control w-full min-w-0 items-center gap-1 rounded-one border border-line-strong bg-surface ps-2 pe-1.5 text-start text-body text-ink group-data-invalid:border-bad data-hovered:border-ink data-pressed:bg-hover">
          <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-soft">
            {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
          </SelectValue>
          <Icon name="chevron-down" size="small" className="text-ink-soft" />
        </Button>
      </FieldFrame>
      <Popover offset={4} containerPadding={8} className={`${listPanelLook} ${panelLook}`}>
        <ListBox items={items} className={listLook}>
          {(item) => <Option item={item} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
