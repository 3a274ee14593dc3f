import { phraseOf, refuse } from "@bandeng/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import type { PublicationShownFragment } from "../graphql/graphql.ts";
import { useAsked } from "../people/use-asked.ts";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { PublicationCard } from "./PublicationCard.tsx";
import type { PublicationAct } from "./publication-act.ts";
import { publicationsDocument } from "./publication-documents.ts";
import type { PublicationsSearch } from "./publications-search.ts";
import { publicationsWords } from "./publications-words.ts";

const PublicationDialog = lazy(() => import("./PublicationDialog.tsx").then(({ PublicationDialog: loaded }) => ({ default: loaded })));
const ActDialog = lazy(() => import("./ActDialog.tsx").then(({ ActDialog: loaded }) => ({ default: loaded })));

type Doing = { what: "draft" } | (PublicationAct & { publication: PublicationShownFragment });

/** 公示公告 of the communities one works in: drafts, what hangs, and what residents wrote beneath. */
export function PublicationsPage() {
  const { pages } = useWords();
  const w = useWords(publicationsWords);
  const viewer = useViewer();
  const { language } = useAsked();
  const { show }: PublicationsSearch = useSearch({ from: "/frame/publications" });
  const navigate = useNavigate({ from: "/publications" });
  const [doing, setDoing] = useState<Doing | null>(null);
  const [after, setAfter] = useState<string | null>(null);
  const areas = [...new Set(areasOfRight(viewer, "READ_WORKERS").map((code) => code.slice(0, 12)))];
  const [{ data, error, fetching }, ask] = useQuery({
    query: publicationsDocument, variables: { areas, states: show === "drafts" ? ["DRAFT"] : null, waiting: show === "waiting", after }, pause: areas.length === 0, requestPolicy: "cache-and-network",
  });
  const reload = () => ask({ requestPolicy: "network-only" });
  const done = () => {
    setDoing(null);
    announce(w.saved);
    reload();
  };
  const reason = areasOfRight(viewer, "PUBLISH").length > 0 ? undefined : phraseOf(refuse("FORBIDDEN_RIGHT", { right: "PUBLISH" }), language);
  const found = data?.publications;
  return (
    <Page title={pages.publications}>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SegmentedControl
            label={w.filter}
            segments={[{ id: "all", label: w.all }, { id: "waiting", label: w.waitingOnly }, { id: "drafts", label: w.drafts }]}
            value={show ?? "all"}
            onChange={(id) => {
              setAfter(null);
              void navigate({ to: "/publications", search: id === "all" ? {} : { show: id as "waiting" | "drafts" } });
            }}
          />
          <Button variant="primary" icon="plus" className="ms-auto" disabledReason={reason} onPress={() => setDoing({ what: "draft" })}>
            {w.draft}
          </Button>
        </div>
        {error && !data ? (
          <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching} />
        ) : !found ? (
          <Skeleton label={w.loading} lines={6} />
        ) : found.nodes.length === 0 ? (
          <EmptyState title={show === "waiting" ? w.noneWaiting : w.none} icon="notice">
            {w.noneNote}
          </EmptyState>
        ) : (
          <ul aria-label={w.list} className="grid items-start gap-3 lg:grid-cols-2">
            {found.nodes.map((publication) => (
              <PublicationCard key={publication.id} publication={publication} onAct={(act) => setDoing({ ...act, publication })} />
            ))}
          </ul>
        )}
        {found?.pageInfo.hasNextPage && (
          <Button className="self-center" onPress={() => setAfter(found.pageInfo.endCursor ?? null)}>
            {w.next}
          </Button>
        )}
      </div>
      <Suspense>
        {doing?.what === "draft" && <PublicationDialog publication={null} onSaved={done} onClose={() => setDoing(null)} />}
        {doing?.what === "amend" && <PublicationDialog publication={doing.publication} onSaved={done} onClose={() => setDoing(null)} />}
        {doing !== null && doing.what !== "draft" && doing.what !== "amend" && <ActDialog act={doing} publication={doing.publication} onDone={done} onClose={() => setDoing(null)} />}
      </Suspense>
    </Page>
  );
}
