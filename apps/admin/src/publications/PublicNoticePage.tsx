import { namesIn } from "@bandeng/domain";
import { useParams } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { DoorPage } from "../session/DoorPage.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { CommentForm } from "./CommentForm.tsx";
import { FactsView } from "./FactsView.tsx";
import "./public-notice.css";
import { readHanging, type Hanging, type PublicAnswer } from "./public-board.ts";
import { PublicProblem } from "./PublicProblem.tsx";
import { publicationsWords } from "./publications-words.ts";

/** One of what hangs on a community's board: to read, to print, and to say something about. For everybody, without a session. */
export function PublicNoticePage() {
  const { community, id } = useParams({ from: "/notices/$community/$id" });
  const w = useWords(publicationsWords);
  const [answer, setAnswer] = useState<PublicAnswer<Hanging> | null>(null);
  const ask = useCallback(() => void readHanging(community, id).then(setAnswer), [community, id]);
  useEffect(ask, [ask]);
  return (
    <DoorPage title={answer?.kind === "found" ? answer.value.title : w.publicBoard} isTitleShown>
      <div className="public-notice flex flex-col gap-5">
        {answer === null ? <Skeleton label={w.loading} lines={8} /> : answer.kind === "found" ? <Told community={community} found={answer.value} /> : <PublicProblem kind={answer.kind} onRetry={ask} />}
        <a href={`/notices/${community}`} className="no-print inline-flex min-h-11 items-center text-accent underline underline-offset-2">
          {w.back}
        </a>
      </div>
    </DoorPage>
  );
}

function Told({ community, found }: { community: string; found: Hanging }) {
  const w = useWords(publicationsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const names = namesIn(language);
  const { id, kind, areaName, publishedAt, until, body, facts, photoIds, comments, takesComments } = found;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-ink-soft">
        <Chip>{names.publicationKind[kind]}</Chip>
        <span>{areaName}</span>
        <span>{w.publishedOn(format.date(publishedAt))}</span>
        <span>{until === null ? w.forGood : w.until(format.dateTime(until))}</span>
        <Button icon="printer" size="small" className="no-print ms-auto" onPress={() => window.print()}>
          {w.print}
        </Button>
      </p>
      <p className="text-lead whitespace-pre-line">{body}</p>
      {facts && <FactsView facts={facts} />}
      {photoIds.length > 0 && (
        <ul className="grid grid-cols-2 gap-2">
          {photoIds.map((photo, i) => (
            <li key={photo}>
              <img src={`/api/board/${community}/${id}/photos/${photo}`} alt={w.photo(i + 1)} loading="lazy" className="aspect-4/3 w-full rounded-one border border-line object-cover" />
            </li>
          ))}
        </ul>
      )}
      {(takesComments || comments.length > 0) && (
        <section aria-label={w.publicComments} className="flex flex-col gap-3">
          <h2 className="text-lead font-semibold">{w.publicComments}</h2>
          {comments.length === 0 ? (
            <p className="text-ink-soft">{w.publicNoComments}</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {comments.map((comment) => (
                <li key={comment.id} className="border-s-4 border-line ps-3">
                  <p className="flex flex-wrap items-center gap-2 text-small text-ink-soft">
                    {comment.kind === "OBJECTION" && <Chip tone="warn">{names.commentKind.OBJECTION}</Chip>}
                    {format.dateTime(comment.at)}
                  </p>
                  <p className="whitespace-pre-line">{comment.words}</p>
                  {comment.answer !== null && (
                    <p className="mt-1 rounded-one bg-sunken px-3 py-2 whitespace-pre-line">
                      <span className="font-medium">{w.answered}</span>
                      {comment.answer}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )}
          {takesComments && <CommentForm community={community} id={id} />}
        </section>
      )}
    </>
  );
}
