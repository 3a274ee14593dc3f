import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { Page } from "../frame/Page.tsx";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words/useWords.tsx";
import { CoveragePanel } from "./CoveragePanel.tsx";
import { DaysPanel } from "./DaysPanel.tsx";
import { PointsPanel } from "./PointsPanel.tsx";
import { changedPoints, type PointsChange, type PointsSearch } from "./points-search.ts";
import { pointsWords } from "./points-words.ts";

/** 民意收集点与联系日 of the communities one works in. */
export function PointsPage() {
  const { pages } = useWords();
  const w = useWords(pointsWords);
  const viewer = useViewer();
  const search: PointsSearch = useSearch({ from: "/frame/points" });
  const navigate = useNavigate({ from: "/points" });
  const change = useCallback((next: PointsChange) => void navigate({ to: "/points", search: (now: PointsSearch) => changedPoints(now, next) }), [navigate]);
  const areas = [...new Set(areasOfRight(viewer, "READ_WORKERS").map((code) => code.slice(0, 12)))];
  if (areas.length === 0) {
    return (
      <Page title={pages.collectionPoints}>
        <EmptyState title={w.noRight} icon="pin" />
      </Page>
    );
  }
  return (
    <Page title={pages.collectionPoints}>
      <Tabs
        label={w.tabs}
        value={search.tab ?? "points"}
        onChange={(tab) => change({ tab: tab === "points" ? undefined : tab })}
        tabs={[
          { id: "points", label: w.points, content: <PointsPanel {...{ areas, search, change }} /> },
          { id: "days", label: w.days, content: <DaysPanel {...{ areas, search, change }} /> },
          { id: "coverage", label: w.coverage, content: <CoveragePanel areas={areas} /> },
        ]}
      />
    </Page>
  );
}
