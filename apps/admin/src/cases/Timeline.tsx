import { namesIn, type CaseEventType } from "@bandeng/domain";
import { useEffect } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import type { IconName } from "../ui/icon-paths.ts";
import { Icon } from "../ui/Icon.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { caseTimelineDocument } from "./case-documents.ts";
import { caseWords } from "./case-words.ts";
import { EventLine } from "./EventLine.tsx";
import { linkedCases } from "./event-sentence.ts";
import { knownNames } from "./known-names.ts";

const icons: Partial<Record<CaseEventType, IconName>> = {
  COLLECTED: "message", CONTACTED: "phone", CALLED_BACK: "phone", HELD: "pause", HOLD_PROLONGED: "pause", RESUMED: "play",
  ESCALATED: "arrow-up", REFERRED_UP: "arrow-up", SUPERVISED: "eye", SENT_DOWN: "arrow-down", RESOLVED: "check", CLOSED: "done", REOPENED: "refresh",
  CORRECTED: "undo", ASSIGNED: "user", ORDER_RETURNED: "undo", WHISTLE_BLOWN: "bell", DEPARTMENT_REPORTED: "flag", ADOPTED: "star",
  DELIBERATED: "bench", ASKED: "help", AMENDED: "edit", DEADLINE_MOVED: "calendar", MERGED: "link", ABSORBED: "link",
};

/** How many steps are shown: the most the API gives at once. */
const most = 100;

/** What happened, latest first: who, what, when, and the words that are kept apart from the log. */
export function Timeline({ detail }: { detail: CaseDetailFragment }) {
  const w = useWords(caseWords);
  const { ui } = useWords();
  const { language } = useLanguage();
  const format = useFormat();
  const names = namesIn(language);
  const [{ data, error, fetching }, again] = useQuery({ query: caseTimelineDocument, variables: { id: detail.id, first: most } });
  const events = data?.case?.events;
  // A verb elsewhere moved the case on: its version is the number of its last event.
  const newest = events?.[0]?.seq;
  useEffect(() => {
    if (newest !== undefined && newest < detail.version) again({ requestPolicy: "network-only" });
  }, [newest, detail.version, again]);
  if (error && !events) return <ErrorState requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching} />;
  if (!events) return <Skeleton label={ui.loading} lines={6} />;
  if (events.length === 0) return <p className="text-ink-soft">{w.timelineEmpty}</p>;
  const known = knownNames(detail, { events });
  return (
    <>
      <ol className="flex flex-col">
        {events.map((event) => (
          <li key={event.id} className="group/step flex gap-3">
            <span className="flex flex-col items-center text-ink-soft">
              <Icon name={icons[event.type as CaseEventType] ?? "chevron-right"} size="small" className="mt-0.5" />
              <span aria-hidden="true" className="my-1 w-px flex-1 bg-line group-last/step:hidden" />
            </span>
            <div className="min-w-0 flex-1 pb-3">
              <p>
                <EventLine event={event} known={known} hideMoment />
              </p>
              {event.words && <blockquote className="my-1 border-s-2 border-line-strong ps-3 whitespace-pre-wrap">{event.words}</blockquote>}
              <p className="flex flex-wrap gap-x-3 text-small text-ink-soft">
                <span>{format.dateTime(event.at)}</span>
                {Date.parse(event.recordedAt) - Date.parse(event.at) > 60_000 && <span>{w.recordedOn(format.dateTime(event.recordedAt))}</span>}
                {event.due?.at && <span>{w.dueFromHere(names.due[event.due.kind], format.dateTime(event.due.at))}</span>}
                <span>{w.step(event.seq)}</span>
                {linkedCases(event).map((id) => (
                  <Link key={id} to="/cases/$no" params={{ no: id }}>
                    {w.openLinked}
                  </Link>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {events.length === most && <p className="text-small text-ink-soft">{w.moreEvents}</p>}
    </>
  );
}
