import { namesIn } from "@bandeng/domain";
import { useParams } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { DoorPage } from "../session/DoorPage.tsx";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { readBoard, type Board, type HangingLine, type PublicAnswer } from "./public-board.ts";
import { PublicProblem } from "./PublicProblem.tsx";
import { publicationsWords } from "./publications-words.ts";

/** 公示栏: what a community tells everybody, without a session. */
export function PublicBoardPage() {
  const { community } = useParams({ from: "/notices/$community" });
  const w = useWords(publicationsWords);
  const [answer, setAnswer] = useState<PublicAnswer<Board> | null>(null);
  const ask = useCallback(() => void readBoard(community).then(setAnswer), [community]);
  useEffect(ask, [ask]);
  return (
    <DoorPage title={answer?.kind === "found" ? w.boardOf(answer.value.community) : w.publicBoard} isTitleShown>
      {answer === null ? (
        <Skeleton label={w.loading} lines={6} />
      ) : answer.kind !== "found" ? (
        <PublicProblem kind={answer.kind} onRetry={ask} />
      ) : answer.value.publications.length === 0 ? (
        <EmptyState title={w.publicNone} icon="notice">
          {w.publicNoneNote}
        </EmptyState>
      ) : (
        <ul aria-label={w.publicBoard} className="flex flex-col gap-3">
          {answer.value.publications.map((line) => (
            <Line key={line.id} community={community} line={line} />
          ))}
        </ul>
      )}
    </DoorPage>
  );
}

function Line({ community, line: { id, kind, title, areaName, publishedAt, until } }: { community: string; line: HangingLine }) {
  const w = useWords(publicationsWords);
  const format = useFormat();
  const { language } = useLanguage();
  return (
    <li className="rounded-one border border-line bg-surface">
      <a href={`/notices/${community}/${id}`} className="flex min-h-11 flex-col gap-1 rounded-one p-4 hover:bg-hover">
        <span className="flex flex-wrap items-center gap-2">
          <Chip>{namesIn(language).publicationKind[kind]}</Chip>
          <span className="text-small text-ink-soft">{areaName}</span>
        </span>
        <span className="text-lead font-semibold">{title}</span>
        <span className="text-small text-ink-soft">
          {w.publishedOn(format.date(publishedAt))} · {until === null ? w.forGood : w.until(format.dateTime(until))}
        </span>
      </a>
    </li>
  );
}
