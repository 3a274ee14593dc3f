import { namesIn } from "@bandeng/domain";
import type { ReactNode } from "react";
import { Chip } from "../ui/Chip.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { expertWords } from "./expert-words.ts";
import { askedOf, type ShownCall } from "./use-case-help.ts";

/** The calls of a case: what was asked, who was asked in turn, and how it ended. `note` stands beside a call that waits. */
export function ExpertCalls({ calls, note }: { calls: readonly ShownCall[]; note: ReactNode }) {
  const w = useWords(expertWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const now = useNow();
  const moment = (at: string) => `${format.shortDate(at, now)} ${format.time(at)}`;
  if (calls.length === 0) return <p className="text-ink-soft">{w.noCalls}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {calls.toReversed().map((call) => {
        const asked = askedOf(call);
        return (
          <li key={call.id} className="rounded-one border border-line px-3 py-2">
            <p className="flex flex-wrap items-center gap-1.5">
              {call.skills.map((skill) => (
                <Chip key={skill} tone="accent">
                  {names.expertSkill[skill]}
                </Chip>
              ))}
              {call.outcome && <Chip tone={call.outcome === "ACCEPTED" ? "good" : "warn"}>{names.callOutcome[call.outcome]}</Chip>}
              <span className="ms-auto text-small text-ink-soft">{w.calledBy(call.calledBy?.name ?? "–", moment(call.calledAt))}</span>
            </p>
            <p className="my-1 whitespace-pre-wrap">{call.ask}</p>
            <ol className="flex flex-col gap-0.5 text-small text-ink-soft">
              {call.asked.flatMap(({ personId, person, answer, answeredAt }) =>
                answer && answeredAt ? [<li key={personId}>{w.answered(person?.name ?? w.someone, names.callAnswer[answer], moment(answeredAt))}</li>] : [],
              )}
            </ol>
            {asked && (
              <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
                <Icon name="clock" size="small" className="text-warn" />
                <span className="font-medium">{w.waitsFor(asked.person?.name ?? w.someone, moment(asked.replyDueAt))}</span>
                {call.waiting > 0 && <span className="text-small text-ink-soft">{w.next(call.waiting)}</span>}
                <span className="ms-auto">{note}</span>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
