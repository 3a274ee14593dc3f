import { namesIn } from "@bandeng/domain";
import { useEffect, useMemo, useRef, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { graphql } from "../graphql/gql.ts";
import type { BoardLanesQuery, CaseFilter, LaneKey } from "../graphql/graphql.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { BoardColumns } from "./BoardColumns.tsx";
import { ColumnHeader, useColumnName } from "./ColumnHeader.tsx";
import { useBoardActions } from "./board-context.ts";
import type { LaneName } from "./board-search.ts";
import type { BoardAsked, BoardColumn, BoardStore } from "./board-store.ts";
import type { ColumnKey } from "./card.ts";
import { onRefreshWanted } from "./refresh-boards.ts";
import { useBoardStore } from "./use-board-store.ts";

const lanesDocument = graphql(`
  query BoardLanes($areas: [ID!]!, $by: LaneKey!, $filter: CaseFilter) {
    boardLanes(areas: $areas, by: $by, filter: $filter) { key name total overdue }
  }
`);

type LaneTold = BoardLanesQuery["boardLanes"][number];

const keyOf: Record<LaneName, LaneKey> = { grid: "GRID", compound: "COMPOUND", kind: "KIND", lead: "LEAD" };

/** What a lane's board is narrowed to; null where the server cannot be asked for it (cases in no compound). */
function narrowed(asked: BoardAsked, by: LaneName, key: string | null): BoardAsked | null {
  const filter = (more: CaseFilter): BoardAsked => ({ ...asked, first: 10, filter: { ...asked.filter, ...more } });
  if (by === "grid") return key === null ? null : { ...asked, first: 10, areas: [key] };
  if (by === "kind") return key === null ? null : filter({ kinds: [key as never] });
  if (by === "lead") return filter(key === null ? { withoutLead: true } : { leadIds: [key] });
  return key === null ? null : filter({ compoundIds: [key] });
}

export interface LanesProps {
  asked: BoardAsked;
  by: LaneName;
  /** The columns of the whole board: their numbers and limits count across all lanes. */
  columns: readonly BoardColumn[];
  folded: ReadonlySet<ColumnKey>;
  onFold: (key: ColumnKey) => void;
  onStore: (key: string, store: BoardStore | null) => void;
}

/** The board in lanes. A lane asks for its own board when it comes into view. */
export default function Lanes({ asked, by, columns, folded, onFold, onStore }: LanesProps) {
  const { board: w } = useWords();
  const { view } = useBoardActions();
  const columnName = useColumnName(view);
  const [{ data, error, fetching }, ask] = useQuery({
    query: lanesDocument,
    variables: { areas: [...asked.areas], by: keyOf[by], filter: asked.filter },
    requestPolicy: "cache-and-network",
  });
  useEffect(() => onRefreshWanted(() => ask({ requestPolicy: "network-only" })), [ask]);
  if (error && !data) return <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching} />;
  if (!data) return <Skeleton label={w.laneLoading} lines={4} className="p-4" />;
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="sticky top-0 z-3 hidden gap-2 border-b border-line bg-paper px-3 sm:flex">
        {columns.map((column) =>
          folded.has(column.key) ? (
            <button key={column.key} type="button" aria-label={w.unfold(columnName(column.key))} onClick={() => onFold(column.key)} className="w-10 shrink-0 text-ink-soft large:w-12">
              <Icon name="chevron-left" size="small" />
            </button>
          ) : (
            <div key={column.key} className="min-w-46 flex-1 basis-0 large:min-w-64">
              <ColumnHeader column={column} name={columnName(column.key)} onFold={column.key === "CLOSED" ? () => onFold(column.key) : undefined} />
            </div>
          ),
        )}
      </div>
      {data.boardLanes.map((lane) => {
        const question = narrowed(asked, by, lane.key);
        return question && <Lane key={lane.key ?? ""} {...{ lane, by, question, folded, onFold, onStore }} />;
      })}
    </div>
  );
}

interface LaneProps extends Pick<LanesProps, "by" | "folded" | "onFold" | "onStore"> {
  lane: LaneTold;
  question: BoardAsked;
}

function Lane({ lane, by, question, folded, onFold, onStore }: LaneProps) {
  const { board: w } = useWords();
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(true);
  const [isSeen, setSeen] = useState(false);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => setSeen(entries.some((entry) => entry.isIntersecting)), { rootMargin: "200px" });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const none = { grid: w.laneNoGrid, compound: w.laneNoCompound, kind: "", lead: w.laneNoLead }[by];
  const name = by === "kind" && lane.key ? namesIn(language).kind[lane.key as never] : (lane.name ?? (lane.key?.endsWith("000") ? w.laneNoGrid : none));
  return (
    <section ref={place} aria-label={w.laneName(name, lane.total)} className="border-b border-line">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="sticky start-0 flex min-h-control w-full items-center gap-2 px-3 text-start font-semibold hover:bg-hover"
        >
          <Icon name={isOpen ? "chevron-down" : "chevron-right"} size="small" />
          {name}
          <span className="text-small font-normal text-ink-soft">{w.total(lane.total)}</span>
          {lane.overdue > 0 && (
            <span className="flex items-center gap-0.5 text-small font-normal text-bad">
              <Icon name="alert" size="small" />
              {w.overdueCount(lane.overdue)}
            </span>
          )}
        </button>
      </h2>
      {isOpen && (
        <div className="flex h-72 flex-col large:h-96">
          {isSeen ? <LaneBoard {...{ lane, question, folded, onFold, onStore }} /> : <span className="m-3 block flex-1 rounded-one bg-sunken" />}
        </div>
      )}
    </section>
  );
}

function LaneBoard({ lane, question, folded, onFold, onStore }: Omit<LaneProps, "by">) {
  const { board: w } = useWords();
  const { store, shown } = useBoardStore(question);
  const key = lane.key ?? "";
  useEffect(() => {
    onStore(key, store);
    return () => onStore(key, null);
  }, [key, store, onStore]);
  const columns = useMemo(() => shown.columns, [shown.columns]);
  if (shown.error && !columns) return <ErrorState title={w.failed} requestId={requestIdOf(shown.error)} onRetry={() => store.refresh({ atOnce: true })} isRetrying={shown.isFetching} />;
  if (!columns) return <Skeleton label={w.laneLoading} className="mx-3 mb-3 h-full" />;
  return <BoardColumns columns={columns} store={store} folded={folded} onFold={onFold} hasHeaders={false} laneKey={lane.key} />;
}
