import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useQuery } from "urql";
import { ruleViewer } from "../board/card.ts";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import { communitiesOf, useViewer } from "../session/viewer.ts";
import { buttonLook } from "../ui/button-look.ts";
import { Chip } from "../ui/Chip.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useNow } from "../words/use-now.ts";
import { useWords } from "../words/useWords.tsx";
import { byUrgency, filtersOf, waitingFor } from "./my-work.ts";
import { RecentIntakes } from "./RecentIntakes.tsx";
import { useVisits } from "./use-visits.ts";
import { WorkCase } from "./WorkCase.tsx";
import { WorkSection } from "./WorkSection.tsx";
import { myWorkDocument } from "./work-documents.ts";
import { workWords } from "./work-words.ts";

/** What few have: calls to experts, and what was taken on at a bench meeting. */
const Invitations = lazy(() => import("../experts/Invitations.tsx").then((found) => ({ default: found.Invitations })));
const TakenOn = lazy(() => import("./TakenOn.tsx"));

const first = 30;
const last = 8;

/** 我的待办: what is due, what waits for me, what I recorded last; a visit is noted with one tap. */
export function WorkPage() {
  const { pages, ui } = useWords();
  const words = useWords(workWords);
  const viewer = useViewer();
  const now = useNow();
  const areas = communitiesOf(viewer);
  // The moment the page was opened: a filter that moves with the clock would ask anew with every tick.
  const [filters] = useState(() => filtersOf(viewer.person.id, Date.now()));
  const [{ data, error, fetching }, ask] = useQuery({
    query: myWorkDocument,
    variables: { areas, ...filters, first, last },
    pause: areas.length === 0,
    requestPolicy: "cache-and-network",
  });
  const reload = useCallback(() => ask({ requestPolicy: "network-only" }), [ask]);
  const visits = useVisits(reload);
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && reload();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [reload]);

  const mine = byUrgency(data?.mine.nodes ?? [], now);
  const due = [...mine.overdue, ...mine.today];
  const waiting = data ? waitingFor(ruleViewer(viewer), { asked: data.asked.nodes, collected: data.collected.nodes, resolved: data.resolved.nodes }) : [];
  const hasMoreWaiting = data !== undefined && (data.asked.pageInfo.hasNextPage || data.collected.pageInfo.hasNextPage || data.resolved.pageInfo.hasNextPage);
  return (
    <Page title={pages.myWork} width="wide">
      <div className="mx-auto flex max-w-xl flex-col gap-5 lg:max-w-none">
        <div className="flex flex-wrap items-center gap-2">
          <Link to="/intake" className={buttonLook({ variant: "primary", className: "flex-1 text-on-accent no-underline! hover:bg-accent-hover hover:text-on-accent sm:flex-none" })}>
            <Icon name="edit" size="small" />
            {words.intake}
          </Link>
          <IconButton icon="refresh" label={words.reload} isPending={fetching && data !== undefined} onPress={reload} />
          {data && (
            <p className="flex w-full flex-wrap gap-1.5 sm:w-auto">
              {mine.overdue.length > 0 && (
                <Chip tone="bad" icon="alert">
                  {words.overdueCount(mine.overdue.length)}
                </Chip>
              )}
              {mine.today.length > 0 && (
                <Chip tone="warn" icon="clock">
                  {words.todayCount(mine.today.length)}
                </Chip>
              )}
              {waiting.length > 0 && (
                <Chip tone="accent" icon="inbox">
                  {words.waitingCount(waiting.length)}
                </Chip>
              )}
            </p>
          )}
        </div>
        <Suspense>
          <Invitations />
        </Suspense>
        {areas.length === 0 && <p className="text-ink-soft">{words.waitingNone}</p>}
        {!data && error && <ErrorState onRetry={reload} isRetrying={fetching} requestId={requestIdOf(error)} />}
        {!data && !error && areas.length > 0 && <Skeleton label={ui.loading} lines={4} />}
        {data && (
          <div className="flex flex-col gap-5 lg:block lg:columns-2 lg:gap-5 2xl:columns-3 lg:[&_li]:break-inside-avoid lg:[&>section]:mb-5">
            <WorkSection title={words.due} count={due.length} tone={mine.overdue.length > 0 ? "bad" : "warn"} none={words.dueNone}>
              {due.map((card) => (
                <WorkCase key={card.id} {...{ card, visits }} />
              ))}
            </WorkSection>
            <WorkSection title={words.waiting} count={waiting.length} tone="accent" none={words.waitingNone} hasMore={hasMoreWaiting}>
              {waiting.map(({ card, action }) => (
                <WorkCase key={`${action} ${card.id}`} {...{ card, visits }} mark={<Chip tone="accent">{words.asksFor[action]}</Chip>} />
              ))}
            </WorkSection>
            {data.taken.nodes.length > 0 && (
              <WorkSection title={words.taken} count={data.taken.nodes.length} none="">
                <Suspense>
                  {data.taken.nodes.map((item) => (
                    <TakenOn key={item.id} item={item} onDone={reload} />
                  ))}
                </Suspense>
              </WorkSection>
            )}
            <WorkSection title={words.later} count={mine.later.length} none={words.laterNone} hasMore={data.mine.pageInfo.hasNextPage}>
              {mine.later.map((card) => (
                <WorkCase key={card.id} {...{ card, visits }} />
              ))}
            </WorkSection>
            <WorkSection title={words.recent} count={data.recorded.nodes.length} none={words.recentNone}>
              <RecentIntakes opinions={data.recorded.nodes} />
            </WorkSection>
          </div>
        )}
      </div>
    </Page>
  );
}
