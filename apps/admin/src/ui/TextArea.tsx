import type { Ref } from "react";
import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import { useWords } from "../words/useWords.tsx";
import { fieldColumn, FieldFrame, type FieldFrameProps } from "./field-look.tsx";

export interface TextAreaProps
  extends FieldFrameProps,
    Omit<AriaTextFieldProps, "children" | "className" | "style" | "isInvalid" | "isDisabled" | "render"> {
  placeholder?: string;
  rows?: number;
  areaRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text: a reason, the resident's own words. Grows with its content where the browser can. */
export function TextArea({ label, hideLabel, description, error, className, placeholder, rows = 3, areaRef, ...given }: TextAreaProps) {
  const words = useWords();
  return (
    <AriaTextField {...given} isInvalid={error !== undefined} className={`group ${fieldColumn} ${className ?? ""}`}>
      <FieldFrame {...{ label, hideLabel: hideLabel ?? false, description, error }} requiredWord={given.isRequired ? words.ui.required : undefined}>
        <AriaTextArea
          {...(areaRef ? { ref: areaRef } : {})}
          {...(placeholder === undefined ? {} : { placeholder })}
          rows={rows}
          className="field-sizing-content min-h-control w-full rounded-one border border-line-strong bg-surface px-2 py-1.5 text-body text-ink data-hovered:border-ink group-data-invalid:border-bad"
        />
      </FieldFrame>
    </AriaTextField>
  );
}
