import { useState } from "react";
import { useFilter } from "react-aria-components/Autocomplete";
import { Button } from "react-aria-components/Button";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { useWords } from "../words/useWords.tsx";
import { boxLook, fieldColumn, FieldFrame, type FieldFrameProps, inputLook } from "./field-look.tsx";
import { Icon } from "./Icon.tsx";
import { listLook, listPanelLook, Option, type OptionItem } from "./Option.tsx";
import { panelLook } from "./Popover.tsx";

export interface ComboBoxProps extends FieldFrameProps {
  /** All items, filtered here; or with `onInputChange` what was found for the present input. */
  items: readonly OptionItem[];
  value: string | null;
  onChange: (id: string | null) => void;
  /** Give both when something else (the server) does the finding: the list is then shown as it is. */
  inputValue?: string;
  onInputChange?: (input: string) => void;
  isLoading?: boolean;
  placeholder?: string;
  isRequired?: boolean;
}

/** One of many, found by typing. */
export function ComboBox(given: ComboBoxProps) {
  const { label, hideLabel, description, error, className, items, value, onChange, inputValue, onInputChange, isLoading = false } = given;
  const words = useWords();
  const isFoundElsewhere = onInputChange !== undefined;
  const { contains } = useFilter({ sensitivity: "base" });
  const searchOf = new Map(items.map((item) => [item.label, item.search ?? ""]));
  // What was chosen stays among the items, even when the server's next answer does not hold it: React Aria would empty the input.
  const [chosen, setChosen] = useState<OptionItem | null>(null);
  const isKept = chosen !== null && chosen.id === value && !items.some((item) => item.id === value);
  const choose = (id: string | null) => {
    const item = items.find((one) => one.id === id) ?? (chosen?.id === id ? chosen : null);
    setChosen(item);
    // With value and input both held by the caller, React Aria leaves it to us to write the choice into the input.
    if (item) onInputChange?.(item.label);
    if (id !== value) onChange(id);
  };
  const type = (input: string) => {
    onInputChange?.(input);
    if (input === "" && value !== null) onChange(null);
  };
  return (
    <AriaComboBox
      {...(isFoundElsewhere ? { items: isKept ? [chosen, ...items] : items, inputValue: inputValue ?? "", onInputChange: type } : { defaultItems: items })}
      value={value}
      onChange={(key) => choose(key === null ? null : String(key))}
      defaultFilter={(text, input) => contains(`${text} ${searchOf.get(text) ?? ""}`, input)}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={error !== undefined}
      isRequired={given.isRequired ?? false}
      className={`group ${fieldColumn} ${className ?? ""}`}
    >
      <FieldFrame {...{ label, hideLabel: hideLabel ?? false, description, error }} requiredWord={given.isRequired ? words.ui.required : undefined}>
        <Group className={boxLook}>
          <Input {...(given.placeholder === undefined ? {} : { placeholder: given.placeholder })} className={inputLook} />
          <Button className="flex min-h-control-small min-w-control-small items-center justify-center self-stretch text-ink-soft">
            <Icon name={isLoading ? "refresh" : "chevron-down"} size="small" className={isLoading ? "animate-turn" : ""} />
          </Button>
        </Group>
      </FieldFrame>
      <Popover offset={4} containerPadding={8} className={`${listPanelLook} ${panelLook}`}>
        <ListBox<OptionItem>
          className={listLook}
          renderEmptyState={() => <p className="p-2 text-ink-soft">{isLoading ? words.ui.loading : words.ui.noMatch}</p>}
        >
          {(item) => <Option item={item} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
