import { namesIn } from "@bandeng/domain";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { expertWords } from "./expert-words.ts";
import type { ListedExpert } from "./listed-expert.ts";
import { timeText } from "./response-time.ts";

interface ExpertCardProps {
  expert: ListedExpert;
  /** Why the viewer may not change it. */
  reason: string | undefined;
  onEdit: () => void;
  onConfirm: () => void;
  onWithdraw: () => void;
}

/** One expert: what for, from where, when last confirmed, how quickly he answers, and whether he can come. */
export function ExpertCard({ expert, reason, onEdit, onConfirm, onWithdraw }: ExpertCardProps) {
  const w = useWords(expertWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-one border border-line bg-surface p-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{expert.name}</span>
        <span className="min-w-0 text-ink-soft">{expert.org}</span>
        <span className="ms-auto text-small text-ink-soft">{expert.areaName}</span>
      </p>
      <p className="flex flex-wrap gap-1">
        {expert.skills.map((skill) => (
          <Chip key={skill} tone="accent">
            {names.expertSkill[skill]}
          </Chip>
        ))}
        {!expert.confirmed && (
          <Chip tone="warn" icon="alert">
            {w.confirmFirst}
          </Chip>
        )}
        <Chip tone={expert.available ? "good" : "neutral"} icon={expert.available ? "done" : "pause"}>
          {expert.available ? w.canCome : w.notAvailable}
        </Chip>
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-small">
        <dt className="text-ink-soft">{w.lastConfirmed}</dt>
        <dd className={expert.confirmed ? "" : "font-medium text-warn"}>{format.date(expert.confirmedAt)}</dd>
        <dt className="text-ink-soft">{w.responseTime}</dt>
        <dd>{expert.medianMinutes == null ? w.neverAsked : w.medianOf(timeText(expert.medianMinutes, w), expert.asked)}</dd>
      </dl>
      {expert.ties.length > 0 && (
        <p className="flex items-start gap-1 text-small text-ink-soft">
          <Icon name="lock" size="small" className="mt-0.5" />
          <span>
            {w.ties}: {expert.ties.map(({ person, kind }) => `${person?.name ?? "–"} (${names.tieKind[kind]})`).join(language === "zh" ? "、" : ", ")}
          </span>
        </p>
      )}
      <div className="mt-auto flex flex-wrap gap-2">
        <Button size="small" icon="check" aria-label={w.confirmFor(expert.name)} disabledReason={reason} onPress={onConfirm}>
          {w.confirm}
        </Button>
        <Button size="small" icon="edit" aria-label={w.editFor(expert.name)} disabledReason={reason} onPress={onEdit}>
          {w.edit}
        </Button>
        <Button size="small" variant="quiet" aria-label={`${w.withdraw}: ${expert.name}`} disabledReason={reason} onPress={onWithdraw}>
          {w.withdraw}
        </Button>
      </div>
    </li>
  );
}
