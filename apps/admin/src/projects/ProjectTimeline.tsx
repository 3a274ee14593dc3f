import { namesIn, type ProjectEventType } from "@bandeng/domain";
import { useEffect } from "react";
import { useQuery } from "urql";
import { Section } from "../cases/Section.tsx";
import { requestIdOf } from "../client/request-id.ts";
import type { ProjectShownFragment } from "../graphql/graphql.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { detailOf } from "./event-detail.ts";
import { projectTimelineDocument } from "./project-documents.ts";
import { words } from "./project-words.ts";

/** How many steps are shown: the most the API gives at once. */
const most = 100;

/** 经过: who did what when, latest first, with the words that are kept apart from the log. */
export function ProjectTimeline({ project }: { project: ProjectShownFragment }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const format = useFormat();
  const names = namesIn(language).projectEvent;
  const [{ data, error, fetching }, again] = useQuery({ query: projectTimelineDocument, variables: { id: project.id, first: most } });
  const events = data?.project?.events;
  // A verb moved the project on: its version is the number of its last event.
  const newest = events?.[0]?.seq;
  useEffect(() => {
    if (newest !== undefined && newest < project.version) again({ requestPolicy: "network-only" });
  }, [newest, project.version, again]);
  return (
    <Section title={w.timeline}>
      {error && !events ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching} />
      ) : !events ? (
        <Skeleton label={w.loading} lines={5} />
      ) : (
        <ol aria-label={w.timeline} className="flex flex-col">
          {events.map((event) => {
            const detail = detailOf(event, { project, w, language });
            return (
              <li key={event.id} className="border-s-2 border-line pb-3 ps-3">
                <p>
                  <span className="font-semibold">{event.actor?.name ?? w.system}</span> {names[event.type as ProjectEventType] ?? event.type}
                  {detail && <span className="text-ink-soft"> · {detail}</span>}
                </p>
                {event.words && <blockquote className="my-1 border-s-2 border-line-strong ps-3 whitespace-pre-wrap">{event.words}</blockquote>}
                <p className="flex flex-wrap gap-x-3 text-small text-ink-soft">
                  <span>{format.dateTime(event.at)}</span>
                  {Date.parse(event.recordedAt) - Date.parse(event.at) > 60_000 && <span>{w.recordedOn(format.dateTime(event.recordedAt))}</span>}
                  <span>{w.step(event.seq)}</span>
                </p>
              </li>
            );
          })}
        </ol>
      )}
      {events?.length === most && <p className="text-small text-ink-soft">{w.moreEvents}</p>}
    </Section>
  );
}
