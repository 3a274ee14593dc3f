import { phraseOf, plusMonths, plusNaturalDays, refuse } from "@bandeng/domain";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { ContactDayShownFragment } from "../graphql/graphql.ts";
import { useAsked } from "../people/use-asked.ts";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { ContactDayItem } from "./ContactDayItem.tsx";
import { MonthCalendar } from "./MonthCalendar.tsx";
import { contactDaysDocument } from "./point-documents.ts";
import type { PanelProps } from "./PointsPanel.tsx";
import { pointsWords } from "./points-words.ts";

const PlanDialog = lazy(() => import("./PlanDialog.tsx").then(({ PlanDialog: loaded }) => ({ default: loaded })));
const RecordDialog = lazy(() => import("./ContactDayDialogs.tsx").then(({ RecordDialog: loaded }) => ({ default: loaded })));
const DutyDialog = lazy(() => import("./ContactDayDialogs.tsx").then(({ DutyDialog: loaded }) => ({ default: loaded })));
const CancelDialog = lazy(() => import("./ContactDayDialogs.tsx").then(({ CancelDialog: loaded }) => ({ default: loaded })));

type Doing = { what: "plan" } | { what: "record" | "duty" | "cancel"; day: ContactDayShownFragment };

/** The contact days of a month: a calendar, and a list with who is there and how many came. */
export function DaysPanel({ areas, search, change }: PanelProps) {
  const w = useWords(pointsWords);
  const { language, today } = useAsked();
  const viewer = useViewer();
  const [doing, setDoing] = useState<Doing | null>(null);
  const first = `${search.month ?? today.slice(0, 7)}-01`;
  const last = plusNaturalDays(plusMonths(first, 1), -1);
  const [{ data, error, fetching }, ask] = useQuery({ query: contactDaysDocument, variables: { areas: [...areas], from: first, to: last }, requestPolicy: "cache-and-network" });
  const reload = () => ask({ requestPolicy: "network-only" });
  const reason = areasOfRight(viewer, "KEEP_POINTS").length > 0 ? undefined : phraseOf(refuse("FORBIDDEN_RIGHT", { right: "KEEP_POINTS" }), language);
  const go = (to: string) => change({ month: to.slice(0, 7) === today.slice(0, 7) ? undefined : to.slice(0, 7), day: undefined });
  const name = w.month(Number(first.slice(0, 4)), Number(first.slice(5, 7)));
  const done = (said: string) => {
    setDoing(null);
    announce(said);
    reload();
  };
  const days = data?.contactDays.nodes ?? [];
  const shown = search.day === undefined ? days : days.filter(({ date }) => date === search.day);
  const held = days.filter(({ state }) => state === "HELD");
  const sum = (of: (day: ContactDayShownFragment) => number) => days.reduce((all, day) => all + of(day), 0);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <IconButton icon="chevron-left" label={w.previousMonth} onPress={() => go(plusMonths(first, -1))} />
        <h2 className="min-w-24 text-center text-lead font-semibold">{name}</h2>
        <IconButton icon="chevron-right" label={w.nextMonth} onPress={() => go(plusMonths(first, 1))} />
        {first.slice(0, 7) !== today.slice(0, 7) && (
          <Button size="small" onPress={() => go(today)}>
            {w.thisMonth}
          </Button>
        )}
        <Button variant="primary" icon="plus" className="ms-auto" disabledReason={reason} onPress={() => setDoing({ what: "plan" })}>
          {w.plan}
        </Button>
      </div>
      {error && !data ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      ) : !data ? (
        <Skeleton label={w.loading} lines={8} />
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
          <div className="flex flex-col gap-2">
            <MonthCalendar first={first} days={days} chosen={search.day} today={today} onChoose={(day) => change({ day: day === search.day ? undefined : day })} />
            {held.length > 0 && <p className="text-ink-soft">{w.monthSum(held.length, sum(({ reached }) => reached ?? 0), sum(({ opinions }) => opinions))}</p>}
          </div>
          <div className="flex min-w-0 flex-col gap-2">
            {search.day !== undefined && (
              <Button size="small" icon="undo" className="self-start" onPress={() => change({ day: undefined })}>
                {w.wholeMonth}
              </Button>
            )}
            {shown.length === 0 ? (
              <EmptyState title={w.noDays} icon="calendar">
                {w.noDaysNote}
              </EmptyState>
            ) : (
              <ul aria-label={w.dayList} className="flex flex-col divide-y divide-line rounded-one border border-line bg-surface">
                {shown.map((day) => (
                  <ContactDayItem key={day.id} day={day} onAct={(what) => setDoing({ what, day })} />
                ))}
              </ul>
            )}
            {data.contactDays.pageInfo.hasNextPage && <p className="text-ink-soft">{w.onlyFirst}</p>}
          </div>
        </div>
      )}
      <Suspense>
        {doing?.what === "plan" && <PlanDialog onPlanned={(count) => done(w.planned(count))} onClose={() => setDoing(null)} />}
        {doing?.what === "record" && <RecordDialog day={doing.day} onDone={() => done(w.saved)} onClose={() => setDoing(null)} />}
        {doing?.what === "duty" && <DutyDialog day={doing.day} onDone={() => done(w.saved)} onClose={() => setDoing(null)} />}
        {doing?.what === "cancel" && <CancelDialog day={doing.day} onDone={() => done(w.saved)} onClose={() => setDoing(null)} />}
      </Suspense>
    </div>
  );
}
