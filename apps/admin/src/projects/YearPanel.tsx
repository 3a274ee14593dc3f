import { localDateOf, namesIn, projectStates, yearOf } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { ProjectsQueryVariables } from "../graphql/graphql.ts";
import { ExportMenu } from "../exports/ExportMenu.tsx";
import { Button } from "../ui/Button.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Select } from "../ui/Select.tsx";
import { SettledSearchField } from "../ui/SettledSearchField.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useNow } from "../words/use-now.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { projectsDocument } from "./project-documents.ts";
import { ProjectRow } from "./ProjectRow.tsx";
import type { ProjectsChange, ProjectsSearch } from "./projects-search.ts";
import { words } from "./project-words.ts";
import { YearSums } from "./YearSums.tsx";

const pageSize = 30;

interface YearPanelProps {
  area: string;
  search: ProjectsSearch;
  change: (next: ProjectsChange) => void;
}

/** 年度清单: the projects of a year, narrowed by what stands in the address, under the sums of the whole year. */
export function YearPanel({ area, search, change }: YearPanelProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language).projectState;
  const year = search.year ?? yearOf(localDateOf(new Date(useNow()).toISOString()));
  const { state, q, missing, overdue } = search;
  const narrowed = JSON.stringify([area, year, state, q, missing, overdue]);
  const shown = { areas: [area], year, states: state ? [state] : null, search: q ?? null, missingInspection: missing ?? null, overdue: overdue ?? null, exemplary: null };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div role="group" aria-label={w.year} className="flex items-center gap-1">
          <IconButton icon="chevron-left" label={w.previousYear} onPress={() => change({ year: year - 1 })} />
          <span aria-live="polite" className="min-w-16 text-center text-lead font-semibold tabular-nums">
            {w.yearOf(year)}
          </span>
          <IconButton icon="chevron-right" label={w.nextYear} onPress={() => change({ year: year + 1 })} />
        </div>
        <Select
          label={w.state}
          hideLabel
          className="w-40"
          items={[{ id: "ALL", label: w.all }, ...projectStates.map((id) => ({ id, label: names[id] }))]}
          value={state ?? "ALL"}
          onChange={(id) => change({ state: id === "ALL" ? undefined : projectStates.find((one) => one === id) })}
        />
        <SettledSearchField label={w.search} value={q ?? ""} onChange={(text) => change({ q: text || undefined })} />
        <CheckBox isSelected={missing === true} onChange={(on) => change({ missing: on ? true : undefined })}>
          {w.onlyMissing}
        </CheckBox>
        <CheckBox isSelected={overdue === true} onChange={(on) => change({ overdue: on ? true : undefined })}>
          {w.onlyOverdue}
        </CheckBox>
        <div className="ms-auto">
          <ExportMenu list="projects" query={shown} />
        </div>
      </div>
      <YearSums area={area} year={year} />
      <Pages key={narrowed} ask={{ ...shown, first: pageSize }} />
    </div>
  );
}

type Ask = Omit<ProjectsQueryVariables, "after">;

function Pages({ ask }: { ask: Ask }) {
  const w = useWords(words);
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <ul aria-label={w.list} className="flex flex-col gap-2">
      {cursors.map((after, i) => (
        <OnePage key={after ?? ""} ask={ask} after={after} onMore={i === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined} />
      ))}
    </ul>
  );
}

/** One page of the list; each asks for itself, so that what is in view stays when more comes. */
function OnePage({ ask, after, onMore }: { ask: Ask; after: string | null; onMore: ((cursor: string) => void) | undefined }) {
  const w = useWords(words);
  const [{ data, error, fetching }, again] = useQuery({ query: projectsDocument, variables: { ...ask, after }, requestPolicy: "cache-and-network" });
  if (error && !data)
    return (
      <li>
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      </li>
    );
  if (!data)
    return (
      <li>
        <Skeleton label={w.loading} lines={6} />
      </li>
    );
  const { nodes, pageInfo } = data.projects;
  const next = pageInfo.endCursor;
  return (
    <>
      {nodes.length === 0 && after === null && (
        <li>
          <EmptyState title={w.none} icon="star">
            {w.noneNote}
          </EmptyState>
        </li>
      )}
      {nodes.map((one) => (
        <ProjectRow key={one.id} project={one} />
      ))}
      {pageInfo.hasNextPage && next && onMore && (
        <li>
          <Button onPress={() => onMore(next)}>{w.more}</Button>
        </li>
      )}
    </>
  );
}
