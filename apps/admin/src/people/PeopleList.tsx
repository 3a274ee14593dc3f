import { lazy, Suspense, useEffect, useState } from "react";
import { requestIdOf } from "../client/request-id.ts";
import type { PersonShownFragment } from "../graphql/graphql.ts";
import { useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import type { PeopleChange, PeopleSearch } from "./people-search.ts";
import { PeopleToolbar } from "./PeopleToolbar.tsx";
import { peopleWords } from "./people-words.ts";
import { PersonRow } from "./PersonRow.tsx";
import { useAsked } from "./use-asked.ts";
import { usePeople } from "./use-people.ts";

const PersonDrawer = lazy(() => import("./PersonDrawer.tsx"));
const InviteWorkerDialog = lazy(() => import("./InviteWorkerDialog.tsx"));

/** People drawn at once; and again as many with each press of "more". */
const step = 50;

export interface PeopleListProps {
  own: readonly string[];
  search: PeopleSearch;
  change: (next: PeopleChange, how?: { replace?: boolean }) => void;
}

/** Whether somebody belongs into the list as it is narrowed: holding the role, today or at any time. */
function fits({ roles }: PersonShownFragment, { role, all }: PeopleSearch): boolean {
  return roles.some((held) => (role === undefined || held.role === role) && (all === true || held.inForce));
}

/** Who works here, found by area, name, role and day. */
export function PeopleList({ own, search, change }: PeopleListProps) {
  const w = useWords(peopleWords);
  const viewer = useViewer();
  const { today } = useAsked();
  const areas = search.area ?? own;
  const { people, hasMore, isReading, error, fetchMore, reload } = usePeople({ areas, text: search.q });
  const narrowed = JSON.stringify([areas, search.q, search.role, search.all]);
  const [wanted, setWanted] = useState({ narrowed, count: step });
  const count = wanted.narrowed === narrowed ? wanted.count : step;
  const [isInviting, setInviting] = useState(false);
  const found = (people ?? []).filter((person) => fits(person, search));
  // The server knows no roles to narrow by: pages are asked for until enough of them fit.
  const isShort = people !== null && hasMore && !isReading && !error && found.length < count;
  useEffect(() => {
    if (isShort) fetchMore();
  }, [isShort, fetchMore]);
  const isNarrowed = search.q !== undefined || search.role !== undefined;
  return (
    <>
      <PeopleToolbar {...{ own, areas, search, change }} onInvite={() => setInviting(true)} />
      <p role="status" className="mb-1 text-small text-ink-soft">
        {error && people ? w.stale : people && found.length > 0 ? w.count(found.length, hasMore) : ""}
      </p>
      {!people && !error && <Skeleton label={w.loading} lines={8} />}
      {error && !people && (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={isReading}>
          {w.failedNote}
        </ErrorState>
      )}
      {people && found.length === 0 && !isReading && (
        <EmptyState
          title={isNarrowed ? w.noneFound : w.none}
          icon={isNarrowed ? "search" : "people"}
          action={isNarrowed && <Button onPress={() => change({ q: undefined, role: undefined })}>{w.clearFilter}</Button>}
        >
          {isNarrowed ? w.noneFoundNote : w.noneNote}
        </EmptyState>
      )}
      {found.length > 0 && (
        <ul aria-label={w.list} className="rounded-one border border-line bg-surface">
          {found.slice(0, count).map((person) => (
            <PersonRow key={person.id} person={person} search={search} isSelf={person.id === viewer.person.id} hasAccounts={viewer.can.some(({ action }) => action === "MANAGE_ACCOUNTS")} />
          ))}
        </ul>
      )}
      {(found.length > count || (hasMore && found.length > 0)) && (
        <div className="mt-3 flex justify-center">
          <Button isPending={isReading} onPress={() => setWanted({ narrowed, count: count + step })}>
            {w.more}
          </Button>
        </div>
      )}
      <Suspense>
        {search.person && (
          <PersonDrawer key={search.person} personId={search.person} known={people?.find(({ id }) => id === search.person)} onClose={() => change({ person: undefined })} onChanged={reload} />
        )}
        {isInviting && <InviteWorkerDialog at={areas[0] ?? ""} today={today} onInvited={reload} onClose={() => setInviting(false)} />}
      </Suspense>
    </>
  );
}
