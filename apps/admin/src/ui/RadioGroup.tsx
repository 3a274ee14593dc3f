import { Radio, RadioGroup as AriaRadioGroup } from "react-aria-components/RadioGroup";
import { useWords } from "../words/useWords.tsx";
import { fieldColumn, FieldFrame, type FieldFrameProps } from "./field-look.tsx";

export interface Choice<Id extends string = string> {
  id: Id;
  label: string;
  description?: string | undefined;
}

export interface RadioGroupProps<Id extends string> extends FieldFrameProps {
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  isRequired?: boolean;
  /** Side by side where there is room. */
  orientation?: "vertical" | "horizontal";
}

/** One of a few that are all worth reading. Arrows move between them. */
export function RadioGroup<Id extends string>(given: RadioGroupProps<Id>) {
  const { label, hideLabel, description, error, className, choices, value, onChange, isRequired, orientation = "vertical" } = given;
  const words = useWords();
  return (
    <AriaRadioGroup
      value={value}
      onChange={(id) => onChange(id as Id)}
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      orientation={orientation}
      className={`group ${fieldColumn} ${className ?? ""}`}
    >
      <FieldFrame {...{ label, hideLabel: hideLabel ?? false, description, error }} requiredWord={isRequired ? words.ui.required : undefined}>
        <div className={orientation === "horizontal" ? "flex flex-wrap gap-x-4" : "flex flex-col"}>
          {choices.map((choice) => (
            <Radio
              key={choice.id}
              value={choice.id}
              className="group/radio flex min-h-control items-start gap-2 rounded-one py-[calc((var(--control)-var(--line-body))/2)]"
            >
              <span className="mt-0.5 flex size-4 large:size-5 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface group-data-hovered/radio:border-ink group-data-selected/radio:border-accent">
                <span className="hidden size-2 rounded-full bg-accent group-data-selected/radio:block" />
              </span>
              <span>
                {choice.label}
                {choice.description && <span className="block text-small text-ink-soft">{choice.description}</span>}
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  );
}
