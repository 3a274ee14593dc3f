import { phraseOf, refuse } from "@bandeng/domain";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { PointShownFragment } from "../graphql/graphql.ts";
import { useAsked } from "../people/use-asked.ts";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Switch } from "../ui/Switch.tsx";
import { useWords } from "../words/useWords.tsx";
import { PointCard } from "./PointCard.tsx";
import { pointsDocument } from "./point-documents.ts";
import type { PointsChange, PointsSearch } from "./points-search.ts";
import { pointsWords } from "./points-words.ts";

const PointDialog = lazy(() => import("./PointDialog.tsx").then(({ PointDialog: loaded }) => ({ default: loaded })));
const ClosePointDialog = lazy(() => import("./ClosePointDialogs.tsx").then(({ ClosePointDialog: loaded }) => ({ default: loaded })));
const ReopenPointDialog = lazy(() => import("./ClosePointDialogs.tsx").then(({ ReopenPointDialog: loaded }) => ({ default: loaded })));

export interface PanelProps {
  areas: readonly string[];
  search: PointsSearch;
  change: (next: PointsChange) => void;
}

type Doing = { what: "open" } | { what: "amend" | "close" | "reopen"; point: PointShownFragment };

/** The collection points: which are open, which are dead, how many opinions each had. */
export function PointsPanel({ areas, search, change }: PanelProps) {
  const w = useWords(pointsWords);
  const { language } = useAsked();
  const viewer = useViewer();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [{ data, error, fetching }, ask] = useQuery({ query: pointsDocument, variables: { areas: [...areas], closed: search.closed ?? false }, requestPolicy: "cache-and-network" });
  const reload = () => ask({ requestPolicy: "network-only" });
  const reason = areasOfRight(viewer, "KEEP_POINTS").length > 0 ? undefined : phraseOf(refuse("FORBIDDEN_RIGHT", { right: "KEEP_POINTS" }), language);
  const done = () => {
    setDoing(null);
    announce(w.saved);
    reload();
  };
  const points = data?.collectionPoints.nodes ?? [];
  const open = points.filter(({ closedOn }) => closedOn === null);
  const most = Math.max(1, ...points.map(({ opinions90 }) => opinions90));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {data && <p className="font-medium">{w.summary(open.length, open.filter(({ dead }) => dead).length)}</p>}
        <Switch label={w.withClosed} isSelected={search.closed ?? false} onChange={(isOn) => change({ closed: isOn ? true : undefined })} />
        <Button variant="primary" icon="plus" className="ms-auto" disabledReason={reason} onPress={() => setDoing({ what: "open" })}>
          {w.openPoint}
        </Button>
      </div>
      {error && !data ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      ) : !data ? (
        <Skeleton label={w.loading} lines={6} />
      ) : points.length === 0 ? (
        <EmptyState title={w.none} icon="pin">
          {w.noneNote}
        </EmptyState>
      ) : (
        <ul aria-label={w.list} className="grid items-start gap-3 md:grid-cols-2 xl:grid-cols-3">
          {points.map((point) => (
            <PointCard key={point.id} point={point} most={most} onAct={(what) => setDoing({ what, point })} />
          ))}
        </ul>
      )}
      {data?.collectionPoints.pageInfo.hasNextPage && <p className="text-ink-soft">{w.onlyFirst}</p>}
      <Suspense>
        {doing?.what === "open" && <PointDialog point={null} onSaved={done} onClose={() => setDoing(null)} />}
        {doing?.what === "amend" && <PointDialog point={doing.point} onSaved={done} onClose={() => setDoing(null)} />}
        {doing?.what === "close" && <ClosePointDialog point={doing.point} onDone={done} onClose={() => setDoing(null)} />}
        {doing?.what === "reopen" && <ReopenPointDialog point={doing.point} onDone={done} onClose={() => setDoing(null)} />}
      </Suspense>
    </div>
  );
}
