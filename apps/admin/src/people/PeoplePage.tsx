import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { CouncilsPanel } from "../councils/CouncilsPanel.tsx";
import { councilWords } from "../councils/council-words.ts";
import { ExpertsPanel } from "../experts/ExpertsPanel.tsx";
import { expertWords } from "../experts/expert-words.ts";
import { poolsOf } from "../experts/pools.ts";
import { Page } from "../frame/Page.tsx";
import { areasOfRight, communitiesOf, useViewer } from "../session/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { type TabItem, Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words/useWords.tsx";
import { CommitteePanel } from "./CommitteePanel.tsx";
import { PeopleList } from "./PeopleList.tsx";
import { changed, type PeopleChange, type PeopleSearch } from "./people-search.ts";
import { peopleWords } from "./people-words.ts";

/** 人员与职责: who holds which role where and the Party committees, for those who look after roles; the bench councils for everybody who works there. */
export function PeoplePage() {
  const { pages } = useWords();
  const w = useWords(peopleWords);
  const councils = useWords(councilWords);
  const experts = useWords(expertWords);
  const viewer = useViewer();
  const search: PeopleSearch = useSearch({ from: "/frame/people" });
  const navigate = useNavigate({ from: "/people" });
  const change = useCallback(
    (next: PeopleChange, { replace = false } = {}) => void navigate({ to: "/people", replace, search: (now: PeopleSearch) => changed(now, next) }),
    [navigate],
  );
  const own = areasOfRight(viewer, "READ_ROLES");
  const at = communitiesOf(viewer);
  const pools = poolsOf(viewer);
  const onChoose = (community: string | undefined) => change({ community });
  const tabs: TabItem<"list" | "committee" | "councils" | "experts">[] = [];
  if (own.length > 0) {
    tabs.push({ id: "list", label: w.list, content: <PeopleList {...{ own, search, change }} /> });
    tabs.push({ id: "committee", label: w.committee, content: <CommitteePanel {...{ own, community: search.community, onChoose }} /> });
  }
  if (at.length > 0) tabs.push({ id: "councils", label: councils.tab, content: <CouncilsPanel {...{ own: at, community: search.community, onChoose }} /> });
  if (pools.length > 0) tabs.push({ id: "experts", label: experts.tab, content: <ExpertsPanel own={pools} /> });
  const first = tabs[0]?.id ?? "list";
  return (
    <Page title={pages.people}>
      {tabs.length === 0 ? (
        <EmptyState title={w.noRight} icon="people" />
      ) : (
        <Tabs
          label={w.tabs}
          value={tabs.find(({ id }) => id === (search.tab ?? "list"))?.id ?? first}
          onChange={(tab) => change({ tab: tab === "list" ? undefined : tab, person: undefined })}
          tabs={tabs}
        />
      )}
    </Page>
  );
}
