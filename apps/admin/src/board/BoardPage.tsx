import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Page } from "../frame/Page.tsx";
import { areasOf, useViewer } from "../session/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { useWords } from "../words/useWords.tsx";
import { BoardColumns } from "./BoardColumns.tsx";
import { BoardContext, MomentContext } from "./board-context.ts";
import { filterOf, type BoardSearch } from "./board-search.ts";
import { BoardNothing, BoardSkeleton } from "./BoardStates.tsx";
import type { BoardAsked, BoardStore } from "./board-store.ts";
import { BoardToolbar } from "./BoardToolbar.tsx";
import { ruleViewer, type Card, type ColumnKey } from "./card.ts";
import { useBoardSearch } from "./use-board-search.ts";
import { useBoardStore } from "./use-board-store.ts";
import { useMoves } from "./use-moves.ts";
import { coalesced } from "../live/coalesced.ts";
import { useLive } from "../live/use-live.ts";
import { refreshBoards } from "./refresh-boards.ts";
import { exportWords } from "../exports/export-words.ts";
import { useExportReason } from "../exports/use-export-reason.ts";
import type { FileFormat } from "../exports/take-file.ts";
import { useNow } from "../words/use-now.ts";

const ActionPopover = lazy(() => import("./ActionPopover.tsx"));
const CaseOnBoard = lazy(() => import("./CaseOnBoard.tsx"));
const Lanes = lazy(() => import("./Lanes.tsx"));
const MoveMenu = lazy(() => import("./MoveMenu.tsx"));
const SelectionBar = lazy(() => import("./SelectionBar.tsx"));
const ShortcutsDialog = lazy(() => import("./ShortcutsDialog.tsx"));

/** Cards of each column in the first answer: a screenful and a little more. */
const firstCards = 20;

/** However much happens, the board asks no oftener. */
const heard = coalesced(refreshBoards, 500);

/** 议事看板: where clerks and secretaries see every case and move it on. */
export function BoardPage() {
  const words = useWords();
  const viewer = useViewer();
  const { search, change, replaceAll } = useBoardSearch();
  const own = useMemo(() => areasOf(viewer), [viewer]);
  const areas = search.area ?? own;
  if (areas.length === 0) {
    return (
      <Page title={words.pages.board} width="full">
        <EmptyState title={words.board.noArea}>{words.board.noAreaNote}</EmptyState>
      </Page>
    );
  }
  const asked: BoardAsked = { areas, view: search.view === "workflow" ? "WORKFLOW" : "ESCALATION", filter: filterOf(search), first: firstCards };
  return (
    <Page title={words.pages.board} width="full">
      <Board {...{ asked, search, change, replaceAll }} />
    </Page>
  );
}

type BoardProps = ReturnType<typeof useBoardSearch> & { asked: BoardAsked };

function Board({ asked, search, change, replaceAll }: BoardProps) {
  const words = useWords();
  const { board: w } = words;
  const viewer = useViewer();
  const now = useNow();
  const { store, shown } = useBoardStore(asked);
  useLive(asked.areas, undefined, heard);
  const laneStores = useRef(new Map<string, BoardStore>());
  const onStore = useCallback((key: string, lane: BoardStore | null) => void (lane ? laneStores.current.set(key, lane) : laneStores.current.delete(key)), []);
  const findCard = useCallback((id: string): Card | undefined => store.card(id) ?? [...laneStores.current.values()].map((one) => one.card(id)).find((card) => card), [store]);
  const open = useCallback((id: string) => change({ case: id }), [change]);
  const acting = useMemo(() => ruleViewer(viewer), [viewer]);
  // The open case is no part of what the cards depend on.
  const { case: openCase, ...shownSearch } = search;
  const searchKey = JSON.stringify(shownSearch);
  const cardSearch = useMemo(() => JSON.parse(searchKey) as BoardSearch, [searchKey]);
  const moves = useMoves({ view: asked.view, viewer: acting, search: cardSearch, now, findCard, open });
  const [folded, setFolded] = useState<ReadonlySet<ColumnKey>>(new Set<ColumnKey>(["CLOSED"]));
  const onFold = useCallback((key: ColumnKey) => setFolded((before) => (before.has(key) ? new Set() : new Set([key]))), []);
  const [hasShortcuts, setShortcuts] = useState(false);
  useShortcutsKey(() => setShortcuts(true));

  const { columns, error } = shown;
  const ew = useWords(exportWords);
  const exportReason = useExportReason(asked.areas);
  const onExport = async (as: FileFormat) => {
    const { default: takeFile } = await import("../exports/take-file.ts");
    await takeFile({ list: "board", query: { areas: asked.areas, filter: asked.filter } }, as, ew);
  };
  const refresh = () => store.refresh({ atOnce: true });
  const { opened, moment } = moves;
  const selected = [...moment.selected].flatMap((id) => findCard(id) ?? []);
  const isEmpty = columns?.every((column) => column.total === 0 && column.cards.length === 0) === true;
  return (
    <BoardContext value={moves.actions}>
      <MomentContext value={moment}>
        <BoardToolbar
          {...{ areas: asked.areas, search, change, replaceAll }}
          onExport={(as) => void onExport(as)}
          exportReason={exportReason}
          onRefresh={refresh}
          onShortcuts={() => setShortcuts(true)}
        />
        {error && columns && (
          <p role="status" className="mx-3 mb-2 rounded-one bg-warn-soft px-2 py-1 text-small text-warn">
            {w.stale}
          </p>
        )}
        {!columns && !error && <BoardSkeleton />}
        {((error && !columns) || isEmpty) && <BoardNothing {...{ error: columns ? undefined : error, search, change }} onRetry={refresh} isRetrying={shown.isFetching} />}
        {columns &&
          !isEmpty &&
          (search.lanes ? (
            <Suspense fallback={<BoardSkeleton />}>
              <Lanes by={search.lanes} {...{ asked, columns, folded, onFold, onStore }} />
            </Suspense>
          ) : (
            <BoardColumns {...{ columns, store, folded, onFold }} />
          ))}
        <Suspense>
          {selected.length > 0 && <SelectionBar cards={selected} onClear={moves.clearSelection} onExport={() => void onExport("xlsx")} exportReason={exportReason} />}
          {opened && !opened.drop && <MoveMenu opened={opened} onClose={moves.close} />}
          {opened?.drop && <ActionPopover {...opened} drop={opened.drop} onDone={moves.done} onClose={moves.close} />}
          {hasShortcuts && <ShortcutsDialog onClose={() => setShortcuts(false)} />}
          {openCase && <CaseOnBoard id={openCase} columns={columns ?? []} onOpen={open} onClose={() => change({ case: undefined })} />}
        </Suspense>
      </MomentContext>
    </BoardContext>
  );
}

/** `?` anywhere on the page, except where one types. */
function useShortcutsKey(show: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.key !== "?" || event.ctrlKey || event.metaKey || at.closest("input, textarea, select, [contenteditable], [role=dialog]")) return;
      event.preventDefault();
      show();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
