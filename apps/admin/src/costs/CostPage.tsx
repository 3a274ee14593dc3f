import { namesIn } from "@bandeng/domain";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import type { CostShownFragment } from "../graphql/graphql.ts";
import { announce } from "../ui/announce.ts";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useNow } from "../words/use-now.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { Balance } from "./Balance.tsx";
import { costPlanDocument } from "./cost-documents.ts";
import type { CostPlanSearch, PlanTab } from "./costs-search.ts";
import { blockOf, type CostTask } from "./cost-task.ts";
import { isOverdue, stateTone } from "./cost-text.ts";
import { words } from "./costs-words.ts";
import { Money } from "./Money.tsx";
import { Plan } from "./Plan.tsx";
import { Shares } from "./Shares.tsx";
import { Statement } from "./Statement.tsx";
import { Steps } from "./Steps.tsx";

const TaskDialog = lazy(() => import("./TaskDialog.tsx"));

/** One cost plan: what it costs, who pays how much and why, what came in and went out. */
export function CostPage() {
  const { id } = useParams({ from: "/frame/costs/$id" });
  const { pages } = useWords();
  const w = useWords(words);
  const [{ data, error, fetching }, again] = useQuery({ query: costPlanDocument, variables: { id }, requestPolicy: "cache-and-network" });
  const plan = data?.costPlan;
  const reload = () => again({ requestPolicy: "network-only" });
  return (
    <Page title={plan ? w.numbered(plan.no) : pages.fees}>
      {plan ? (
        <Whole key={plan.id} plan={plan} onChanged={reload} />
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

/** Where whoever opens it wants to go on. */
const firstTab = { DRAFT: "plan", PUBLICISED: "plan", COLLECTING: "shares", SETTLED: "statement", CANCELLED: "plan" } as const satisfies Record<CostShownFragment["state"], PlanTab>;

function Whole({ plan, onChanged }: { plan: CostShownFragment; onChanged: () => void }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const search: CostPlanSearch = useSearch({ from: "/frame/costs/$id" });
  const navigate = useNavigate({ from: "/costs/$id" });
  const [task, setTask] = useState<CostTask | null>(null);
  const now = useNow();
  const done = () => {
    if (task) announce(w.done(names.costAction[task.action]));
    setTask(null);
    onChanged();
  };
  const given = { plan, block: blockOf(plan), onTask: setTask };
  return (
    <>
      <header className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-title font-semibold">{plan.title}</h2>
          <p className="mt-1 flex flex-wrap items-center gap-2">
            <Chip tone={stateTone[plan.state]}>{names.costState[plan.state]}</Chip>
            {isOverdue(plan, now) && (
              <Chip tone="bad" icon="alert">
                {w.overdue}
              </Chip>
            )}
            <Link to="/cases/$no" params={{ no: plan.case.no }} className="inline-flex min-h-6 items-center">
              {w.opensCase}
            </Link>
          </p>
        </div>
        <Link to="/costs/$id/doors" params={{ id: plan.id }} className="inline-flex min-h-control items-center font-medium">
          {w.doorList}
        </Link>
      </header>
      <Steps state={plan.state} hasFinal={plan.final != null} />
      <Balance plan={plan} />
      <Tabs<PlanTab>
        label={w.planTabs}
        value={search.tab ?? firstTab[plan.state]}
        onChange={(tab) => void navigate({ to: "/costs/$id", params: { id: plan.id }, search: { tab }, replace: true })}
        tabs={[
          { id: "plan", label: w.tabPlan, content: <Plan {...given} /> },
          { id: "shares", label: w.tabShares, content: <Shares {...given} /> },
          { id: "money", label: w.tabMoney, content: <Money {...given} /> },
          { id: "statement", label: w.tabStatement, content: <Statement {...given} /> },
        ]}
      />
      {task && (
        <Suspense>
          <TaskDialog task={task} plan={plan} onDone={done} onClose={() => setTask(null)} />
        </Suspense>
      )}
    </>
  );
}
