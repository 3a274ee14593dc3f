import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { TextField } from "react-aria-components/TextField";
import { useWords } from "../words/useWords.tsx";
import { boxLook, fieldColumn, FieldFrame, type FieldFrameProps, inputLook } from "./field-look.tsx";

export interface MoneyFieldProps extends FieldFrameProps {
  /** What is typed, in yuan; `fenOf` (words/fen.ts) reads it. */
  value: string;
  onChange: (typed: string) => void;
  /** 元, as the page's language has it. */
  unit: string;
  isRequired?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
}

/** An amount in yuan, as text: a number box would round it on the way. */
export function MoneyField({ label, hideLabel, description, error, className, placeholder, unit, ...given }: MoneyFieldProps) {
  const { ui } = useWords();
  return (
    <TextField {...given} inputMode="decimal" isInvalid={error !== undefined} className={`group ${fieldColumn} ${className ?? ""}`}>
      <FieldFrame {...{ label, hideLabel: hideLabel ?? false, description, error }} requiredWord={given.isRequired ? ui.required : undefined}>
        <Group className={boxLook}>
          <Input {...(placeholder === undefined ? {} : { placeholder })} className={`${inputLook} text-end tabular-nums`} />
          <span className="pe-2 text-ink-soft">{unit}</span>
        </Group>
      </FieldFrame>
    </TextField>
  );
}
