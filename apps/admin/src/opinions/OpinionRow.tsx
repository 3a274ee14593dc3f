import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { KindSeal, StatusChip } from "../cases/CaseMarks.tsx";
import { shortNo, titleOf } from "../cases/case-text.ts";
import { caseWords } from "../cases/case-words.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import type { OpinionShown } from "./opinion-documents.ts";
import { opinionWords } from "./opinion-words.ts";
import { SlipButton } from "./SlipButton.tsx";
import { TellForm } from "./TellForm.tsx";

export interface OpinionRowProps {
  opinion: OpinionShown;
  onOpen: (caseId: string) => void;
  onAnswered: () => void;
}

/** What somebody said, the case that carries it, who has to answer, and how long that has taken. */
export function OpinionRow({ opinion, onOpen, onAnswered }: OpinionRowProps) {
  const w = useWords(opinionWords);
  const cases = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const now = useNow();
  const [isTelling, setTelling] = useState(false);
  const { case: card, answer } = opinion;
  const who = opinion.anonymous ? w.anonymous : (opinion.reporter?.name ?? w.unseen);
  const blocked = answer === "OWED" ? undefined : answer === "WAITING" ? w.nothingToTell : w.toldAlready;
  return (
    <li className="grid grid-cols-1 gap-x-4 gap-y-2 border-b border-line p-3 last:border-b-0 lg:grid-cols-[minmax(0,1fr)_minmax(0,18rem)_20rem]">
      <div className="min-w-0">
        <p className="line-clamp-3 break-words">“{opinion.words}”</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-ink-soft">
          <span className="font-medium text-ink">{who}</span>
          <span>{names.channel[opinion.channel]}</span>
          <span>{w.said(format.shortDate(opinion.voicedAt, now))}</span>
          {opinion.proxy && <span>{w.takenBy(opinion.proxy.name)}</span>}
          {opinion.recordedBy && <span>{w.recorded(opinion.recordedBy.name, format.shortDate(opinion.recordedAt, now))}</span>}
          {opinion.recordedLate && (
            <Chip tone="warn" icon="clock">
              <span title={w.recordedLateNote}>{w.recordedLate}</span>
            </Chip>
          )}
        </p>
      </div>
      <div className="min-w-0">
        {card && (
          <>
            <span className="flex min-w-0 items-center gap-1">
              <KindSeal kind={card.kind} />
              <Button variant="quiet" className="min-w-0 text-start text-accent" aria-label={w.openCase(titleOf(card, cases), shortNo(card.no))} onPress={() => onOpen(card.id)}>
                <span className="min-w-0 truncate">{titleOf(card, cases)}</span>
              </Button>
            </span>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-ink-soft">
              <span className="tabular-nums">{shortNo(card.no)}</span>
              <StatusChip status={card.status} />
              {(card.supporters ?? 1) > 1 && <span>{w.merged(card.supporters ?? 1)}</span>}
            </p>
          </>
        )}
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-2 lg:flex-col lg:items-end">
        <Waiting opinion={opinion} />
        <span className="ms-auto flex flex-wrap justify-end gap-2">
          <SlipButton opinion={opinion} who={who} />
          {answer !== "ANSWERED" && (
            <Button icon="done" aria-label={w.tellOf(who)} aria-expanded={isTelling} disabledReason={blocked} onPress={() => setTelling(!isTelling)}>
              {w.tell}
            </Button>
          )}
        </span>
      </div>
      {isTelling && card && (
        <TellForm
          card={card}
          opinionId={opinion.id}
          who={who}
          onCancel={() => setTelling(false)}
          onDone={() => {
            setTelling(false);
            onAnswered();
          }}
        />
      )}
    </li>
  );
}

/** Whether it is answered; if not, by whom it is to be, and since when it waits. */
function Waiting({ opinion }: { opinion: OpinionShown }) {
  const w = useWords(opinionWords);
  const format = useFormat();
  const now = useNow();
  const { answer, answeredAt, answerDueAt, recordedAt, case: card } = opinion;
  if (answer === "ANSWERED") {
    return (
      <Chip tone="good" icon="done">
        {answeredAt ? w.answeredAt(format.shortDate(answeredAt, now)) : w.state.ANSWERED}
      </Chip>
    );
  }
  // Nobody leads what was not taken up: whoever wrote it down knows whom to tell.
  const told = card?.status === "DECLINED" ? opinion.recordedBy : null;
  const by = card?.lead ? w.toAnswer(card.lead.name) : told ? w.toTell(told.name) : w.nobodyYet;
  const deadline = answerDueAt ? format.deadline({ due: answerDueAt, now }) : null;
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-small lg:justify-end">
      <Chip tone={answer === "OWED" ? "accent" : "neutral"}>{w.state[answer]}</Chip>
      <span>{w.waitedFor(format.span(now - Date.parse(recordedAt)))}</span>
      {deadline && (
        <Chip isBare tone={deadline.urgency === "overdue" ? "bad" : "neutral"} icon={deadline.urgency === "overdue" ? "alert" : "clock"}>
          {deadline.text}
        </Chip>
      )}
      <span className="text-ink-soft">{by}</span>
    </span>
  );
}
