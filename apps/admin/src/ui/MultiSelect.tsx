import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Button } from "react-aria-components/Button";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { useWords } from "../words/useWords.tsx";
import { fieldColumn, FieldFrame, type FieldFrameProps } from "./field-look.tsx";
import { Icon } from "./Icon.tsx";
import { listLook, listPanelLook, Option, type OptionItem } from "./Option.tsx";
import { panelLook } from "./Popover.tsx";
import { SearchField } from "./SearchField.tsx";

export interface MultiSelectProps extends FieldFrameProps {
  items: readonly OptionItem[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
  placeholder?: string;
  /** A search box over the list; finds by label and by `search` (pinyin, code). */
  isSearchable?: boolean;
}

/** Several of a list; closed it names one choice, or says how many there are. */
export function MultiSelect(given: MultiSelectProps) {
  const { label, hideLabel, description, error, className, items, value, onChange, placeholder, isSearchable = false } = given;
  const words = useWords();
  const { contains } = useFilter({ sensitivity: "base" });
  const searchOf = new Map(items.map((item) => [item.label, item.search ?? ""]));
  const list = (
    <ListBox items={items} className={listLook} renderEmptyState={() => <p className="p-2 text-ink-soft">{words.ui.noMatch}</p>}>
      {(item) => <Option item={item} />}
    </ListBox>
  );
  return (
    <AriaSelect
      selectionMode="multiple"
      value={value}
      onChange={(keys) => onChange(keys.map(String))}
      placeholder={placeholder ?? words.ui.choose}
      isInvalid={error !== undefined}
      className={`group ${fieldColumn} ${className ?? ""}`}
    >
      <FieldFrame {...{ label, hideLabel: hideLabel ?? false, description, error }}>
        <Button className="flex min-h-control w-full min-w-0 items-center gap-1 rounded-one border border-line-strong bg-surface ps-2 pe-1.5 text-start text-body text-ink group-data-invalid:border-bad data-hovered:border-ink data-pressed:bg-hover">
          <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-soft">
            {({ isPlaceholder, defaultChildren }) =>
              isPlaceholder
                ? defaultChildren
                : value.length === 1
                  ? (items.find((item) => item.id === value[0])?.label ?? words.ui.chosen(1))
                  : words.ui.chosen(value.length)
            }
          </SelectValue>
          <Icon name="chevron-down" size="small" className="text-ink-soft" />
        </Button>
      </FieldFrame>
      <Popover offset={4} containerPadding={8} className={`${listPanelLook} ${panelLook}`}>
        {isSearchable ? (
          <Autocomplete filter={(text, input) => contains(`${text} ${searchOf.get(text) ?? ""}`, input)}>
            <SearchField label={words.ui.search} autoFocus className="p-2 pb-1" />
            {list}
          </Autocomplete>
        ) : (
          list
        )}
      </Popover>
    </AriaSelect>
  );
}
