import { namesIn } from "@bandeng/domain";
import { lazy, Suspense, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Link } from "../../ui/Link.tsx";
import { useFormat, useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingTone } from "../meeting-text.ts";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import { openMeetingDocument } from "./room-documents.ts";
import type { Scale } from "./RoomPage.tsx";

const CancelDialog = lazy(() => import("./CancelDialog.tsx"));

export interface RoomHeaderProps {
  scale: Scale;
  onScale: (scale: Scale) => void;
  /** Null: as the page is. */
  isDark: boolean | null;
  onDark: (isDark: boolean) => void;
  isBusy: boolean;
}

/** Where, when, how far; opening it; and how the room is shown on a table or a wall. */
export function RoomHeader({ scale, onScale, isDark, onDark, isBusy }: RoomHeaderProps) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const { room, act, whyNot } = useBench();
  const [isCancelling, setCancelling] = useState(false);
  const isShownDark = isDark ?? document.documentElement.dataset["theme"] === "dark";
  const project = () => {
    const element = document.getElementById("room");
    if (document.fullscreenElement) void document.exitFullscreen();
    else if (element?.requestFullscreen) void element.requestFullscreen().catch(() => undefined);
    onScale(2);
  };
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-3 py-2 sm:px-4">
      <div className="min-w-0 flex-auto">
        <h2 className="flex flex-wrap items-center gap-2 text-title font-semibold">
          <span className="min-w-0">{room.place.words}</span>
          <Chip tone={meetingTone[room.status]} {...(room.status === "HELD" ? { icon: "done" as const } : {})}>
            {names.meetingStatus[room.status]}
          </Chip>
          {room.confidential && (
            <Chip tone="warn" icon="lock">
              {w.confidential}
            </Chip>
          )}
          {room.recordedAfterwards && <Chip>{w.afterwards}</Chip>}
        </h2>
        <p className="flex flex-wrap gap-x-4 text-ink-soft">
          <span>{format.dateTime(room.meetsAt)}</span>
          <span>{room.areaName}</span>
          {room.convener && <span>{w.convenedBy(room.convener.name)}</span>}
          {room.recorder && <span>{w.recordedBy(room.recorder.name)}</span>}
          <span role="status">{isBusy ? w.saving : ""}</span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-1">
        <Link to="/meetings" className="me-2">
          {w.allMeetings}
        </Link>
        <Link to="/meetings/$id/sheet" params={{ id: room.id }} className="me-2">
          {w.signSheet}
        </Link>
        <Link to="/meetings/$id/minutes" params={{ id: room.id }} className="me-2">
          {w.minutes}
        </Link>
        {/* A phone is no projector: what a wall needs stands there where there is room for it. */}
        <Button size="small" variant="quiet" aria-label={`A− ${w.smaller}`} disabledReason={scale === 0 ? w.smallest : undefined} onPress={() => onScale(Math.max(0, scale - 1) as Scale)}>
          A−
        </Button>
        <Button size="small" variant="quiet" aria-label={`A+ ${w.larger}`} disabledReason={scale === 2 ? w.largest : undefined} onPress={() => onScale(Math.min(2, scale + 1) as Scale)}>
          A+
        </Button>
        <IconButton size="small" variant="quiet" className="max-sm:hidden" icon={isShownDark ? "sun" : "moon"} label={isShownDark ? w.light : w.dark} onPress={() => onDark(!isShownDark)} />
        <IconButton size="small" variant="quiet" className="max-sm:hidden" icon="display" label={w.project} onPress={project} />
        {room.status === "SUMMONED" && (
          <>
            <Button variant="quiet" disabledReason={whyNot("cancel")} onPress={() => setCancelling(true)}>
              {names.meetingAction.cancel}
            </Button>
            <Button variant="primary" icon="bench" disabledReason={whyNot("open")} onPress={() => void act(openMeetingDocument, {}, {})}>
              {names.meetingAction.open}
            </Button>
          </>
        )}
      </div>
      <Suspense>{isCancelling && <CancelDialog onClose={() => setCancelling(false)} />}</Suspense>
    </header>
  );
}
