import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { ExportMenu } from "../exports/ExportMenu.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { opinionsDocument } from "./opinion-documents.ts";
import { filterOf, isNarrowed, narrowings, type OpinionChange, type OpinionSearch } from "./opinion-search.ts";
import { opinionWords } from "./opinion-words.ts";
import { OpinionFilters } from "./OpinionFilters.tsx";
import { OpinionRow } from "./OpinionRow.tsx";

const PAGE = 50;

export interface OpinionPageOfProps {
  areas: readonly string[];
  search: OpinionSearch;
  onChange: (change: OpinionChange) => void;
  onOpen: (caseId: string) => void;
  onAnswered: () => void;
}

/** One page of a tab's list. */
export function OpinionPageOf({ areas, search, onChange, onOpen, onAnswered }: OpinionPageOfProps) {
  const w = useWords(opinionWords);
  const isAll = search.tab === "all";
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: opinionsDocument,
    variables: { areas: [...areas], filter: filterOf(search), order: isAll ? ("LATEST" as const) : ("OLDEST" as const), first: PAGE, after: search.after ?? null },
    requestPolicy: "cache-and-network",
  });
  const { nodes = [], pageInfo } = data?.opinions ?? {};
  const again = () => ask({ requestPolicy: "network-only" });
  const isFiltered = isAll && isNarrowed(search);
  return (
    <div className="flex flex-col gap-3 pt-3">
      <div className="flex justify-end">
        <ExportMenu list="opinions" query={{ areas, filter: filterOf(search), order: isAll ? "LATEST" : "OLDEST" }} />
      </div>
      {isAll ? (
        <OpinionFilters search={search} onChange={onChange} />
      ) : (
        <div className="sm:self-start">
          <SegmentedControl
            label={w.narrow}
            segments={narrowings.map((id) => ({ id, label: w.narrowed[id] }))}
            value={search.only ?? "OWED"}
            onChange={(id) => onChange({ only: id === "WAITING" || id === "BOTH" ? id : undefined })}
          />
        </div>
      )}
      {error && !data ? (
        <ErrorState onRetry={again} isRetrying={fetching} requestId={requestIdOf(error)} />
      ) : !data ? (
        <Skeleton label={w.loading} lines={8} />
      ) : nodes.length === 0 ? (
        <Nothing tab={isAll ? "all" : (search.only ?? "OWED")} isFiltered={isFiltered} onClear={() => onChange({ channel: undefined, from: undefined, to: undefined, late: undefined, q: undefined, point: undefined, contactDay: undefined })} />
      ) : (
        <ul aria-label={isAll ? w.listAll : w.listUnanswered} aria-busy={stale} className="flex flex-col rounded-one border border-line bg-surface">
          {nodes.map((opinion) => (
            <OpinionRow
              key={opinion.id}
              opinion={opinion}
              onOpen={onOpen}
              onAnswered={() => {
                again();
                onAnswered();
              }}
            />
          ))}
        </ul>
      )}
      {data && (search.after || pageInfo?.hasNextPage) && (
        <div className="flex flex-wrap justify-end gap-2">
          {search.after && (
            <Button icon="chevron-left" onPress={() => onChange({})}>
              {isAll ? w.newestFirst : w.newest}
            </Button>
          )}
          {pageInfo?.hasNextPage && pageInfo.endCursor != null && (
            <Button iconAfter="chevron-right" onPress={() => onChange({ after: pageInfo.endCursor as string })}>
              {w.more}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Nothing({ tab, isFiltered, onClear }: { tab: "all" | (typeof narrowings)[number]; isFiltered: boolean; onClear: () => void }) {
  const w = useWords(opinionWords);
  if (isFiltered) return <EmptyState icon="search" title={w.emptyFiltered} action={<Button onPress={onClear}>{w.clearFilters}</Button>} />;
  return (
    <EmptyState icon={tab === "all" ? "message" : "done"} title={tab === "all" ? w.empty : w.nobodyWaits[tab]}>
      {tab === "all" ? w.emptyNote : w.allAnsweredNote}
    </EmptyState>
  );
}
