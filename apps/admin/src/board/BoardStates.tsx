import type { CombinedError } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { PlainButton } from "../ui/PlainButton.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { countFilters, filterKeys, type BoardSearch } from "./board-search.ts";
import type { SearchChange } from "./use-board-search.ts";

/** The shape of the board while it comes. */
export function BoardSkeleton() {
  const { board: w } = useWords();
  return (
    <div className="flex min-h-0 flex-1 gap-2 overflow-hidden px-2 pb-2 sm:px-3" aria-busy="true">
      {Array.from({ length: 6 }, (_, column) => (
        <div key={column} className="flex min-w-[calc(100vw-2.5rem)] flex-1 flex-col gap-1.5 rounded-one bg-sunken p-1.5 sm:min-w-46">
          <Skeleton {...(column === 0 ? { label: w.loading } : {})} className="my-1.5 h-5 w-1/2" />
          {Array.from({ length: 4 }, (__, card) => (
            <Skeleton key={card} className="h-24 w-full" />
          ))}
        </div>
      ))}
    </div>
  );
}

export interface BoardNothingProps {
  error: CombinedError | undefined;
  search: BoardSearch;
  change: (next: SearchChange) => void;
  onRetry: () => void;
  isRetrying: boolean;
}

/** No answer, or an answer without a case: what to do about it. */
export function BoardNothing({ error, search, change, onRetry, isRetrying }: BoardNothingProps) {
  const { board: w } = useWords();
  if (error) {
    return (
      <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={onRetry} isRetrying={isRetrying}>
        {w.failedNote}
      </ErrorState>
    );
  }
  if (countFilters(search) > 0) {
    const clear = () => change(Object.fromEntries(filterKeys.map((key) => [key, undefined])));
    return (
      <EmptyState title={w.emptyFiltered} icon="search" action={<PlainButton onClick={clear}>{w.clearFilter}</PlainButton>}>
        {w.emptyFilteredNote}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={w.empty} action={<Link to="/intake">{w.emptyAction}</Link>}>
      {w.emptyNote}
    </EmptyState>
  );
}
