import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { NumberField as AriaNumberField, type NumberFieldProps as AriaNumberFieldProps } from "react-aria-components/NumberField";
import { useWords } from "../words/useWords.tsx";
import { boxLook, fieldColumn, FieldFrame, type FieldFrameProps, inputLook } from "./field-look.tsx";
import { IconButton } from "./IconButton.tsx";

export interface NumberFieldProps
  extends FieldFrameProps,
    Omit<AriaNumberFieldProps, "children" | "className" | "style" | "isInvalid" | "isDisabled" | "render"> {
  /** The unit after the number: 元, 天, 平方米. */
  unit?: string;
}

/** A number with its unit, and steps by arrow key or by the two buttons. */
export function NumberField({ label, hideLabel, description, error, className, unit, ...given }: NumberFieldProps) {
  const words = useWords();
  return (
    <AriaNumberField {...given} isInvalid={error !== undefined} className={`group ${fieldColumn} ${className ?? ""}`}>
      <FieldFrame {...{ label, hideLabel: hideLabel ?? false, description, error }} requiredWord={given.isRequired ? words.ui.required : undefined}>
        <Group className={boxLook}>
          <IconButton slot="decrement" icon="minus" label={words.ui.decrease} hasTooltip={false} className="self-stretch" />
          <Input className={`${inputLook} w-16 text-end`} />
          {unit && <span className="pe-1 text-ink-soft">{unit}</span>}
          <IconButton slot="increment" icon="plus" label={words.ui.increase} hasTooltip={false} className="self-stretch" />
        </Group>
      </FieldFrame>
    </AriaNumberField>
  );
}
