import { KindSeal } from "../cases/CaseMarks.tsx";
import { shortNo, titleOf } from "../cases/case-text.ts";
import { caseWords } from "../cases/case-words.ts";
import { RevealCase } from "../personal/reveal-case.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { CallbackDueShown } from "./callback-documents.ts";
import { callbackWords } from "./callback-words.ts";
import { CloseUnanswered } from "./CloseUnanswered.tsx";
import { NoteForm } from "./NoteForm.tsx";
import { RespondentItem } from "./RespondentItem.tsx";

export interface CallbackCaseProps {
  due: CallbackDueShown;
  /** `<case> <respondent>` whose form is open, or null. */
  openKey: string | null;
  onOpenKey: (key: string | null) => void;
  onOpenCase: (id: string) => void;
  onDone: () => void;
}

/** A case in call-back: what was done about it, and everybody who is still to be asked. */
export function CallbackCase({ due, openKey, onOpenKey, onOpenCase, onDone }: CallbackCaseProps) {
  const w = useWords(callbackWords);
  const cases = useWords(caseWords);
  const format = useFormat();
  const now = useNow();
  const { case: card, respondents, complaints, answered } = due;
  const title = titleOf(card, cases);
  const version = `${card.id} ${card.version}`;
  const deadline = due.dueAt ? format.deadline({ due: due.dueAt, now }) : null;
  return (
    <RevealCase value={card.id}>
      <li className="flex min-w-0 flex-col gap-2 rounded-one border border-line bg-surface p-3">
        <div className="flex min-w-0 items-center gap-1">
          <KindSeal kind={card.kind} />
          <Button variant="quiet" className="min-w-0 justify-start text-start text-accent" aria-label={w.openCase(title, shortNo(card.no))} onPress={() => onOpenCase(card.id)}>
            <span className="min-w-0 truncate">{title}</span>
          </Button>
        </div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-soft">
          <span className="tabular-nums">{shortNo(card.no)}</span>
          {deadline ? (
            <Chip isBare tone={due.isOverdue ? "bad" : "neutral"} icon={due.isOverdue ? "alert" : "clock"}>
              {w.due} {deadline.text}
            </Chip>
          ) : (
            <Chip>{w.closed}</Chip>
          )}
          {card.status === "RESOLVED" && <span>{w.asked(answered, answered + respondents.length)}</span>}
        </p>
        <div>
          <p className="text-small text-ink-soft">{w.done}</p>
          <p className="break-words">{due.result ?? w.noResult}</p>
        </div>
        {respondents.length > 0 && (
          <ul aria-label={w.respondents(title)} className="flex flex-col border-t border-line">
            {respondents.map((one) => {
              const key = `${card.id} ${one.key}`;
              return (
                <RespondentItem
                  key={`${version} ${one.key}`}
                  card={card}
                  respondent={one}
                  whyNot={due.whyNotCall ?? null}
                  isOpen={openKey === key}
                  onOpen={(isOpen) => onOpenKey(isOpen ? key : null)}
                  onDone={onDone}
                />
              );
            })}
          </ul>
        )}
        {complaints.length > 0 && (
          <ul aria-label={w.complaints(title)} className="flex flex-col gap-2 rounded-one bg-warn-soft p-3">
            {complaints.map((one) => (
              <li key={`${version} ${one.householdId}`} className="flex flex-col gap-1">
                <span className="font-medium">{w.complaint(one.door, format.shortDate(one.at, now))}</span>
                {one.words && <span className="break-words">“{one.words}”</span>}
                <span className="text-small">{w.complaintNote}</span>
                <NoteForm card={card} about={{ householdId: one.householdId }} label={w.seeToOf(one.door)} open={w.seeTo} ask={w.seeToWords} onDone={onDone} />
              </li>
            ))}
          </ul>
        )}
        {card.status === "RESOLVED" && <CloseUnanswered key={version} card={card} silent={respondents.length} whyNot={due.whyNotClose ?? null} onDone={onDone} />}
      </li>
    </RevealCase>
  );
}
