import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { templatesDocument } from "./project-documents.ts";
import { words } from "./project-words.ts";

/** 示范模板: exemplary projects with what their plans hold. */
export function TemplatesPanel({ area }: { area: string }) {
  const w = useWords(words);
  const format = useFormat();
  const [{ data, error, fetching }, again] = useQuery({ query: templatesDocument, variables: { areas: [area], first: 100 }, requestPolicy: "cache-and-network" });
  if (error && !data)
    return (
      <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching}>
        {w.failedNote}
      </ErrorState>
    );
  if (!data) return <Skeleton label={w.loading} lines={6} />;
  const { nodes } = data.projects;
  if (nodes.length === 0)
    return (
      <EmptyState title={w.templatesNone} icon="star">
        {w.templatesNoneNote}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-soft">{w.templatesNote}</p>
      <ul aria-label={w.tabTemplates} className="grid gap-3 lg:grid-cols-2">
        {nodes.map(({ id, no, title, goal, budgetFen, deliverables, milestones }) => (
          <li key={id} className="flex min-w-0 flex-col gap-1 rounded-one border border-line bg-surface p-3">
            <p className="flex flex-wrap items-center gap-x-2">
              <Link to="/projects/$id" params={{ id }} className="inline-flex min-h-6 items-center font-medium">
                {title}
              </Link>
              <span className="text-small text-ink-soft tabular-nums">{no}</span>
              {budgetFen > 0 && <span className="ms-auto text-small tabular-nums">{format.money(budgetFen)}</span>}
            </p>
            {goal && <p>{goal}</p>}
            <p className="text-small text-ink-soft">{w.planOutline(deliverables.length, milestones.length)}</p>
            <ul className="flex flex-wrap gap-x-4 text-small text-ink-soft">
              {deliverables.map((one) => (
                <li key={one.id}>
                  {one.name} × {one.planned}
                </li>
              ))}
              {milestones.map((one) => (
                <li key={one.id}>
                  {one.title} {one.weight}%
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
