import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { Page } from "../frame/Page.tsx";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words/useWords.tsx";
import { CommitteePanel } from "./CommitteePanel.tsx";
import { PeopleList } from "./PeopleList.tsx";
import { changed, type PeopleChange, type PeopleSearch } from "./people-search.ts";
import { peopleWords } from "./people-words.ts";

/** 人员与职责: who holds which role where, and the Party committees; for those who look after roles. */
export function PeoplePage() {
  const { pages } = useWords();
  const w = useWords(peopleWords);
  const viewer = useViewer();
  const search: PeopleSearch = useSearch({ from: "/frame/people" });
  const navigate = useNavigate({ from: "/people" });
  const change = useCallback(
    (next: PeopleChange, { replace = false } = {}) => void navigate({ to: "/people", replace, search: (now: PeopleSearch) => changed(now, next) }),
    [navigate],
  );
  const own = areasOfRight(viewer, "READ_ROLES");
  return (
    <Page title={pages.people}>
      {own.length === 0 ? (
        <EmptyState title={w.noRight} icon="people" />
      ) : (
        <Tabs
          label={w.tabs}
          value={search.tab ?? "list"}
          onChange={(tab) => change({ tab: tab === "committee" ? tab : undefined, person: undefined })}
          tabs={[
            { id: "list", label: w.list, content: <PeopleList {...{ own, search, change }} /> },
            { id: "committee", label: w.committee, content: <CommitteePanel {...{ own, community: search.community, onChoose: (community) => change({ community }) }} /> },
          ]}
        />
      )}
    </Page>
  );
}
