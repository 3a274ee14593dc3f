import { localDateOf } from "@bandeng/domain";
import type { CaseCardFragment } from "../graphql/graphql.ts";
import { RevealButton } from "../personal/RevealButton.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { RespondentShown } from "./callback-documents.ts";
import { callbackWords } from "./callback-words.ts";
import { CallForm } from "./CallForm.tsx";
import { NoteForm } from "./NoteForm.tsx";

export interface RespondentItemProps {
  card: CaseCardFragment;
  respondent: RespondentShown;
  /** Why the viewer may not call, or null. */
  whyNot: string | null;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onDone: () => void;
}

/** Somebody who has not answered: in whose words it began, how often asked, and the form to ask now. */
export function RespondentItem({ card, respondent, whyNot, isOpen, onOpen, onDone }: RespondentItemProps) {
  const w = useWords(callbackWords);
  const { key, as, name, people, words, isAnonymous } = respondent;
  return (
    <li className="flex min-w-0 flex-col gap-2 border-t border-line py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{name}</span>
        <span className="text-small text-ink-soft">{w.as[as as keyof typeof w.as]}</span>
        {people.map((person) => (
          <span key={person.id} className="inline-flex items-center gap-1">
            {as === "PAYER" && <span className="text-small">{person.name}</span>}
            <RevealButton person={person} />
          </span>
        ))}
        {!isOpen && (
          <Button icon="phone" className="ms-auto" aria-label={w.callOf(name)} disabledReason={whyNot ?? undefined} onPress={() => onOpen(true)}>
            {w.call}
          </Button>
        )}
      </div>
      {words.map((said, index) => (
        <p key={`${key} ${String(index)}`} className="break-words">
          “{said}”
        </p>
      ))}
      {isAnonymous ? <Notice respondent={respondent} /> : <Attempts respondent={respondent} />}
      {isAnonymous && !respondent.noticeAt && (
        <NoteForm card={card} about={{ opinionId: key.slice("opinion:".length) }} label={w.giveNoticeOf(name)} open={w.giveNotice} ask={w.noticeWords} onDone={onDone} />
      )}
      {isOpen && !whyNot && <CallForm card={card} respondent={respondent} onDone={onDone} onCancel={() => onOpen(false)} />}
    </li>
  );
}

/** The attempts so far with their days, and when the next one counts. */
function Attempts({ respondent: { attempts, daysAsked, daysNeeded, nextOn, isAskedEnough } }: { respondent: RespondentShown }) {
  const w = useWords(callbackWords);
  const format = useFormat();
  const now = useNow();
  const today = localDateOf(new Date(now).toISOString());
  const days = attempts.map(({ at, by, counts }) => w.attemptBy(format.shortDate(at, now), by?.name ?? "") + (counts ? "" : w.same));
  return (
    <div className="flex flex-col gap-0.5 text-small text-ink-soft">
      <span className="flex items-center gap-2">
        <span aria-hidden="true" className="flex gap-1">
          {Array.from({ length: daysNeeded }, (_, i) => (
            <span key={i} className={`size-2.5 rounded-full border ${i < daysAsked ? "border-accent bg-accent" : "border-line-strong"}`} />
          ))}
        </span>
        {w.daysOf(daysAsked, daysNeeded)} · {isAskedEnough ? w.enough : nextOn === today ? w.nextToday : nextOn ? w.nextOn(format.shortDate(`${nextOn}T12:00:00+08:00`, now)) : ""}
      </span>
      <span>{days.length === 0 ? w.notYet : w.attemptOn(days.join("、"))}</span>
    </div>
  );
}

/** What stands in for calling somebody without a name. */
function Notice({ respondent: { noticeAt, nextOn, isAskedEnough } }: { respondent: RespondentShown }) {
  const w = useWords(callbackWords);
  const format = useFormat();
  const now = useNow();
  const day = (date: string) => format.shortDate(date.includes("T") ? date : `${date}T12:00:00+08:00`, now);
  return (
    <p className="flex gap-2 text-small text-ink-soft">
      <Icon name="info" size="small" />
      <span>
        {w.anonymous} {noticeAt ? (isAskedEnough || !nextOn ? w.noticeEnough(day(noticeAt)) : w.noticeGiven(day(noticeAt), day(nextOn))) : w.noticeMissing}
      </span>
    </p>
  );
}
