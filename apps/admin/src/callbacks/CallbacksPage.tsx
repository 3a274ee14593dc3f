import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import { present } from "../frame/search-params.ts";
import { areasOf, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { CallbackCase } from "./CallbackCase.tsx";
import { callbacksDueDocument, type CallbackDueShown } from "./callback-documents.ts";
import { callbackWords } from "./callback-words.ts";

const CaseDrawer = lazy(() => import("../cases/CaseDrawer.tsx"));
const PAGE = 20;

/** Everybody who can be called now, in the order of the list. */
function callable(nodes: readonly CallbackDueShown[]): string[] {
  return nodes.flatMap((due) => (due.whyNotCall ? [] : due.respondents.filter((one) => !one.isAnonymous && !one.isAskedEnough).map((one) => `${due.case.id} ${one.key}`)));
}

/** 待回访: the residents' word is the sole standard; one respondent after the other, what is overdue first. */
export function CallbacksPage() {
  const { pages } = useWords();
  const w = useWords(callbackWords);
  const areas = areasOf(useViewer());
  return (
    <Page title={pages.callbacks} width="wide">
      {areas.length === 0 ? <EmptyState icon="lock" title={w.noRight} /> : <CallbackList areas={areas} />}
    </Page>
  );
}

function CallbackList({ areas }: { areas: readonly string[] }) {
  const w = useWords(callbackWords);
  const search = useSearch({ from: "/frame/callbacks" });
  const navigate = useNavigate({ from: "/callbacks" });
  const mine = search.show !== "all";
  const [first, setFirst] = useState(PAGE);
  const [{ data, error, fetching, stale }, ask] = useQuery({ query: callbacksDueDocument, variables: { areas: [...areas], mine, first }, requestPolicy: "cache-and-network" });
  const [openKey, setOpenKey] = useState<string | null>(null);
  const nodes = data?.callbacksDue.nodes ?? [];
  const again = () => ask({ requestPolicy: "network-only" });
  /** Recorded: the next one of the list opens by itself. */
  const next = () => {
    const queue = callable(nodes);
    const at = openKey === null ? -1 : queue.indexOf(openKey);
    setOpenKey(at < 0 ? null : (queue[at + 1] ?? null));
    again();
  };
  const openCase = (id: string | undefined) => void navigate({ replace: id === undefined, search: (kept) => present({ ...kept, case: id }) });
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <SegmentedControl
          label={w.show}
          value={mine ? "mine" : "all"}
          onChange={(id) => void navigate({ search: present({ show: id === "all" ? ("all" as const) : undefined }) })}
          segments={[
            { id: "mine", label: w.mine },
            { id: "all", label: w.all },
          ]}
        />
        {data && <span className="text-ink-soft">{w.count(data.callbacksDue.totalCount)}</span>}
      </div>
      {error && !data ? (
        <ErrorState onRetry={again} isRetrying={fetching} requestId={requestIdOf(error)} />
      ) : !data ? (
        <Skeleton label={w.loading} lines={8} />
      ) : nodes.length === 0 ? (
        <EmptyState icon="done" title={mine ? w.emptyMine : w.emptyAll}>
          {w.emptyNote}
        </EmptyState>
      ) : (
        <ul aria-label={w.list} aria-busy={stale} className="flex flex-col gap-3">
          {nodes.map((due) => (
            <CallbackCase key={due.case.id} due={due} openKey={openKey} onOpenKey={setOpenKey} onOpenCase={openCase} onDone={next} />
          ))}
        </ul>
      )}
      {data?.callbacksDue.pageInfo.hasNextPage && first < 100 && (
        <Button className="self-center" isPending={fetching} onPress={() => setFirst((now) => Math.min(100, now + PAGE))}>
          {w.more}
        </Button>
      )}
      {search.case !== undefined && (
        <Suspense>
          <CaseDrawer caseId={search.case} onClose={() => openCase(undefined)} />
        </Suspense>
      )}
    </div>
  );
}
