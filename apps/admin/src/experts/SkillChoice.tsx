import { expertSkills, namesIn, type ExpertSkill } from "@bandeng/domain";
import { useId } from "react";
import { Icon } from "../ui/Icon.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";

export interface SkillChoiceProps {
  label: string;
  value: readonly ExpertSkill[];
  onChange: (skills: ExpertSkill[]) => void;
  error?: string | undefined;
  isRequired?: boolean;
}

/** The seven skills as buttons that stay pressed: one tap each, also for a thumb. */
export function SkillChoice({ label, value, onChange, error, isRequired = false }: SkillChoiceProps) {
  const { language } = useLanguage();
  const { ui } = useWords();
  const names = namesIn(language).expertSkill;
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} aria-describedby={error ? `${id}-error` : undefined} className="flex flex-col gap-1">
      <span id={id} className="text-small text-ink-soft">
        {label}
        {isRequired && ` (${ui.required})`}
      </span>
      <div className="flex flex-wrap gap-1.5">
        {expertSkills.map((skill) => {
          const isOn = value.includes(skill);
          return (
            <button
              key={skill}
              type="button"
              aria-pressed={isOn}
              onClick={() => onChange(expertSkills.filter((one) => (one === skill ? !isOn : value.includes(one))))}
              className={`inline-flex min-h-control items-center gap-1 rounded-one border px-3 text-body max-sm:min-h-11 ${isOn ? "border-accent bg-accent-soft font-medium text-accent-ink" : "border-line-strong bg-surface hover:bg-hover"}`}
            >
              {isOn && <Icon name="check" size="small" />}
              {names[skill]}
            </button>
          );
        })}
      </div>
      {error && (
        <p id={`${id}-error`} className="flex items-center gap-1 text-small text-bad">
          <Icon name="alert" size="small" />
          {error}
        </p>
      )}
    </div>
  );
}
