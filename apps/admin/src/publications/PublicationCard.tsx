import { namesIn } from "@bandeng/domain";
import type { PublicationShownFragment } from "../graphql/graphql.ts";
import { useAsked } from "../people/use-asked.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { CommentList } from "./CommentList.tsx";
import { useBlocked, type PublicationAct } from "./publication-act.ts";
import { publicationsWords } from "./publications-words.ts";

/** One publication: what it says, how long it hangs, and what residents wrote. */
export function PublicationCard({ publication, onAct }: { publication: PublicationShownFragment; onAct: (act: PublicationAct) => void }) {
  const w = useWords(publicationsWords);
  const format = useFormat();
  const { language } = useAsked();
  const names = namesIn(language);
  const blocked = useBlocked(publication);
  const { id, kind, areaCode, areaName, state, hangs, title, body, publishedAt, until, waiting, comments } = publication;
  const isOver = state === "PUBLISHED" && !hangs;
  return (
    <li className={`flex min-w-0 flex-col gap-2 rounded-one border border-line bg-surface p-3 ${waiting > 0 ? "border-s-4 border-s-warn" : ""}`}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Chip>{names.publicationKind[kind]}</Chip>
        {hangs ? (
          <Chip tone="good" icon="check">
            {w.hangs}
          </Chip>
        ) : (
          <Chip>{isOver ? w.ended : names.publicationState[state]}</Chip>
        )}
        {waiting > 0 && (
          <Chip tone="warn" icon="alert">
            {w.waiting(waiting)}
          </Chip>
        )}
        <span className="text-small text-ink-soft">{areaName}</span>
      </div>
      <h2 className="text-lead font-semibold">{title}</h2>
      <p className="line-clamp-4 whitespace-pre-line">{body}</p>
      {publishedAt !== null && (
        <p className="text-small text-ink-soft">
          {w.publishedOn(format.date(publishedAt))} · {until === null ? w.forGood : isOver ? w.over(format.dateTime(until)) : w.until(format.dateTime(until))}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {state === "DRAFT" ? (
          <>
            <Button variant="primary" disabledReason={blocked("DRAFT")} onPress={() => onAct({ what: "publish" })}>
              {w.publish}
            </Button>
            <Button icon="edit" disabledReason={blocked("DRAFT")} onPress={() => onAct({ what: "amend" })}>
              {w.amend}
            </Button>
          </>
        ) : (
          <Button disabledReason={blocked("PUBLISHED")} onPress={() => onAct({ what: "takeDown" })}>
            {w.takeDown}
          </Button>
        )}
        {hangs && (
          <a href={`/notices/${areaCode.slice(0, 12)}/${id}`} target="_blank" rel="noreferrer" className="inline-flex min-h-control items-center px-2 text-accent underline underline-offset-2">
            {w.openPublic}
          </a>
        )}
      </div>
      {comments.length > 0 && <CommentList publication={publication} onAct={onAct} />}
    </li>
  );
}
