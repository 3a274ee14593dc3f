import { namesIn, type Satisfaction } from "@bandeng/domain";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { Face } from "./Face.tsx";

export interface FaceChoiceProps {
  label: string;
  choices: readonly Satisfaction[];
  value: Satisfaction | null;
  onChange: (value: Satisfaction) => void;
  error?: string | undefined;
}

/** Three faces with their words, large enough for a thumb. */
export function FaceChoice({ label, choices, value, onChange, error }: FaceChoiceProps) {
  const { ui } = useWords();
  const { language } = useLanguage();
  const names = namesIn(language).satisfaction;
  return (
    <RadioGroup value={value} onChange={(id) => onChange(id as Satisfaction)} isRequired isInvalid={error !== undefined} orientation="horizontal" className="group flex min-w-0 flex-col gap-1">
      <Label className="font-medium">
        {label}
        <span aria-hidden="true" className="ms-1 text-small font-normal text-ink-soft">
          ({ui.required})
        </span>
      </Label>
      <div className="grid grid-cols-3 gap-2">
        {choices.map((choice) => (
          <Radio
            key={choice}
            value={choice}
            className="flex min-h-16 flex-col items-center justify-center gap-1 rounded-one border border-line-strong bg-surface px-1 py-2 text-center hyphens-auto text-ink-soft data-hovered:bg-hover data-selected:border-accent data-selected:bg-accent-soft data-selected:font-medium data-selected:text-accent-ink group-data-invalid:border-bad"
          >
            <Face of={choice} className="size-7" />
            {names[choice]}
          </Radio>
        ))}
      </div>
      <FieldError className="text-small text-bad">{error ? () => error : undefined}</FieldError>
    </RadioGroup>
  );
}
