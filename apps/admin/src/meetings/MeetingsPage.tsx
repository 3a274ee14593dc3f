import { localDateOf, phraseOf, refuse } from "@bandeng/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useCallback } from "react";
import { useQuery } from "urql";
import { ruleViewer } from "../board/card.ts";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import { areasOf, useViewer } from "../session/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useNow } from "../words/use-now.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { dayBegins, monthsOn, weekOf, weeksOf } from "./calendar-days.ts";
import { convenableAreas } from "./convenable-areas.ts";
import { meetingsDocument } from "./meeting-documents.ts";
import { MeetingList } from "./MeetingList.tsx";
import { meetingWords } from "./meeting-words.ts";
import { MeetingMonth, MeetingWeek } from "./MeetingCalendar.tsx";
import { MeetingsToolbar } from "./MeetingsToolbar.tsx";
import type { MeetingsSearch, MeetingView } from "./meetings-search.ts";

const SummonDialog = lazy(() => import("./SummonDialog.tsx"));

/** The days a view shows: [from, to). */
function shownDays(view: MeetingView, day: string): readonly [from: string, to: string] {
  const days = view === "month" ? weeksOf(day).flat() : weekOf(day);
  if (view === "list") return [`${day.slice(0, 7)}-01`, `${monthsOn(day, 1).slice(0, 7)}-01`];
  const last = days.at(-1) as string;
  return [days[0] as string, new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)];
}

/** 板凳会: calendar and list, and the way to bring one about. */
export function MeetingsPage() {
  const { pages, ui } = useWords();
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const viewer = useViewer();
  const rule = ruleViewer(viewer);
  const own = areasOf(viewer);
  const search: MeetingsSearch = useSearch({ from: "/frame/meetings" });
  const navigate = useNavigate({ from: "/meetings" });
  const today = localDateOf(new Date(useNow()).toISOString());
  const isNarrow = window.matchMedia("(width < 40rem)").matches;
  const view = search.view ?? (isNarrow ? "list" : "month");
  const day = search.day ?? today;
  const change = useCallback(
    (next: Partial<Record<keyof MeetingsSearch, unknown>>) =>
      void navigate({ to: "/meetings", replace: true, search: (now: MeetingsSearch) => Object.fromEntries(Object.entries({ ...now, ...next }).filter(([, value]) => value !== undefined)) as MeetingsSearch }),
    [navigate],
  );
  const [from, to] = shownDays(view, day);
  const areas = search.grid ?? own;
  const query = { areas: [...areas], from: dayBegins(from), to: dayBegins(to), statuses: search.status ?? null };
  const [{ data, error, fetching }, ask] = useQuery({
    query: meetingsDocument,
    variables: query,
    requestPolicy: "cache-and-network",
    pause: areas.length === 0,
  });
  const reload = () => ask({ requestPolicy: "network-only" });
  const convenable = convenableAreas(rule, own);
  const reason = convenable.length > 0 ? undefined : phraseOf(refuse("FORBIDDEN_RIGHT", { right: "CONVENE_MEETINGS" }), language);
  const meetings = (data?.meetings.nodes ?? []).toSorted((a, b) => a.meetsAt.localeCompare(b.meetsAt));
  const shown = { meetings, today };
  return (
    <Page title={pages.meetings}>
      <MeetingsToolbar {...{ search, view, day, today, areas, query, reason, change }} />
      {error && !data ? (
        <ErrorState title={w.listFailed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      ) : !data && areas.length > 0 ? (
        <Skeleton label={ui.loading} lines={8} />
      ) : view === "month" ? (
        <MeetingMonth {...shown} day={day} onDay={(one) => change({ view: "week", day: one })} />
      ) : view === "week" ? (
        <MeetingWeek {...shown} day={day} />
      ) : meetings.length === 0 ? (
        <EmptyState title={w.none}>{w.noneNote}</EmptyState>
      ) : (
        <MeetingList {...shown} />
      )}
      {data?.meetings.pageInfo.hasNextPage && <p className="mt-2 text-ink-soft">{w.tooMany}</p>}
      <Suspense>
        {search.dialog && reason === undefined && (
          <SummonDialog
            mode={search.dialog}
            areas={convenable}
            caseIds={search.case ?? []}
            onClose={() => change({ dialog: undefined, case: undefined })}
            onDone={(id) => void navigate({ to: "/meetings/$id", params: { id } })}
          />
        )}
      </Suspense>
    </Page>
  );
}
