import { namesIn } from "@bandeng/domain";
import { useId } from "react";
import type { ExpertShownFragment } from "../graphql/graphql.ts";
import { CheckBox } from "../ui/CheckBox.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { expertWords } from "./expert-words.ts";
import { timeText } from "./response-time.ts";

export interface OfferedExpertsProps {
  experts: readonly ExpertShownFragment[];
  isReading: boolean;
  hasSkill: boolean;
  /** Ids in the order in which they are asked. */
  value: readonly string[];
  onChange: (ids: readonly string[]) => void;
  error: string | undefined;
}

/** Who can be called, the quickest first; the order of ticking is the order of asking. Who cannot be called now says why. */
export function OfferedExperts({ experts, isReading, hasSkill, value, onChange, error }: OfferedExpertsProps) {
  const w = useWords(expertWords);
  const { ui } = useWords();
  const { language } = useLanguage();
  const names = namesIn(language);
  const id = useId();
  const list = () => {
    if (!hasSkill) return <p className="text-ink-soft">{w.chooseSkillFirst}</p>;
    if (isReading && experts.length === 0) return <Skeleton label={ui.loading} lines={3} />;
    if (experts.length === 0) {
      return (
        <p className="text-ink-soft">
          {w.nobody}. {w.nobodyNote}
        </p>
      );
    }
    return (
      <ul className="flex flex-col divide-y divide-line rounded-one border border-line">
        {experts.map((expert) => {
          const turn = value.indexOf(expert.id);
          const can = expert.standing === "CALLABLE";
          const pace = expert.medianMinutes == null ? w.neverAsked : w.medianOf(timeText(expert.medianMinutes, w), expert.asked);
          return (
            <li key={expert.id} className="flex items-start gap-2 px-2 py-0.5">
              <CheckBox
                className="min-w-0 flex-1 max-sm:min-h-11"
                isSelected={turn >= 0}
                isReadOnly={!can}
                aria-disabled={!can}
                description={`${expert.org} · ${expert.skills.map((skill) => names.expertSkill[skill]).join(language === "zh" ? "、" : ", ")} · ${pace}`}
                onChange={(isOn) => onChange(isOn ? [...value, expert.id] : value.filter((one) => one !== expert.id))}
              >
                {expert.name}
              </CheckBox>
              {turn >= 0 && <Chip tone="accent" className="mt-1.5">{w.turn(turn + 1)}</Chip>}
              {!can && expert.standing && (
                <Chip tone="warn" icon="blocked" className="mt-1.5">
                  {names.callStanding[expert.standing]}
                </Chip>
              )}
            </li>
          );
        })}
      </ul>
    );
  };
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-1">
      <span id={id} className="text-small text-ink-soft">
        {w.offered}
        {hasSkill && experts.length > 0 && ` · ${w.offeredNote}`}
      </span>
      {list()}
      {error && (
        <p className="flex items-center gap-1 text-small text-bad">
          <Icon name="alert" size="small" />
          {error}
        </p>
      )}
    </div>
  );
}
