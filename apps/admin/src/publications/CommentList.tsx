import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import type { PublicationShownFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { useBlocked, type PublicationAct } from "./publication-act.ts";
import { publicationsWords } from "./publications-words.ts";

type Comment = PublicationShownFragment["comments"][number];

/** What residents wrote beneath a publication, those that wait first in view, and what may be done with each. */
export function CommentList({ publication, onAct }: { publication: PublicationShownFragment; onAct: (act: PublicationAct) => void }) {
  const w = useWords(publicationsWords);
  const { comments, waiting } = publication;
  const [isOpen, setOpen] = useState(waiting > 0);
  const waits = (c: Comment) => c.state === "PENDING" || (c.kind === "OBJECTION" && c.answer === null);
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-2">
      <Button variant="quiet" icon={isOpen ? "chevron-up" : "chevron-down"} aria-expanded={isOpen} className="self-start" onPress={() => setOpen(!isOpen)}>
        {w.comments(comments.length)}
      </Button>
      {isOpen && (
        <ul className="flex flex-col gap-3">
          {comments.toSorted((a, b) => Number(waits(b)) - Number(waits(a))).map((comment) => (
            <Line key={comment.id} publication={publication} comment={comment} onAct={onAct} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ publication, comment, onAct }: { publication: PublicationShownFragment; comment: Comment; onAct: (act: PublicationAct) => void }) {
  const w = useWords(publicationsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const names = namesIn(language);
  const reason = useBlocked(publication)();
  const { id, kind, at, state, words, shownWords, answer } = comment;
  const act = (what: "show" | "hide" | "answer" | "takeUp") => () => onAct({ what, commentId: id });
  return (
    <li className="border-s-4 border-line ps-3">
      <p className="flex flex-wrap items-center gap-2 text-small text-ink-soft">
        <Chip tone={kind === "OBJECTION" ? "warn" : "neutral"}>{names.commentKind[kind]}</Chip>
        <Chip tone={state === "SHOWN" ? "good" : "neutral"}>{names.commentState[state]}</Chip>
        {format.dateTime(at)}
      </p>
      <p className="whitespace-pre-line">{words}</p>
      {shownWords !== words && (
        <p className="text-small text-ink-soft">
          {w.shownAs}{shownWords}
        </p>
      )}
      {answer != null && (
        <p className="mt-1 rounded-one bg-sunken px-3 py-2 whitespace-pre-line">
          <span className="font-medium">{w.answered}</span>
          {answer}
        </p>
      )}
      <div className="mt-1 flex flex-wrap gap-2">
        {state !== "SHOWN" && (
          <Button size="small" disabledReason={reason} onPress={act("show")}>
            {w.show}
          </Button>
        )}
        {state !== "HIDDEN" && (
          <Button size="small" disabledReason={reason} onPress={act("hide")}>
            {w.hide}
          </Button>
        )}
        {answer == null && (
          <Button size="small" disabledReason={reason} onPress={act("answer")}>
            {w.answer}
          </Button>
        )}
        {kind === "OBJECTION" && publication.kind === "PROJECT" && (
          <Button size="small" disabledReason={reason} onPress={act("takeUp")}>
            {w.takeUp}
          </Button>
        )}
      </div>
    </li>
  );
}
