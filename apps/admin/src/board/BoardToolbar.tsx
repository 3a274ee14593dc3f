import { useCallback } from "react";
import { GridButton } from "../grids/GridButton.tsx";
import { useViewer } from "../session/viewer.ts";
import { Icon } from "../ui/Icon.tsx";
import { lazyPanel, PanelButton } from "../ui/PanelButton.tsx";
import { useWords } from "../words/useWords.tsx";
import { BoardSearchField } from "./BoardSearchField.tsx";
import { countFilters, type BoardSearch } from "./board-search.ts";
import type { FilterPanelProps } from "./FilterPanel.tsx";
import type { LanesPanelProps } from "./LanesPanel.tsx";
import type { MorePanelProps } from "./MorePanel.tsx";
import type { SearchChange } from "./use-board-search.ts";
import { ViewSwitch } from "./ViewSwitch.tsx";
import type { ViewsPanelProps } from "./ViewsPanel.tsx";

const filterPanel = lazyPanel<FilterPanelProps>(() => import("./FilterPanel.tsx"));
const viewsPanel = lazyPanel<ViewsPanelProps>(() => import("./ViewsPanel.tsx"));
const lanesPanel = lazyPanel<LanesPanelProps>(() => import("./LanesPanel.tsx"));
const morePanel = lazyPanel<MorePanelProps>(() => import("./MorePanel.tsx"));

export interface BoardToolbarProps extends MorePanelProps {
  areas: readonly string[];
  search: BoardSearch;
  change: (next: SearchChange, how?: { replace?: boolean }) => void;
  replaceAll: (next: BoardSearch) => void;
}

/** Where, what and how the board shows: all of it in the address. */
export function BoardToolbar({ areas, search, change, replaceAll, ...more }: BoardToolbarProps) {
  const { board: w } = useWords();
  const viewer = useViewer();
  const filters = countFilters(search) - (search.q ? 1 : 0);
  const me = viewer.person.id;
  const onSearch = useCallback((q: string) => change({ q: q || undefined }, { replace: true }), [change]);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 px-2 py-2 max-sm:gap-1.5 sm:px-3">
      <GridButton areas={areas} chosen={search.area} onChoose={(area) => change({ area })} />
      <ViewSwitch view={search.view} onChange={(view) => change({ view })} />
      <BoardSearchField value={search.q ?? ""} onChange={onSearch} />
      <PanelButton panel={filterPanel} panelProps={{ areas, search, change }} label={filters > 0 ? w.filterOn(filters) : w.filter} icon="filter" className="max-sm:order-5" />
      <button
        type="button"
        aria-pressed={search.overdue === true}
        onClick={() => change({ overdue: search.overdue ? undefined : true })}
        className="hidden min-h-control items-center gap-1 rounded-one border border-line-strong bg-surface px-2 hover:bg-hover aria-pressed:border-bad aria-pressed:bg-bad-soft aria-pressed:text-bad md:inline-flex"
      >
        <Icon name="alert" size="small" />
        {w.overdueOnly}
      </button>
      <button
        type="button"
        aria-pressed={search.lead?.length === 1 && search.lead[0] === me}
        onClick={() => change({ lead: search.lead?.[0] === me ? undefined : [me] })}
        className="hidden min-h-control items-center gap-1 rounded-one border border-line-strong bg-surface px-2 hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink lg:inline-flex"
      >
        <Icon name="user" size="small" />
        {w.defaultMine}
      </button>
      <span className="hidden flex-1 sm:block" />
      <PanelButton panel={lanesPanel} panelProps={{ lanes: search.lanes, onChoose: (lanes) => change({ lanes }) }} label={w.lanes} variant="quiet" iconAfter="chevron-down" className="max-sm:hidden" />
      <PanelButton panel={viewsPanel} panelProps={{ areas, search, onChoose: replaceAll }} label={w.views} variant="quiet" iconAfter="chevron-down" className="max-sm:order-6 max-sm:px-1" />
      <PanelButton panel={morePanel} panelProps={more} label={w.more} icon="more" hideLabel variant="quiet" className="max-sm:order-7" />
    </div>
  );
}
