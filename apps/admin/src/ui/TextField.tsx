import type { Ref } from "react";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import { useWords } from "../words/useWords.tsx";
import { boxLook, fieldColumn, FieldFrame, type FieldFrameProps, inputLook } from "./field-look.tsx";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";

export interface TextFieldProps
  extends FieldFrameProps,
    Omit<AriaTextFieldProps, "children" | "className" | "style" | "isInvalid" | "isDisabled" | "render"> {
  placeholder?: string;
  icon?: IconName;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({ label, hideLabel, description, error, className, placeholder, icon, inputRef, ...given }: TextFieldProps) {
  const words = useWords();
  return (
    <AriaTextField {...given} isInvalid={error !== undefined} className={`group ${fieldColumn} ${className ?? ""}`}>
      <FieldFrame {...{ label, hideLabel: hideLabel ?? false, description, error }} requiredWord={given.isRequired ? words.ui.required : undefined}>
        <Group className={boxLook}>
          {icon && <Icon name={icon} size="small" className="ms-2 text-ink-soft" />}
          <Input {...(inputRef ? { ref: inputRef } : {})} {...(placeholder === undefined ? {} : { placeholder })} className={inputLook} />
        </Group>
      </FieldFrame>
    </AriaTextField>
  );
}
