import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useCallback } from "react";
import { useQuery } from "urql";
import { Page } from "../frame/Page.tsx";
import { present } from "../frame/search-params.ts";
import { AdoptOpinionButton } from "../projects/AdoptOpinionButton.tsx";
import { areasOf, areasOfRight, useViewer } from "../session/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words/useWords.tsx";
import { unansweredCountDocument } from "./opinion-documents.ts";
import type { OpinionChange, OpinionSearch } from "./opinion-search.ts";
import { opinionWords } from "./opinion-words.ts";
import { OpinionPageOf } from "./OpinionPageOf.tsx";

const CaseDrawer = lazy(() => import("../cases/CaseDrawer.tsx"));

/** 民意: who still waits for an answer, and everything residents said. */
export function OpinionsPage() {
  const { pages } = useWords();
  const w = useWords(opinionWords);
  const viewer = useViewer();
  const reads = areasOfRight(viewer, "READ_CASES").length > 0 || areasOfRight(viewer, "READ_BUILDING_CASES").length > 0;
  return <Page title={pages.opinions}>{reads ? <Opinions areas={areasOf(viewer)} /> : <EmptyState icon="lock" title={w.noRight} />}</Page>;
}

function Opinions({ areas }: { areas: readonly string[] }) {
  const w = useWords(opinionWords);
  const search: OpinionSearch = useSearch({ from: "/frame/opinions" });
  const navigate = useNavigate({ from: "/opinions" });
  const change = useCallback(
    (next: OpinionChange) => void navigate({ to: "/opinions", search: ({ after: _after, ...kept }: OpinionSearch) => present({ ...kept, ...next }) as OpinionSearch }),
    [navigate],
  );
  const open = useCallback(
    (id: string | undefined) => void navigate({ to: "/opinions", replace: id === undefined, search: (kept: OpinionSearch) => present({ ...kept, case: id }) as OpinionSearch }),
    [navigate],
  );
  const [{ data: counted }, count] = useQuery({ query: unansweredCountDocument, variables: { areas: [...areas], first: 1 }, requestPolicy: "cache-and-network" });
  const isSecretary = useViewer().roles.some(({ role }) => role === "SECRETARY");
  const list = <OpinionPageOf {...{ areas, search, onChange: change, onOpen: open }} onAnswered={() => count({ requestPolicy: "network-only" })} />;
  return (
    <>
      {isSecretary && (
        <div className="mb-2 flex justify-end">
          <AdoptOpinionButton />
        </div>
      )}
      <Tabs
        label={w.tabs}
        value={search.tab ?? "unanswered"}
        onChange={(tab) => void navigate({ to: "/opinions", search: tab === "all" ? { tab } : {} })}
        tabs={[
          { id: "unanswered", label: w.unanswered, count: counted?.opinions.totalCount, content: list },
          { id: "all", label: w.all, content: list },
        ]}
      />
      {search.case !== undefined && (
        <Suspense>
          <CaseDrawer caseId={search.case} onClose={() => open(undefined)} />
        </Suspense>
      )}
    </>
  );
}
