import type { CaseMentionFragment } from "../graphql/graphql.ts";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words/useWords.tsx";
import { KindSeal, LevelMark, StatusChip } from "./CaseMarks.tsx";
import { placeText, shortNo } from "./case-text.ts";
import { caseWords } from "./case-words.ts";
import { DueLine } from "./DueLine.tsx";

/** Another case in one line, with the way to it. */
export function CaseMentionLine({ mention }: { mention: CaseMentionFragment }) {
  const w = useWords(caseWords);
  return (
    <div className="flex gap-2 border-b border-line py-2 last:border-0">
      <KindSeal kind={mention.kind} />
      <div className="min-w-0 flex-1">
        <Link to="/cases/$no" params={{ no: mention.no }}>
          {mention.title}
        </Link>
        <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-soft">
          <span>{shortNo(mention.no)}</span>
          <StatusChip status={mention.status} />
          <LevelMark level={mention.level} />
          <span>{placeText(mention.place, w)}</span>
          {mention.due && <DueLine due={mention.due} hideMoment />}
        </p>
      </div>
    </div>
  );
}
