import { phraseOf, refuse } from "@bandeng/domain";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { DeliveryItem } from "./DeliveryItem.tsx";
import type { LogSearch } from "./integrations-search.ts";
import { integrationsWords } from "./integrations-words.ts";
import { Pager } from "./Pager.tsx";
import { webhookDocument } from "./webhook-documents.ts";
import { WebhookActs } from "./WebhookActs.tsx";
import { WebhookFacts, WebhookStateMark } from "./WebhookFacts.tsx";

const ReplayDialog = lazy(() => import("./ReplayDialog.tsx"));

const PAGE = 30;

/** One webhook: where it stands, and the delivery log of the last 30 days. */
export function WebhookPage() {
  const { pages } = useWords();
  const w = useWords(integrationsWords);
  const { language } = useLanguage();
  const viewer = useViewer();
  const isKeeper = areasOfRight(viewer, "KEEP_INTEGRATIONS").length > 0;
  const { webhookId: id } = useParams({ from: "/frame/integrations/webhooks/$webhookId" });
  const search: LogSearch = useSearch({ from: "/frame/integrations/webhooks/$webhookId" });
  const navigate = useNavigate({ from: "/integrations/webhooks/$webhookId" });
  const [isReplaying, setReplaying] = useState(false);
  const failedOnly = search.failed ?? false;
  const [{ data, error, fetching }, ask] = useQuery({
    query: webhookDocument,
    variables: { id, first: PAGE, after: search.after ?? null, failedOnly },
    requestPolicy: "cache-and-network",
    pause: !isKeeper,
  });
  const reload = () => ask({ requestPolicy: "network-only" });
  const go = (next: LogSearch) => void navigate({ search: next });
  const kept: LogSearch = failedOnly ? { failed: true } : {};
  const back = (
    <Link to="/integrations" search={{ tab: "webhooks" }} className="inline-flex min-h-control-small items-center">
      {w.backToWebhooks}
    </Link>
  );
  const webhook = data?.webhook;
  if (!webhook) {
    return (
      <Page title={pages.integrations}>
        {!isKeeper ? (
          <EmptyState icon="lock" title={w.notAllowed}>
            {w.notAllowedNote}
          </EmptyState>
        ) : error ? (
          <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching}>
            {w.failedNote}
          </ErrorState>
        ) : data ? (
          <EmptyState icon="plug" title={w.notFound} action={back}>
            {w.notFoundNote}
          </EmptyState>
        ) : (
          <Skeleton label={w.loading} lines={10} />
        )}
      </Page>
    );
  }
  const { nodes, pageInfo } = webhook.deliveries;
  return (
    <Page title={webhook.name}>
      <div className="flex flex-col gap-4">
        {back}
        <section aria-label={webhook.name} className="flex min-w-0 flex-col gap-2 rounded-one border border-line bg-surface p-3">
          <div className="flex items-start justify-between gap-2">
            <h2 className="min-w-0 text-lead font-semibold wrap-anywhere">{webhook.name}</h2>
            <WebhookStateMark state={webhook.state} />
          </div>
          <WebhookFacts webhook={webhook} head={data.feed.head} />
          <WebhookActs webhook={webhook} onChanged={reload} onRemoved={() => void navigate({ to: "/integrations", search: { tab: "webhooks" } })} />
        </section>
        <section aria-label={w.log} className="flex min-w-0 flex-col gap-2">
          <div className="flex flex-wrap items-center gap-2">
            <h2 className="text-lead font-semibold">{w.log}</h2>
            <span className="text-ink-soft">{w.logNote}</span>
            <span className="ms-auto flex flex-wrap items-center gap-2">
              <SegmentedControl
                label={w.logShow}
                value={failedOnly ? "failed" : "all"}
                onChange={(show) => go(show === "failed" ? { failed: true } : {})}
                segments={[
                  { id: "all", label: w.logAll },
                  { id: "failed", label: w.logFailed },
                ]}
              />
              <Button icon="refresh" isPending={fetching} onPress={reload}>
                {w.reload}
              </Button>
              <Button icon="history" disabledReason={webhook.pausedAt == null ? undefined : phraseOf(refuse("WEBHOOK_PAUSED", {}), language)} onPress={() => setReplaying(true)}>
                {w.replay}
              </Button>
            </span>
          </div>
          {nodes.length === 0 ? (
            <EmptyState icon={failedOnly ? "check" : "history"} title={failedOnly ? w.noFailed : w.noDeliveries}>
              {!failedOnly && w.noDeliveriesNote}
            </EmptyState>
          ) : (
            <ul aria-label={w.log} className="rounded-one border border-line bg-surface">
              {nodes.map((delivery) => (
                <DeliveryItem key={delivery.id} delivery={delivery} onResent={reload} />
              ))}
            </ul>
          )}
          <Pager after={search.after} pageInfo={pageInfo} onPage={(after) => go(after === undefined ? kept : { ...kept, after })} />
        </section>
      </div>
      <Suspense>{isReplaying && <ReplayDialog webhook={webhook} head={data.feed.head} onQueued={reload} onClose={() => setReplaying(false)} />}</Suspense>
    </Page>
  );
}
