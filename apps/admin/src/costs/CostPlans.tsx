import { type CostState, costStates, namesIn } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { ExportMenu } from "../exports/ExportMenu.tsx";
import type { CostLineFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { Select } from "../ui/Select.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useNow } from "../words/use-now.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { costPlansDocument } from "./cost-documents.ts";
import type { CostsChange, CostsSearch } from "./costs-search.ts";
import { isOverdue, openDoorsOf, stateTone } from "./cost-text.ts";
import { words } from "./costs-words.ts";
import { PaidBar } from "./PaidBar.tsx";

const pageSize = 30;

interface CostPlansProps {
  areas: readonly string[];
  search: CostsSearch;
  change: (next: CostsChange) => void;
}

/** The cost plans of one's areas, the last drawn up first. */
export function CostPlans({ areas, search, change }: CostPlansProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const narrow = (next: CostsChange) => {
    setCursors([null]);
    change(next);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Select
          label={w.states}
          className="w-44"
          items={[{ id: "ALL", label: w.all }, ...costStates.map((id) => ({ id, label: names.costState[id] }))]}
          value={search.state ?? "ALL"}
          onChange={(id) => narrow({ state: id === "ALL" ? undefined : (id as CostState) })}
        />
        <CheckBox isSelected={search.overdue === true} onChange={(overdue) => narrow({ overdue: overdue || undefined })}>
          {w.overdueOnly}
        </CheckBox>
        <div className="ms-auto">
          <ExportMenu list="costs" query={{ areas, states: search.state ? [search.state] : null, overdueOnly: search.overdue ?? false }} />
        </div>
      </div>
      <ul aria-label={w.list} className="flex flex-col gap-2">
        {cursors.map((after, i) => (
          <Part key={after ?? ""} {...{ areas, search, after }} onMore={i === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined} />
        ))}
      </ul>
    </div>
  );
}

interface PartProps extends Pick<CostPlansProps, "areas" | "search"> {
  after: string | null;
  onMore: ((cursor: string) => void) | undefined;
}

/** One page of the list; each asks for itself, so that what is in view stays when more comes. */
function Part({ areas, search, after, onMore }: PartProps) {
  const w = useWords(words);
  const variables = { areas: [...areas], states: search.state ? [search.state] : null, overdueOnly: search.overdue ?? false, first: pageSize, after };
  const [{ data, error, fetching }, again] = useQuery({ query: costPlansDocument, variables, requestPolicy: "cache-and-network" });
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
  const { nodes, pageInfo } = data.costPlans;
  const next = pageInfo.endCursor;
  return (
    <>
      {nodes.length === 0 && after === null && (
        <li>
          <EmptyState title={w.none} icon="coin">
            {w.noneNote}
          </EmptyState>
        </li>
      )}
      {nodes.map((one) => (
        <Line key={one.id} line={one} />
      ))}
      {pageInfo.hasNextPage && next && onMore && (
        <li>
          <Button onPress={() => onMore(next)}>{w.more}</Button>
        </li>
      )}
    </>
  );
}

function Line({ line }: { line: CostLineFragment }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const isCollecting = line.state === "COLLECTING";
  const openDoors = openDoorsOf(line);
  const now = useNow();
  return (
    <li className="grid gap-x-6 gap-y-2 rounded-one border border-line bg-surface p-3 sm:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Chip tone={stateTone[line.state]}>{namesIn(language).costState[line.state]}</Chip>
          <Link to="/costs/$id" params={{ id: line.id }} className="inline-flex min-h-6 items-center font-medium">
            {line.title}
          </Link>
          <span className="text-small text-ink-soft tabular-nums">{line.no}</span>
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
          <span>{line.case.title}</span>
          {isCollecting && (
            <Link to="/costs/$id/doors" params={{ id: line.id }} className="inline-flex min-h-6 items-center">
              {w.doorList}
            </Link>
          )}
        </p>
      </div>
      <div className="flex min-w-0 flex-col justify-center gap-1">
        <PaidBar plan={line} />
        <p className="flex flex-wrap gap-2">
          {openDoors > 0 && isCollecting && <Chip icon="home">{w.openDoors(openDoors)}</Chip>}
          {isOverdue(line, now) && (
            <Chip tone="bad" icon="alert">
              {w.overdue}
            </Chip>
          )}
        </p>
      </div>
    </li>
  );
}
