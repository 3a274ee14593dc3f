import { instantOf } from "@bandeng/domain";
import { namesOf } from "../board/names-of.ts";
import { Icon } from "../ui/Icon.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { caseWords } from "./case-words.ts";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { useNow } from "../words/use-now.ts";
import { workingDaysOf } from "./working-days.ts";

const looks = {
  overdue: { colour: "text-bad", icon: "alert" },
  soon: { colour: "text-warn", icon: "clock" },
  later: { colour: "text-ink-soft", icon: "clock" },
} as const;

type Due = NonNullable<CaseDetailFragment["due"]>;

/** What is due next: colour, icon and words together, and the exact moment beside it. */
export function DueLine({ due, hideMoment = false }: { due: Pick<Due, "kind" | "at" | "expected"> & { provisional?: boolean }; hideMoment?: boolean }) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const what = namesOf(language).due[due.kind];
  if (!due.at) {
    return (
      <span className="inline-flex items-center gap-1 text-ink-soft">
        <Icon name="clock" size="small" />
        {due.kind === "MILESTONES" ? w.dueMilestonesOpen : what}
      </span>
    );
  }
  const workingDays = due.kind === "ON_SITE" ? undefined : workingDaysOf({ from: instantOf(now), to: due.at });
  const { text, urgency } = format.deadline({ due: due.at, now, workingDays, paused: due.expected });
  const look = looks[urgency];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className={`inline-flex items-center gap-1 font-medium ${look.colour}`}>
        <Icon name={due.expected ? "pause" : look.icon} size="small" />
        {what} · {text}
      </span>
      {!hideMoment && (
        <span className="text-small text-ink-soft">
          {/* An expected day is in the words already. */}
          {due.expected ? w.dueExpected : w.dueAt(`${format.shortDate(due.at, now)} ${format.time(due.at)}`)}
          {due.provisional && ` · ${w.provisional}`}
        </span>
      )}
    </span>
  );
}
