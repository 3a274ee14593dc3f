import { expertWords } from "../experts/expert-words.ts";
import type { DepartmentsOverdueQuery } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { Link } from "../ui/Link.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";

/** A department that owes an answer: what it was asked, since when it is due, on which case. */
export function OverdueLine({ whistle }: { whistle: DepartmentsOverdueQuery["overdueWhistles"]["nodes"][number] }) {
  const w = useWords(expertWords);
  const format = useFormat();
  const now = useNow();
  const moment = (at: string) => `${format.shortDate(at, now)} ${format.time(at)}`;
  return (
    <li className="flex flex-col gap-1 rounded-one border border-line bg-surface p-3">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="font-semibold">{whistle.departmentName}</span>
        <Chip tone="bad" icon="alert">
          {w.lateBy(whistle.replyLateDays)}
        </Chip>
        <span className="text-small text-ink-soft">
          {w.replyDue} {moment(whistle.replyDueAt)} · {w.onSiteDue} {moment(whistle.onSiteDueAt)}
          {whistle.onSiteLateDays != null && ` (${w.lateBy(whistle.onSiteLateDays)})`}
        </span>
      </p>
      <p>{whistle.ask}</p>
      <p className="text-small">
        <Link to="/cases/$no" params={{ no: whistle.case.no }} className="inline-flex min-h-6 items-center">
          {whistle.case.title}
        </Link>{" "}
        <span className="text-ink-soft">
          {whistle.case.no} · {whistle.case.gridName}
        </span>
      </p>
    </li>
  );
}
