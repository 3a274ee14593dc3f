import { useParams } from "@tanstack/react-router";
import { createPortal } from "react-dom";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { pointDocument } from "./point-documents.ts";
import "./point-sheet.css";
import { pointsWords } from "./points-words.ts";
import { Poster } from "./Poster.tsx";
import { Slips } from "./Slips.tsx";

/** The poster of a point, or a sheet of its slips: shown as it will be printed, and printed. */
export function PointSheetPage() {
  const w = useWords(pointsWords);
  const { pages } = useWords();
  const { pointId, sheet } = useParams({ from: "/frame/points/$pointId/$sheet" });
  const [{ data, error, fetching }, ask] = useQuery({ query: pointDocument, variables: { id: pointId } });
  const point = data?.collectionPoint;
  const isSlips = sheet === "slips";
  const title = point ? (isSlips ? w.slipsOf(point.name) : w.posterOf(point.name)) : pages.collectionPoints;
  const paper = point && (isSlips ? <Slips point={point} /> : <Poster point={point} />);
  return (
    <Page title={title} width="text">
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <Link to="/points" className="inline-flex min-h-control items-center">
            {w.backToPoints}
          </Link>
          {paper && (
            <Button variant="primary" icon="printer" className="ms-auto" onPress={() => window.print()}>
              {w.print}
            </Button>
          )}
        </div>
        {error && !data ? (
          <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching}>
            {w.failedNote}
          </ErrorState>
        ) : !data ? (
          <Skeleton label={w.loading} lines={8} />
        ) : !paper ? (
          <EmptyState title={w.notFound} icon="pin">
            {w.notFoundNote}
          </EmptyState>
        ) : (
          <>
            {/* A poster is wider than a phone: what scrolls must be reached by key. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div role="region" aria-label={title} tabIndex={0} className="overflow-auto rounded-one border border-line bg-[#ffffff] p-3">
              {paper}
            </div>
            {createPortal(
              <div className="point-sheet-paper" aria-hidden="true">
                {paper}
              </div>,
              document.body,
            )}
          </>
        )}
      </div>
    </Page>
  );
}
