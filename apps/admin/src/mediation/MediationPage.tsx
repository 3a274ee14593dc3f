import { namesIn } from "@bandeng/domain";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import type { MediationShownFragment } from "../graphql/graphql.ts";
import { RevealCase } from "../personal/reveal-case.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { Agreement } from "./Agreement.tsx";
import { Dates } from "./Dates.tsx";
import { Facts } from "./Facts.tsx";
import { mediationDocument } from "./mediation-documents.ts";
import type { MediationTask } from "./mediation-task.ts";
import { numberOf, stateTone } from "./mediation-text.ts";
import { words } from "./mediation-words.ts";
import { Mediators } from "./Mediators.tsx";
import { Parties } from "./Parties.tsx";
import { Visits } from "./Visits.tsx";

const TaskDialog = lazy(() => import("./TaskDialog.tsx"));
const Sheet = lazy(() => import("./Sheet.tsx"));

/** One mediation: parties side by side, what was said, agreed and done, and what comes next. */
export function MediationPage() {
  const { id } = useParams({ from: "/frame/mediations/$id" });
  const { pages } = useWords();
  const w = useWords(words);
  const [{ data, error, fetching }, again] = useQuery({ query: mediationDocument, variables: { id }, requestPolicy: "cache-and-network" });
  const shown = data?.mediation;
  const reload = () => again({ requestPolicy: "network-only" });
  return (
    <Page title={shown ? numberOf(shown.no, w) : pages.mediations}>
      {shown ? (
        <Whole key={shown.id} mediation={shown} onChanged={reload} />
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

/** What can be put on paper, as far as it has come. */
function sheetOf({ state, form, termsAt }: MediationShownFragment): "AGREEMENT" | "RECORD" | "NOTICE" | null {
  if (state === "NOT_REACHED") return "NOTICE";
  if (form === "ORAL") return "RECORD";
  return termsAt ? "AGREEMENT" : null;
}

function Whole({ mediation: m, onChanged }: { mediation: MediationShownFragment; onChanged: () => void }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const [task, setTask] = useState<MediationTask | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const sheet = sheetOf(m);
  const printLabel = { AGREEMENT: w.printAgreement, RECORD: w.printRecord, NOTICE: w.printNotice };
  const block = (action: MediationTask["action"]) => {
    const found = m.actions.find((one) => one.action === action);
    return found?.allowed === true ? undefined : (found?.message ?? "");
  };
  const done = () => {
    if (task) announce(w.done(names.mediationAction[task.action]));
    setTask(null);
    onChanged();
  };
  const given = { mediation: m, block, onTask: setTask };
  return (
    <RevealCase value={m.case.id}>
      <header className="mb-4 flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-title font-semibold">{m.case.title}</h2>
          <p className="mt-1 flex flex-wrap items-center gap-2">
            <Chip tone={stateTone[m.state]}>{names.mediationState[m.state]}</Chip>
            <span className="tabular-nums">{numberOf(m.no, w)}</span>
            <Chip icon="lock" tone="warn">
              {w.confidential}
            </Chip>
            <Link to="/cases/$no" params={{ no: m.case.no }} className="inline-flex min-h-6 items-center">
              {w.opensCase}
            </Link>
          </p>
        </div>
        {sheet && (
          <Button icon="printer" isPending={isPrinting} onPress={() => setPrinting(true)}>
            {printLabel[sheet]}
          </Button>
        )}
      </header>
      <p className="mb-4 flex gap-2 text-small text-ink-soft">
        <Icon name="lock" size="small" className="mt-0.5" />
        <span>
          {w.confidentialNote} {w.free}
        </span>
      </p>
      <div className="grid gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,2fr)] lg:gap-8">
        <div className="flex min-w-0 flex-col gap-5">
          <Parties {...given} />
          <Facts {...given} />
          <Agreement {...given} />
          <Visits {...given} />
        </div>
        <div className="flex min-w-0 flex-col gap-5 max-lg:order-first">
          <Dates {...given} />
          <Mediators {...given} />
        </div>
      </div>
      {task && (
        <Suspense>
          <TaskDialog task={task} mediation={m} onDone={done} onClose={() => setTask(null)} />
        </Suspense>
      )}
      {isPrinting && sheet && (
        <Suspense>
          <Sheet kind={sheet} mediation={m} onPrinted={() => setPrinting(false)} />
        </Suspense>
      )}
    </RevealCase>
  );
}
