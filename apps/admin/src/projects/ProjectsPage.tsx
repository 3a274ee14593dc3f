import { areaKind, isAreaCode } from "@bandeng/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { Page } from "../frame/Page.tsx";
import { AreaField } from "../people/AreaField.tsx";
import { areasOfRight, communitiesOf, useViewer } from "../session/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words/useWords.tsx";
import { DutyPanel } from "./DutyPanel.tsx";
import { changed, type ProjectsChange, type ProjectsSearch } from "./projects-search.ts";
import { words } from "./project-words.ts";
import { TemplatesPanel } from "./TemplatesPanel.tsx";
import { YearPanel } from "./YearPanel.tsx";

/** 书记项目: the annual list with its sums, what waits for the secretary, and what new projects may start from. */
export function ProjectsPage() {
  const { pages } = useWords();
  const w = useWords(words);
  const viewer = useViewer();
  const may = areasOfRight(viewer, "READ_PROJECTS").length > 0;
  return <Page title={pages.projects}>{may ? <Panels own={communitiesOf(viewer)} /> : <EmptyState title={w.noRight} icon="lock" />}</Page>;
}

const isCommunity = (code: string): boolean => isAreaCode(code) && areaKind(code) === "COMMUNITY";

function Panels({ own }: { own: readonly string[] }) {
  const w = useWords(words);
  const search: ProjectsSearch = useSearch({ from: "/frame/projects" });
  const navigate = useNavigate({ from: "/projects" });
  const change = useCallback((next: ProjectsChange) => void navigate({ to: "/projects", replace: true, search: (now: ProjectsSearch) => changed(now, next) }), [navigate]);
  const area = search.area ?? own[0] ?? "";
  const [at, setAt] = useState(area);
  const choose = (next: string) => {
    setAt(next);
    change({ area: isAreaCode(next) ? next : undefined });
  };
  const isOnlyOne = own.length === 1 && own[0] !== undefined && isCommunity(own[0]);
  return (
    <div className="flex flex-col gap-4">
      {!isOnlyOne && <AreaField roots={own} kinds={["DISTRICT", "STREET", "COMMUNITY"]} at={at} onChange={choose} />}
      <Tabs
        label={w.tabs}
        value={search.tab ?? "year"}
        onChange={(tab) => change({ tab: tab === "year" ? undefined : tab })}
        tabs={[
          { id: "year", label: w.tabYear, content: <YearPanel area={area} search={search} change={change} /> },
          { id: "duty", label: w.tabDuty, content: isCommunity(area) ? <DutyPanel key={area} communityCode={area} /> : <EmptyState title={w.chooseCommunity} icon="todo" /> },
          { id: "templates", label: w.tabTemplates, content: <TemplatesPanel area={area} /> },
        ]}
      />
    </div>
  );
}
