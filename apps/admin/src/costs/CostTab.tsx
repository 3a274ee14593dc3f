import { namesIn } from "@bandeng/domain";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { missing } from "../cases/actions/missing.ts";
import { requestIdOf } from "../client/request-id.ts";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { caseCostDocument } from "./cost-documents.ts";
import { openDoorsOf, stateTone } from "./cost-text.ts";
import { openCostPlanDocument } from "./cost-verbs.ts";
import { words } from "./costs-words.ts";
import { PaidBar } from "./PaidBar.tsx";

/** The last cost plan of a case in short, and how to draw one up. */
export default function CostTab({ detail }: { detail: CaseDetailFragment }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const [isOpening, setOpening] = useState(false);
  const [{ data, error, fetching }, again] = useQuery({ query: caseCostDocument, variables: { id: detail.id }, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching} />;
  if (!data) return <Skeleton label={w.loading} lines={4} />;
  const plan = data.case?.costPlan;
  const isOver = !plan || plan.state === "SETTLED" || plan.state === "CANCELLED";
  const opening = data.case?.costOpening;
  const begin = isOver &&
    (isOpening ? (
      <OpenForm detail={detail} onClose={() => setOpening(false)} />
    ) : (
      <Button icon="coin" variant={plan ? "plain" : "primary"} disabledReason={opening?.allowed ? undefined : (opening?.message ?? "")} onPress={() => setOpening(true)}>
        {names.costAction.openCosts}
      </Button>
    ));
  if (!plan)
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="font-medium">{w.tabNone}</p>
        <p className="text-ink-soft">{w.tabNoneNote}</p>
        {begin}
      </div>
    );
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={stateTone[plan.state]}>{names.costState[plan.state]}</Chip>
        <Link to="/costs/$id" params={{ id: plan.id }} className="inline-flex min-h-6 items-center font-medium">
          {plan.title}
        </Link>
        <span className="text-small text-ink-soft tabular-nums">{plan.no}</span>
      </p>
      <div className="w-full max-w-80">
        <PaidBar plan={plan} />
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 tabular-nums">
        {plan.state === "COLLECTING" && <span>{w.openDoors(openDoorsOf(plan))}</span>}
        <span>{w.balanceOf(format.money(plan.balanceFen))}</span>
      </p>
      {!isOver && <p className="text-ink-soft">{w.tabBlocks}</p>}
      <p className="flex flex-wrap gap-4">
        <Link to="/costs/$id" params={{ id: plan.id }} className="inline-flex min-h-control items-center">
          {w.open}
        </Link>
        {plan.state === "COLLECTING" && (
          <Link to="/costs/$id/doors" params={{ id: plan.id }} className="inline-flex min-h-control items-center">
            {w.doorList}
          </Link>
        )}
      </p>
      {begin}
    </div>
  );
}

function OpenForm({ detail, onClose }: { detail: CaseDetailFragment; onClose: () => void }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [title, setTitle] = useState(detail.title);
  const { verb, send } = useVerb(openCostPlanDocument, ["title"], ({ costPlan }) => {
    if (costPlan) void navigate({ to: "/costs/$id", params: { id: costPlan.id } });
  });
  const submit = () => void send({ id: detail.id, expectedVersion: detail.version, title: title.trim() }, { title: missing(w.fill(w.planTitle), title) });
  return (
    <div className="w-full max-w-lg [--form-ground:var(--surface)]">
      <VerbForm title={namesIn(language).costAction.openCosts} verb={verb} onSubmit={submit} onCancel={onClose}>
        <TextField label={w.planTitle} description={w.planTitleNote} value={title} onChange={setTitle} error={verb.errorOf("title")} isRequired />
      </VerbForm>
    </div>
  );
}
