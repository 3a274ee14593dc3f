import { councilCategories, namesIn } from "@bandeng/domain";
import type { CouncilShownFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { councilWords } from "./council-words.ts";

export interface CouncilCardProps {
  council: CouncilShownFragment;
  /** Why it may not be changed; undefined when it may. */
  reason: string | undefined;
  onEdit: () => void;
  onEnd: () => void;
}

type Member = CouncilShownFragment["members"][number];

/** One council: who convenes it, who sits on it as what, until when. */
export function CouncilCard({ council, reason, onEdit, onEnd }: CouncilCardProps) {
  const w = useWords(councilWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const { name, convener, from, to } = council;
  const sitting = council.members.filter((member) => member.inForce || !council.inForce);
  const when = (member: Member) => {
    if (member.to !== null) return w.until(format.date(member.to));
    return member.from === from ? "" : w.since(format.date(member.from));
  };
  return (
    <div className="flex flex-col gap-2 p-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 font-medium">{name}</h3>
        {!council.inForce && <Chip tone="warn">{w.later(format.date(from))}</Chip>}
        <span className="ms-auto text-small text-ink-soft">{w.count(sitting.length)}</span>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        <dt className="text-ink-soft">{w.convener}</dt>
        <dd className="font-medium">{convener?.name ?? w.unknown}</dd>
        <dt className="text-ink-soft">{w.term}</dt>
        <dd>{to === null ? w.since(format.date(from)) : w.between(format.date(from), format.date(to))}</dd>
      </dl>
      <ul aria-label={w.membersOf(name)} className="flex flex-col gap-0.5">
        {councilCategories.map((category) => {
          const those = sitting.filter((member) => member.category === category);
          return (
            those.length > 0 && (
              <li key={category} className="grid grid-cols-[6.5rem_1fr] gap-x-2">
                <span className="text-ink-soft">{names.councilCategory[category]}</span>
                <span className="min-w-0">
                  {those.map((member, index) => (
                    <span key={`${member.personId} ${member.from}`}>
                      {index > 0 && (language === "zh" ? "、" : ", ")}
                      {member.person?.name ?? w.unknown}
                      {when(member) && <span className="text-small text-ink-soft"> {when(member)}</span>}
                    </span>
                  ))}
                </span>
              </li>
            )
          );
        })}
      </ul>
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" aria-label={w.endTitle(name)} disabledReason={reason} onPress={onEnd}>
          {w.end}
        </Button>
        <Button size="small" icon="edit" aria-label={w.editTitle(name)} disabledReason={reason} onPress={onEdit}>
          {w.edit}
        </Button>
      </div>
    </div>
  );
}
