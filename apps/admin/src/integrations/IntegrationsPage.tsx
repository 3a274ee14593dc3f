import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useCallback } from "react";
import { Page } from "../frame/Page.tsx";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words/useWords.tsx";
import type { IntegrationsSearch } from "./integrations-search.ts";
import { integrationsWords } from "./integrations-words.ts";
import { KeysPanel } from "./KeysPanel.tsx";

const WebhooksPanel = lazy(() => import("./WebhooksPanel.tsx"));
const FeedPanel = lazy(() => import("./FeedPanel.tsx"));
const DevelopPanel = lazy(() => import("./DevelopPanel.tsx"));

/** 集成: how other systems connect; for whoever keeps keys and webhooks. */
export function IntegrationsPage() {
  const { pages } = useWords();
  const w = useWords(integrationsWords);
  const viewer = useViewer();
  const areas = areasOfRight(viewer, "KEEP_INTEGRATIONS");
  return (
    <Page title={pages.integrations}>
      {areas.length === 0 ? (
        <EmptyState icon="lock" title={w.notAllowed}>
          {w.notAllowedNote}
        </EmptyState>
      ) : (
        <Integrations areas={areas} />
      )}
    </Page>
  );
}

function Integrations({ areas }: { areas: readonly string[] }) {
  const w = useWords(integrationsWords);
  const search: IntegrationsSearch = useSearch({ from: "/frame/integrations" });
  const navigate = useNavigate({ from: "/integrations" });
  const go = useCallback((next: IntegrationsSearch) => void navigate({ to: "/integrations", search: next }), [navigate]);
  return (
    <Suspense fallback={<Skeleton label={w.loading} lines={8} />}>
      <Tabs
        label={w.tabs}
        value={search.tab ?? "keys"}
        onChange={(tab) => go(tab === "keys" ? {} : { tab })}
        tabs={[
          { id: "keys", label: w.keys, content: <KeysPanel areas={areas} after={search.after} onPage={(after) => go(after === undefined ? {} : { after })} /> },
          { id: "webhooks", label: w.webhooks, content: <WebhooksPanel after={search.after} onPage={(after) => go({ tab: "webhooks", ...(after === undefined ? {} : { after }) })} /> },
          { id: "feed", label: w.feed, content: <FeedPanel /> },
          { id: "develop", label: w.develop, content: <DevelopPanel search={search} onChange={go} /> },
        ]}
      />
    </Suspense>
  );
}
