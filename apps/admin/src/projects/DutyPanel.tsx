import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { ProjectLineFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { responsibilityDocument } from "./project-documents.ts";
import { AdoptOpinionButton } from "./AdoptOpinionButton.tsx";
import { monthParts, noonOf, stateTone } from "./project-text.ts";
import { words } from "./project-words.ts";
import { waitsFor } from "./waits-for.ts";

const pageSize = 50;

/** 责任清单: what the community's secretary has in hand; what waits for her comes first. */
export function DutyPanel({ communityCode }: { communityCode: string }) {
  const w = useWords(words);
  const now = useNow();
  const [first, setFirst] = useState(pageSize);
  const [{ data, error, fetching }, again] = useQuery({ query: responsibilityDocument, variables: { communityCode, first, after: null }, requestPolicy: "cache-and-network" });
  if (error && !data)
    return (
      <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching}>
        {w.failedNote}
      </ErrorState>
    );
  if (!data) return <Skeleton label={w.loading} lines={8} />;
  const { nodes, pageInfo } = data.responsibilityList;
  const told = nodes.map((project) => ({ project, ...waitsFor(project, now, w) }));
  const parts = [
    [w.waitsForHer, told.filter(({ isHers }) => isHers)],
    [w.waitsForOthers, told.filter(({ isHers }) => !isHers)],
  ] as const;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-72 text-ink-soft">{w.dutyNote}</p>
        <AdoptOpinionButton />
      </div>
      {nodes.length === 0 && (
        <EmptyState title={w.dutyNone} icon="done">
          {w.dutyNoneNote}
        </EmptyState>
      )}
      {parts.map(
        ([title, some]) =>
          some.length > 0 && (
            <section key={title} aria-label={title}>
              <h2 className="mb-2 text-lead font-semibold">
                {title} <span className="text-ink-soft tabular-nums">{some.length}</span>
              </h2>
              <ul aria-label={title} className="flex flex-col gap-2">
                {some.map(({ project, sentences }) => (
                  <Duty key={project.id} project={project} sentences={sentences} />
                ))}
              </ul>
            </section>
          ),
      )}
      {pageInfo.hasNextPage && first < 100 && (
        <Button className="self-start" onPress={() => setFirst(100)}>
          {w.more}
        </Button>
      )}
    </div>
  );
}

function Duty({ project, sentences }: { project: ProjectLineFragment; sentences: readonly string[] }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const format = useFormat();
  const { id, no, title, state, nextMilestone, missingInspections, openObjections, progress } = project;
  const facts = [
    [w.nextMilestone, nextMilestone ? `${nextMilestone.title} · ${w.dueOn(format.date(noonOf(nextMilestone.dueOn)))}` : progress === 100 ? w.noMilestoneLeft : w.noMilestones],
    [w.missingMonths, missingInspections.length > 0 ? missingInspections.map((month) => w.monthOf(...monthParts(month))).join(language === "zh" ? "、" : ", ") : w.nothingMissing],
    [w.openObjections, openObjections > 0 ? w.openCount(openObjections) : w.noOpenObjections],
  ] as const;
  return (
    <li className="grid gap-x-6 gap-y-2 rounded-one border border-line bg-surface p-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Chip tone={stateTone[state]}>{namesIn(language).projectState[state]}</Chip>
          <Link to="/projects/$id" params={{ id }} className="inline-flex min-h-6 items-center font-medium">
            {title}
          </Link>
          <span className="text-small text-ink-soft tabular-nums">
            {no} · {w.progressOf(progress)}
          </span>
        </p>
        <ul className="mt-1 list-disc ps-5">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <dl className="grid gap-x-4 gap-y-1 text-small sm:grid-cols-3">
        {facts.map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
