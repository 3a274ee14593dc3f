import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import type { CostShownFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { costPlanDocument } from "./cost-documents.ts";
import { words } from "./costs-words.ts";
import { DoorRow } from "./DoorRow.tsx";
import { doorsOf } from "./doors.ts";

const DoorDialog = lazy(() => import("./DoorDialog.tsx"));
const DoorListSheet = lazy(() => import("./DoorListSheet.tsx"));

/** 挨家挨户: carried up the stairs on a phone; from the top floor down, a tap for a receipt. */
export function DoorsPage() {
  const { id } = useParams({ from: "/frame/costs/$id/doors" });
  const w = useWords(words);
  const [{ data, error, fetching }, again] = useQuery({ query: costPlanDocument, variables: { id }, requestPolicy: "cache-and-network" });
  const plan = data?.costPlan;
  const reload = () => again({ requestPolicy: "network-only" });
  return (
    <Page title={w.doorList}>
      {plan ? (
        <Doors key={plan.id} plan={plan} onChanged={reload} />
      ) : error ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      ) : fetching ? (
        <Skeleton label={w.loading} lines={10} />
      ) : (
        <EmptyState title={w.notFound} icon="lock">
          {w.notFoundNote}
        </EmptyState>
      )}
    </Page>
  );
}

type View = "OPEN" | "ALL";

function Doors({ plan, onChanged }: { plan: CostShownFragment; onChanged: () => void }) {
  const w = useWords(words);
  const format = useFormat();
  const [view, setView] = useState<View>("OPEN");
  const [openAt, setOpenAt] = useState<string | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const groups = doorsOf(plan);
  const all = groups.flatMap(({ floors }) => floors.flatMap(({ doors }) => doors));
  const open = all.filter(({ owedFen }) => owedFen > 0);
  const owed = open.reduce((sum, { owedFen }) => sum + owedFen, 0);
  const isOneBuilding = new Set(groups.map(({ building }) => building)).size < 2;
  const shown = groups
    .map((group) => ({ ...group, floors: group.floors.map((one) => ({ ...one, doors: view === "OPEN" ? one.doors.filter(({ owedFen }) => owedFen > 0) : one.doors })).filter(({ doors }) => doors.length > 0) }))
    .filter(({ floors }) => floors.length > 0);
  const chosen = all.find(({ share }) => share.household.id === openAt);
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-3">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link to="/costs/$id" params={{ id: plan.id }} search={{ tab: "shares" }} className="inline-flex min-h-control min-w-0 flex-1 items-center font-medium">
            {plan.title}
          </Link>
          {all.length > 0 && (
            <Button icon="printer" isPending={isPrinting} onPress={() => setPrinting(true)}>
              {w.print}
            </Button>
          )}
        </div>
      </header>
      {all.length === 0 ? (
        <EmptyState title={w.noShares} icon="home" />
      ) : (
        <>
          <div className="sticky top-0 z-10 -mx-3 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-paper px-3 py-2 sm:mx-0 sm:px-0">
            <p role="status" className="min-w-0 flex-1 text-lead tabular-nums">
              <span className="block font-semibold whitespace-nowrap">{w.doorsPaid(all.length - open.length, all.length)}</span>
              <span className="block text-body text-ink-soft">{owed > 0 ? w.stillOwed(format.money(owed)) : w.allPaid}</span>
            </p>
            <SegmentedControl<View>
              label={w.show}
              value={view}
              onChange={setView}
              segments={[
                { id: "OPEN", label: w.showOpen(open.length) },
                { id: "ALL", label: w.showAll },
              ]}
            />
          </div>
          {plan.state !== "COLLECTING" && <p className="rounded-one bg-sunken p-3">{w.notCollecting}</p>}
          {shown.length === 0 && (
            <EmptyState title={w.allPaid} icon="done">
              {w.allPaidNote}
            </EmptyState>
          )}
          {shown.map((group) => {
            const label = group.unitNo === null ? w.street : w.unit(group.unitNo);
            const name = isOneBuilding ? label : `${group.building} ${label}`;
            return (
              <section key={group.id} aria-label={name}>
                <h2 className="mb-1 text-lead font-semibold">{name}</h2>
                <ul aria-label={name} className="flex flex-col gap-2">
                  {group.floors.flatMap(({ floor, doors }) =>
                    doors.map((door) => (
                      <li key={door.share.household.id}>
                        <DoorRow door={door} floor={w.floor(floor)} onPress={() => setOpenAt(door.share.household.id)} />
                      </li>
                    )),
                  )}
                </ul>
              </section>
            );
          })}
        </>
      )}
      {chosen && (
        <Suspense>
          <DoorDialog
            door={chosen}
            plan={plan}
            onDone={() => {
              setOpenAt(null);
              onChanged();
            }}
            onClose={() => setOpenAt(null)}
          />
        </Suspense>
      )}
      {isPrinting && (
        <Suspense>
          <DoorListSheet plan={plan} onPrinted={() => setPrinting(false)} />
        </Suspense>
      )}
    </div>
  );
}
