import { Section } from "../cases/Section.tsx";
import { Button } from "../ui/Button.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { peopleWords } from "./people-words.ts";
import type { PersonAct, StandIn } from "./person-acts.ts";
import { roleDays, roleName } from "./role-text.ts";

export interface LeaveSectionProps {
  standIns: { known: readonly StandIn[]; isComplete: boolean; isReading: boolean };
  blocked: Partial<Record<PersonAct, string>>;
  onAct: (act: "standIn" | "endLeave") => void;
}

/** Who stands in during a leave, now or later. */
export function LeaveSection({ standIns, blocked, onAct }: LeaveSectionProps) {
  const w = useWords(peopleWords);
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const { known, isComplete, isReading } = standIns;
  return (
    <Section title={w.leave}>
      {known.length > 0 ? (
        <ul className="mb-2 flex flex-col gap-1">
          {known.map(({ name, role }) => (
            <li key={role.id}>
              <p>{w.onLeave(roleDays({ ...role, inForce: false }, now, format, w), name)}</p>
              <p className="text-small text-ink-soft">{roleName(role, language)}</p>
            </li>
          ))}
        </ul>
      ) : isReading ? (
        <Skeleton className="mb-2 h-5 w-40" />
      ) : (
        <p className="mb-2 text-ink-soft">{isComplete ? w.noLeave : w.leaveUnknown}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" disabledReason={blocked.standIn} onPress={() => onAct("standIn")}>
          {w.standIn}
        </Button>
        <Button size="small" disabledReason={blocked.endLeave} onPress={() => onAct("endLeave")}>
          {w.endLeave}
        </Button>
      </div>
    </Section>
  );
}
