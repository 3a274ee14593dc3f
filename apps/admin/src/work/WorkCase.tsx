import type { ReactNode } from "react";
import type { Card } from "../board/card.ts";
import { KindSeal, LevelMark } from "../cases/CaseMarks.tsx";
import { placeText, shortNo, titleOf } from "../cases/case-text.ts";
import { caseWords } from "../cases/case-words.ts";
import { DueLine } from "../cases/DueLine.tsx";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words/useWords.tsx";
import { VisitButton } from "./VisitButton.tsx";
import type { Visits } from "./use-visits.ts";
import { workWords } from "./work-words.ts";

/** One case of somebody's work: what, where, until when; a tap opens it, another notes a visit. */
export function WorkCase({ card, visits, mark }: { card: Card; visits: Visits; mark?: ReactNode }) {
  const w = useWords(caseWords);
  const words = useWords(workWords);
  return (
    <li className="flex flex-col gap-1.5 rounded-one border border-line bg-surface p-2.5">
      <div className="flex items-center gap-2">
        <KindSeal kind={card.kind} />
        <Link to="/cases/$no" params={{ no: card.no }} className="flex min-h-control min-w-0 flex-1 items-center font-medium lg:min-h-control-small">
          {titleOf(card, w)}
        </Link>
        {mark}
      </div>
      <p className="flex flex-wrap items-center gap-x-2 text-small text-ink-soft">
        <LevelMark level={card.level} />
        {placeText(card.place, w) || words.placeUnknown} · {shortNo(card.no)}
      </p>
      {card.due && (
        <p className="text-small">
          <DueLine due={card.due} />
        </p>
      )}
      <VisitButton {...{ card, visits }} />
    </li>
  );
}
