import { namesIn, type CaseAction } from "@bandeng/domain";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { caseWords } from "./case-words.ts";
import { knownNames } from "./known-names.ts";
import { Section } from "./Section.tsx";
import { useNow } from "../words/use-now.ts";

const noon = (day: string) => `${day}T12:00:00+08:00`;

/** What the lead asked for, with the two answers to it for whoever may give them. */
export function PendingAsk({ detail, onAct }: { detail: CaseDetailFragment; onAct: (action: CaseAction) => void }) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const ask = detail.pendingAsk;
  if (!ask) return null;
  const asker = knownNames(detail).get(ask.askedBy) ?? "–";
  const said = ask.kind === "HOLD" ? w.pendingHold(ask.until ? format.date(noon(ask.until)) : "–", ask.holdReason ? names.holdReason[ask.holdReason] : "–") : w.pendingExtend(ask.days ?? 0);
  return (
    <section aria-label={w.pendingAsk} className="rounded-one border border-line-strong bg-sunken px-3 py-2">
      <p className="flex items-center gap-2 font-medium">
        <Icon name="help" size="small" className="text-warn" />
        {w.pendingAsk} · {said}
      </p>
      <p>{ask.reason}</p>
      <p className="text-small text-ink-soft">{w.askedBy(asker, names.role[ask.askedAs], format.dateTime(ask.at))}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {(["approve", "turnDown"] as const).map((action) => (
          <Button key={action} size="small" disabledReason={detail.actions.find((one) => one.action === action)?.message ?? undefined} onPress={() => onAct(action)}>
            {names.action[action]}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** Pauses that were approved. */
export function Holds({ holds }: Pick<CaseDetailFragment, "holds">) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  if (holds.length === 0) return null;
  return (
    <Section title={w.holds}>
      <ul className="flex flex-col gap-1">
        {holds.map((hold) => (
          <li key={hold.from} className="flex flex-wrap items-center gap-x-2">
            <Icon name="pause" size="small" className={hold.endedAt ? "text-ink-soft" : "text-warn"} />
            <span>{namesIn(language).holdReason[hold.reason]}</span>
            <span className="text-small text-ink-soft">
              {hold.endedAt ? w.holdEnded(format.shortDate(hold.from, now), format.shortDate(hold.endedAt, now)) : w.holdRunning(format.shortDate(noon(hold.until), now))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Departments that were called: what was asked, when the answer is due, what they reported. */
export function Whistles({ whistles }: Pick<CaseDetailFragment, "whistles">) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language).whistle;
  const format = useFormat();
  const now = useNow();
  if (whistles.length === 0) return null;
  const moment = (at: string) => `${format.shortDate(at, now)} ${format.time(at)}`;
  return (
    <Section title={w.whistles}>
      <ul className="flex flex-col gap-2">
        {whistles.map((whistle) => {
          const state = whistle.releasedAt ? "RELEASED" : whistle.reportedAt ? "REPORTED" : "BLOWN";
          const isLate = state === "BLOWN" && Date.parse(whistle.replyDueAt) < now;
          return (
            <li key={whistle.id}>
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium">{whistle.departmentName}</span>
                <span className="text-small">{names[state]}</span>
                <span className={`inline-flex items-center gap-1 text-small ${isLate ? "font-medium text-bad" : "text-ink-soft"}`}>
                  {isLate && <Icon name="alert" size="small" />}
                  {whistle.releasedAt ? w.whistleReleased(moment(whistle.releasedAt)) : whistle.reportedAt ? w.whistleReported(moment(whistle.reportedAt)) : w.whistleReply(moment(whistle.replyDueAt))}
                  {isLate && ` · ${w.whistleLate}`}
                </span>
              </p>
              <p>{whistle.ask}</p>
              {whistle.result && <p className="border-s-2 border-line-strong ps-3">{whistle.result}</p>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
