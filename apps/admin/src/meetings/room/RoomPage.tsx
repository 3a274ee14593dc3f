import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type CSSProperties, useCallback, useMemo, useState } from "react";
import { requestIdOf } from "../../client/request-id.ts";
import { Page } from "../../frame/Page.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { type TabItem, Tabs } from "../../ui/Tabs.tsx";
import { useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import type { RoomSearch } from "../meetings-search.ts";
import { EndPanel } from "./EndPanel.tsx";
import { ItemPanel } from "./ItemPanel.tsx";
import { ProblemBar } from "./ProblemBar.tsx";
import { RoomContext } from "./room-context.ts";
import { RoomHeader } from "./RoomHeader.tsx";
import { SignInPanel } from "./SignInPanel.tsx";
import { type RoomRead, useRoom } from "./use-room.ts";

/** The sizes of type a room can have: for a desk, a table, a projector. */
const scales = [1, 1.25, 1.6] as const;
export type Scale = 0 | 1 | 2;

/** Type, lines and controls of the room, larger than the page's. */
function sizesOf(scale: Scale): CSSProperties {
  const by = scales[scale];
  if (by === 1) return {};
  const rem = (size: number) => `${size * by}rem`;
  return {
    "--size-small": rem(0.875), "--line-small": rem(1.25), "--size-body": rem(1), "--line-body": rem(1.5), "--size-lead": rem(1.25), "--line-lead": rem(1.75),
    "--size-title": rem(1.5), "--line-title": rem(2), "--control": rem(2.5), "--control-small": rem(2),
  } as CSSProperties;
}

/** 板凳会现场: signing in, the agenda in large type, what the rule makes of it, and the end. */
export function RoomPage() {
  const { id } = useParams({ from: "/frame/meetings/$id" });
  const w = useWords(meetingWords);
  const { ui } = useWords();
  const read = useRoom(id);
  const { room, error } = read;
  return (
    <Page title={room ? w.roomTitle(room.place.words) : w.room} width="full">
      {room ? (
        <Room read={read} />
      ) : error ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={read.reload}>
          {w.failedNote}
        </ErrorState>
      ) : read.isMissing ? (
        <EmptyState title={w.notFound}>{w.notFoundNote}</EmptyState>
      ) : (
        <div className="p-4">
          <Skeleton label={ui.loading} lines={8} />
        </div>
      )}
    </Page>
  );
}

function Room({ read }: { read: RoomRead }) {
  const w = useWords(meetingWords);
  const { act, problem, dismiss, pending } = read;
  const room = read.room as NonNullable<RoomRead["room"]>;
  const search: RoomSearch = useSearch({ from: "/frame/meetings/$id" });
  const navigate = useNavigate({ from: "/meetings/$id" });
  const [scale, setScale] = useState<Scale>(search.large ? 2 : 0);
  const [isDark, setDark] = useState<boolean | null>(null);
  const show = useCallback((at: string) => void navigate({ to: "/meetings/$id", params: { id: room.id }, search: (now: RoomSearch) => ({ ...now, at }), replace: true }), [navigate, room.id]);
  const given = useMemo(
    () => ({ room, act, whyNot: (action: string) => room.actions.find((one) => one.action === action && !one.allowed)?.message ?? undefined }),
    [room, act],
  );
  const tabs: TabItem[] = [
    { id: "sign-in", label: w.signIn, count: room.attendance.length, content: <SignInPanel /> },
    ...room.agenda.map((item, index) => ({ id: item.id, label: w.item(index + 1, item.case?.title ?? w.hiddenCase), content: <ItemPanel key={item.id} item={item} index={index} /> })),
    { id: "end", label: room.status === "HELD" || room.status === "CANCELLED" ? w.result : w.end, content: <EndPanel onShow={show} /> },
  ];
  const first = room.status === "HELD" ? (room.agenda[0]?.id ?? "end") : "sign-in";
  const chosen = tabs.some(({ id }) => id === search.at) ? (search.at as string) : first;
  return (
    <RoomContext value={given}>
      <div id="room" className="flex min-h-0 flex-1 flex-col bg-paper text-body text-ink" style={{ ...sizesOf(scale), ...(isDark === null ? {} : { colorScheme: isDark ? "dark" : "light" }) }}>
        <RoomHeader scale={scale} onScale={setScale} isDark={isDark} onDark={setDark} isBusy={pending > 0} />
        {problem && <ProblemBar problem={problem} onDismiss={dismiss} />}
        <div className="min-h-0 flex-1 overflow-auto px-3 pb-6 sm:px-4">
          <Tabs label={w.room} tabs={tabs} value={chosen} onChange={show} />
        </div>
      </div>
    </RoomContext>
  );
}
