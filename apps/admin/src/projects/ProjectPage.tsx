import { namesIn } from "@bandeng/domain";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import type { ProjectShownFragment } from "../graphql/graphql.ts";
import { RevealCase } from "../personal/reveal-case.ts";
import { announce } from "../ui/announce.ts";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { BeforeAfter } from "./BeforeAfter.tsx";
import { Deliverables } from "./Deliverables.tsx";
import { Inspections } from "./Inspections.tsx";
import { Milestones } from "./Milestones.tsx";
import { Money } from "./Money.tsx";
import { projectDocument } from "./project-documents.ts";
import type { ProjectTask } from "./project-task.ts";
import { noonOf, stateTone } from "./project-text.ts";
import { ProjectTimeline } from "./ProjectTimeline.tsx";
import { words } from "./project-words.ts";
import { Publicity } from "./Publicity.tsx";
import { Records } from "./Records.tsx";
import { Stages } from "./Stages.tsx";
import { StateActs } from "./StateActs.tsx";
import { type ProjectCases, Why } from "./Why.tsx";

const TaskDialog = lazy(() => import("./TaskDialog.tsx"));

/** One secretary project: why it was adopted, what was promised, how far it has come, and what comes next. */
export function ProjectPage() {
  const { id } = useParams({ from: "/frame/projects/$id" });
  const { pages } = useWords();
  const w = useWords(words);
  const [{ data, error, fetching }, again] = useQuery({ query: projectDocument, variables: { id }, requestPolicy: "cache-and-network" });
  const shown = data?.project;
  const reload = () => again({ requestPolicy: "network-only" });
  return (
    <Page title={shown ? w.pageTitle(shown.no) : pages.projects}>
      {shown ? (
        <Whole key={shown.id} project={shown} cases={shown.cases} onChanged={reload} />
      ) : error ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      ) : fetching ? (
        <Skeleton label={w.loading} lines={12} />
      ) : (
        <EmptyState title={w.notFound} icon="lock">
          {w.notFoundNote}
        </EmptyState>
      )}
    </Page>
  );
}

function Whole({ project, cases, onChanged }: { project: ProjectShownFragment; cases: ProjectCases; onChanged: () => void }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const [task, setTask] = useState<ProjectTask | null>(null);
  const block = (action: ProjectTask["action"]) => {
    const found = project.actions.find((one) => one.action === action);
    return found?.allowed === true ? undefined : (found?.message ?? "");
  };
  const done = () => {
    if (task) announce(w.done(names.projectAction[task.action]));
    setTask(null);
    onChanged();
  };
  const given = { project, block, onTask: setTask };
  return (
    <RevealCase value={cases[0]?.id ?? null}>
      <Head project={project} />
      <div className="mb-5 flex flex-col gap-3">
        <Stages project={project} />
        <StateActs {...given} />
      </div>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)] lg:gap-8">
        <div className="flex min-w-0 flex-col gap-6">
          <Milestones {...given} />
          <Deliverables {...given} />
          <Inspections {...given} />
          <Publicity {...given} />
          <Why {...given} cases={cases} />
          <BeforeAfter cases={cases} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Money {...given} />
          <Records {...given} />
          <ProjectTimeline project={project} />
        </div>
      </div>
      {task && (
        <Suspense>
          <TaskDialog task={task} project={project} onDone={done} onClose={() => setTask(null)} />
        </Suspense>
      )}
    </RevealCase>
  );
}

/** Its name, number and state, whose it is and when it is due. */
function Head({ project }: { project: ProjectShownFragment }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const format = useFormat();
  const { state, no, year, title, secretary, dueOn, isOverdue, exemplary, carriedOver } = project;
  return (
    <header className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="text-title font-semibold">{title}</h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <Chip tone={stateTone[state]}>{namesIn(language).projectState[state]}</Chip>
          <span className="tabular-nums">{no}</span>
          {secretary && <span className="text-ink-soft">{w.secretary(secretary.name)}</span>}
          <span className="text-ink-soft">{dueOn ? w.dueOn(format.date(noonOf(dueOn))) : w.noDue}</span>
          {isOverdue && (
            <Chip tone="bad" icon="alert">
              {w.overdue}
            </Chip>
          )}
          {exemplary && (
            <Chip tone="good" icon="star">
              {w.exemplary}
            </Chip>
          )}
          {carriedOver.length > 0 && <Chip icon="history">{w.carried}</Chip>}
        </p>
      </div>
      <p className="flex flex-wrap gap-x-4">
        {state === "STRUCK_OFF" && (
          <Link to="/projects/$id/story" params={{ id: project.id }} className="inline-flex min-h-control items-center">
            {w.story}
          </Link>
        )}
        <Link to="/projects" search={{ year }} className="inline-flex min-h-control items-center">
          {w.backToList}
        </Link>
      </p>
    </header>
  );
}
