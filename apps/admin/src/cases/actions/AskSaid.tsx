import { namesIn } from "@bandeng/domain";
import type { CaseDetailFragment } from "../../graphql/graphql.ts";
import { useFormat, useLanguage, useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";

/** What the lead asked for, above the decision on it. */
export function AskSaid({ ask }: { ask: NonNullable<CaseDetailFragment["pendingAsk"]> }) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const format = useFormat();
  const until = ask.until ? format.date(`${ask.until}T12:00:00+08:00`) : "";
  return (
    <p className="rounded-one bg-sunken px-3 py-2">
      {ask.kind === "HOLD" ? w.pendingHold(until, ask.holdReason ? namesIn(language).holdReason[ask.holdReason] : "") : w.pendingExtend(ask.days ?? 0)}
      <span className="block text-ink-soft">{ask.reason}</span>
    </p>
  );
}
