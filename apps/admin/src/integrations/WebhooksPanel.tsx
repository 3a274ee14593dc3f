import { useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";
import { Pager } from "./Pager.tsx";
import { webhooksDocument } from "./webhook-documents.ts";
import { WebhookActs } from "./WebhookActs.tsx";
import { WebhookDialog } from "./WebhookDialog.tsx";
import { WebhookFacts, WebhookStateMark } from "./WebhookFacts.tsx";

const PAGE = 50;

export interface WebhooksPanelProps {
  after: string | undefined;
  onPage: (after: string | undefined) => void;
}

/** 推送: where what happens is sent to, whether it arrives, and how far it has come. */
export default function WebhooksPanel({ after, onPage }: WebhooksPanelProps) {
  const w = useWords(integrationsWords);
  const [isMaking, setMaking] = useState(false);
  const [{ data, error, fetching }, ask] = useQuery({ query: webhooksDocument, variables: { first: PAGE, after: after ?? null }, requestPolicy: "cache-and-network" });
  const reload = () => ask({ requestPolicy: "network-only" });
  const saved = () => {
    announce(w.saved);
    reload();
  };
  const keys = (data?.apiKeys.nodes ?? []).filter(({ state }) => state === "ACTIVE");
  const { nodes: webhooks = [], pageInfo } = data?.webhooks ?? {};
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-72 text-ink-soft">{w.webhooksNote}</p>
        <Button variant="primary" icon="plus" disabledReason={data && keys.length === 0 ? w.noKeyForWebhook : undefined} onPress={() => setMaking(true)}>
          {w.newWebhook}
        </Button>
      </div>
      {error && !data ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      ) : !data ? (
        <Skeleton label={w.loading} lines={6} />
      ) : webhooks.length === 0 ? (
        <EmptyState title={w.noWebhooks} icon="plug">
          {w.noWebhooksNote}
        </EmptyState>
      ) : (
        <ul aria-label={w.webhookList} className="grid items-start gap-3 lg:grid-cols-2">
          {webhooks.map((webhook) => (
            <li key={webhook.id} className="flex min-w-0 flex-col gap-2 rounded-one border border-line bg-surface p-3">
              <div className="flex items-start justify-between gap-2">
                <h2 className="min-w-0 font-semibold wrap-anywhere">{webhook.name}</h2>
                <WebhookStateMark state={webhook.state} />
              </div>
              <WebhookFacts webhook={webhook} head={data.feed.head} />
              <Link to="/integrations/webhooks/$webhookId" params={{ webhookId: webhook.id }} aria-label={w.logOf(webhook.name)} className="inline-flex min-h-control-small items-center self-start">
                {w.log}
              </Link>
              <WebhookActs webhook={webhook} onChanged={reload} onRemoved={reload} />
            </li>
          ))}
        </ul>
      )}
      {pageInfo && <Pager after={after} pageInfo={pageInfo} onPage={onPage} />}
      {isMaking && <WebhookDialog webhook={null} keys={keys} onSaved={saved} onClose={() => setMaking(false)} />}
    </div>
  );
}
