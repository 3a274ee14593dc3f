import type { MyWorkQuery } from "../graphql/graphql.ts";
import { KindSeal, StatusChip } from "../cases/CaseMarks.tsx";
import { shortNo } from "../cases/case-text.ts";
import { Link } from "../ui/Link.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { workWords } from "./work-words.ts";

/** What the viewer wrote down last, and how far each has come. */
export function RecentIntakes({ opinions }: { opinions: MyWorkQuery["recorded"]["nodes"] }) {
  const words = useWords(workWords);
  const format = useFormat();
  const now = useNow();
  return opinions.map(({ id, words: said, recordedAt, case: of }) => (
    <li key={id} className="flex items-start gap-2 rounded-one border border-line bg-surface p-2.5">
      {of && <KindSeal kind={of.kind} />}
      <div className="min-w-0 flex-1">
        {of ? (
          <Link to="/cases/$no" params={{ no: of.no }} className="line-clamp-2 min-h-control-small">
            {said}
          </Link>
        ) : (
          <p className="line-clamp-2">{said}</p>
        )}
        <p className="text-small text-ink-soft">
          {of && `${shortNo(of.no)} · `}
          {words.recordedAt(format.ago(recordedAt, now))}
        </p>
      </div>
      {of && <StatusChip status={of.status} />}
    </li>
  ));
}
