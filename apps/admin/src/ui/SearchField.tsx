import type { Ref } from "react";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { SearchField as AriaSearchField, type SearchFieldProps as AriaSearchFieldProps } from "react-aria-components/SearchField";
import { useWords } from "../words/useWords.tsx";
import { boxLook, fieldColumn, inputLook, labelLook } from "./field-look.tsx";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, "children" | "className" | "style" | "isDisabled" | "render"> {
  label: string;
  /** On by default: a search box with its glass explains itself to the eye. */
  hideLabel?: boolean;
  placeholder?: string;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** Looks for something while typing; Escape or the cross clears it. */
export function SearchField({ label, hideLabel = true, placeholder, className, inputRef, ...given }: SearchFieldProps) {
  const words = useWords();
  return (
    <AriaSearchField {...given} className={`group ${fieldColumn} ${className ?? ""}`}>
      <Label className={hideLabel ? "sr-only" : labelLook}>{label}</Label>
      <Group className={boxLook}>
        <Icon name="search" size="small" className="ms-2 text-ink-soft" />
        <Input
          {...(inputRef ? { ref: inputRef } : {})}
          placeholder={placeholder ?? words.ui.search}
          className={`${inputLook} [&::-webkit-search-cancel-button]:hidden`}
        />
        <IconButton icon="close" size="small" label={words.ui.clearField(label)} hasTooltip={false} className="me-0.5 group-data-empty:invisible" />
      </Group>
    </AriaSearchField>
  );
}
