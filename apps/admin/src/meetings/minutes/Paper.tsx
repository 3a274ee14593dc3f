import { type ReactNode } from "react";
import { createPortal } from "react-dom";
import { requestIdOf } from "../../client/request-id.ts";
import { Page } from "../../frame/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Link } from "../../ui/Link.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import type { Room } from "../room/room-model.ts";
import "./paper.css";
import { useMeeting } from "./use-meeting.ts";

/** A page that is a sheet of paper: shown as it will be printed, and printed alone. */
export function Paper({ id, title, children }: { id: string; title: string; children: (room: Room) => ReactNode }) {
  const w = useWords(meetingWords);
  const { ui } = useWords();
  const { room, error, isMissing, reload } = useMeeting(id);
  return (
    <Page title={title} width="text">
      <div className="mb-3 flex flex-wrap items-center gap-4">
        <Link to="/meetings/$id" params={{ id }}>
          {w.backToRoom}
        </Link>
        <Button variant="primary" icon="printer" className="ms-auto" disabledReason={room ? undefined : ui.loading} onPress={() => window.print()}>
          {w.print}
        </Button>
      </div>
      {room ? (
        <>
          {/* A sheet is wide: on a phone it is scrolled, by key too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div role="region" aria-label={title} tabIndex={0} className="overflow-auto rounded-one border border-line">
            <article className="meeting-paper">{children(room)}</article>
          </div>
          {createPortal(
            <article className="meeting-paper meeting-paper-print" aria-hidden="true">
              {children(room)}
            </article>,
            document.body,
          )}
        </>
      ) : error ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload}>
          {w.failedNote}
        </ErrorState>
      ) : isMissing ? (
        <EmptyState title={w.notFound}>{w.notFoundNote}</EmptyState>
      ) : (
        <Skeleton label={ui.loading} lines={10} />
      )}
    </Page>
  );
}
