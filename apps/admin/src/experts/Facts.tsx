import type { CaseAction } from "@bandeng/domain";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { expertWords } from "./expert-words.ts";
import type { ShownFact } from "./use-case-help.ts";

interface FactsProps {
  facts: readonly ShownFact[];
  whyNotAnswer: string | undefined;
  whyNotWithdraw: string | undefined;
  onAct: (action: CaseAction) => void;
}

/** Questions of fact: the open ones first, each with its answer and by what it can be seen. */
export function Facts({ facts, whyNotAnswer, whyNotWithdraw, onAct }: FactsProps) {
  const w = useWords(expertWords);
  const format = useFormat();
  const now = useNow();
  const moment = (at: string) => format.shortDate(at, now);
  if (facts.length === 0) return <p className="text-ink-soft">{w.noFacts}</p>;
  const isOpen = (fact: ShownFact) => fact.answeredAt == null && fact.withdrawnAt == null;
  const ordered = [...facts.filter(isOpen), ...facts.filter((fact) => !isOpen(fact))];
  return (
    <ul className="flex flex-col divide-y divide-line">
      {ordered.map((fact) => (
        <li key={fact.id} className="flex flex-col gap-1 py-2 first:pt-0">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className={`min-w-0 font-medium ${fact.withdrawnAt ? "text-ink-soft line-through" : ""}`}>{fact.question}</span>
            {isOpen(fact) ? (
              <Chip tone="warn" icon="help">
                {w.factOpen}
              </Chip>
            ) : (
              <Chip tone={fact.answeredAt ? "good" : "neutral"}>{fact.answeredAt ? w.factAnswered : w.factWithdrawn}</Chip>
            )}
          </p>
          {fact.answer && <p className="border-s-2 border-line-strong ps-3 whitespace-pre-wrap">{fact.answer}</p>}
          {fact.answeredAt && (fact.evidence || fact.attachmentId) && <p className="text-small">{fact.evidence ? w.evidenceIs(fact.evidence) : w.evidenceFile}</p>}
          <p className="text-small text-ink-soft">
            {w.askedOn(fact.askedBy?.name ?? "–", moment(fact.askedAt))}
            {fact.answeredAt && ` · ${w.answeredOn(fact.answeredBy?.name ?? "–", moment(fact.answeredAt))}`}
          </p>
          {isOpen(fact) && (
            <div className="flex flex-wrap gap-2">
              <Button size="small" aria-label={w.answerFactFor(fact.question)} disabledReason={whyNotAnswer} onPress={() => onAct("answerFact")}>
                {w.answerFact}
              </Button>
              <Button size="small" aria-label={w.withdrawFactFor(fact.question)} disabledReason={whyNotWithdraw} onPress={() => onAct("withdrawFact")}>
                {w.withdrawFact}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
