import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { Page } from "../frame/Page.tsx";
import { areasOf, useViewer } from "../session/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words/useWords.tsx";
import { ContractorsPanel } from "./ContractorsPanel.tsx";
import { CostPlans } from "./CostPlans.tsx";
import type { CostsChange, CostsSearch } from "./costs-search.ts";
import { words } from "./costs-words.ts";

/** 费用: what repairs cost and who has paid, and the firms that do them. */
export function CostsPage() {
  const { pages } = useWords();
  const w = useWords(words);
  const viewer = useViewer();
  const search: CostsSearch = useSearch({ from: "/frame/costs" });
  const navigate = useNavigate({ from: "/costs" });
  const change = useCallback(
    (next: CostsChange) => void navigate({ to: "/costs", search: (now: CostsSearch) => Object.fromEntries(Object.entries({ ...now, ...next }).filter(([, value]) => value !== undefined)) as CostsSearch }),
    [navigate],
  );
  const areas = areasOf(viewer);
  return (
    <Page title={pages.fees}>
      {areas.length === 0 ? (
        <EmptyState title={w.noRight} icon="lock" />
      ) : (
        <Tabs
          label={w.tabs}
          value={search.tab ?? "plans"}
          onChange={(tab) => change({ tab: tab === "plans" ? undefined : tab })}
          tabs={[
            { id: "plans", label: w.plans, content: <CostPlans {...{ areas, search, change }} /> },
            { id: "contractors", label: w.contractors, content: <ContractorsPanel {...{ areas, search, change }} /> },
          ]}
        />
      )}
    </Page>
  );
}
