import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { IconName } from "../ui/icon-paths.ts";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { Entry, Outcome, Recorded } from "./entry.ts";
import { FilesFollowing } from "./FilesFollowing.tsx";
import { intakeWords } from "./intake-words.ts";
import { OpenCase } from "./OpenCase.tsx";
import { Slip } from "./Slip.tsx";

export interface AnsweredProps {
  outcome: Exclude<Outcome, { kind: "refused" }>;
  /** How many files were sent along. */
  files: number;
  /** What is still on its way, the files of this one among it. */
  entries: readonly Entry[];
  onNext: () => void;
}

/** After sending: what the resident can be told on the spot, and the way to the next one. */
export function Answered({ outcome, files, entries, onNext }: AnsweredProps) {
  const words = useWords(intakeWords);
  const { ui } = useWords();
  if (outcome.kind === "recorded") {
    return (
      <Answer icon="done" look="text-good" title={outcome.isAddition ? words.joined : words.recorded} onNext={onNext} more={outcome.case && <OpenCase id={outcome.case.id} />}>
        {outcome.case ? <Promised recorded={outcome.case} slipCode={outcome.slipCode} /> : <p>{words.outOfSight}</p>}
        {files > 0 && <FilesFollowing entry={entries.find(({ input }) => input.idempotencyKey === outcome.key)} />}
      </Answer>
    );
  }
  if (outcome.kind === "waiting") {
    return (
      <Answer icon="clock" look="text-warn" title={words.kept} onNext={onNext}>
        <p>{words.keptNote}</p>
      </Answer>
    );
  }
  const requestId = outcome.kind === "failed" ? outcome.requestId : undefined;
  return (
    <Answer icon="alert" look="text-bad" title={words.failedTitle} onNext={onNext}>
      <p>{words.failedNote}</p>
      {requestId && <p className="text-small text-ink-soft select-all">{ui.requestId(requestId)}</p>}
    </Answer>
  );
}

function Promised({ recorded, slipCode }: { recorded: NonNullable<Recorded["case"]>; slipCode: string | null }) {
  const words = useWords(intakeWords);
  const format = useFormat();
  const now = useNow();
  const at = recorded.onSiteDueAt ?? (recorded.due?.kind === "FIRST_CONTACT" ? recorded.due.at : null);
  const when = at ? `${format.shortDate(at, now)} ${format.weekday(at)} ${format.time(at)}` : "";
  const promise = at ? (recorded.onSiteDueAt ? words.onSite(when) : words.firstContact(when)) : null;
  return (
    <>
      <p>
        <span className="block text-small text-ink-soft">{words.number}</span>
        <span className="block text-title font-semibold select-all">{recorded.no}</span>
      </p>
      <p className="text-ink-soft">
        {recorded.title}
        {recorded.gridName && ` · ${recorded.gridName}`}
        {(recorded.supporters ?? 0) > 1 && ` · ${words.supporters(recorded.supporters ?? 0)}`}
      </p>
      {promise && (
        <p className={`flex items-center gap-2 rounded-one px-3 py-2 font-medium ${recorded.onSiteDueAt ? "bg-bad-soft text-bad" : "bg-accent-soft text-accent-ink"}`}>
          <Icon name={recorded.onSiteDueAt ? "alert" : "clock"} />
          <span className="min-w-0 text-start">{promise}</span>
        </p>
      )}
      {recorded.due?.provisional && <p className="text-small text-ink-soft">{words.provisional}</p>}
      {slipCode && <Slip slip={{ code: slipCode, no: recorded.no, promise }} />}
    </>
  );
}

interface AnswerProps {
  icon: IconName;
  look: string;
  title: string;
  children: ReactNode;
  more?: ReactNode;
  onNext: () => void;
}

function Answer({ icon, look, title, children, more, onNext }: AnswerProps) {
  const words = useWords(intakeWords);
  const heading = useRef<HTMLHeadingElement>(null);
  // The form is gone: the focus goes to its answer, which a screen reader then says.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col items-center gap-4 rounded-one border border-line bg-surface px-4 py-8 text-center">
      <Icon name={icon} className={`size-10! ${look}`} />
      <h2 ref={heading} tabIndex={-1} className="rounded-one text-title font-semibold">
        {title}
      </h2>
      {children}
      <div className="flex w-full max-w-80 flex-col gap-2 pt-2">
        <Button variant="primary" wide onPress={onNext}>
          {words.next}
        </Button>
        {more}
      </div>
    </div>
  );
}
