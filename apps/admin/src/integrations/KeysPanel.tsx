import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { ApiKeyShownFragment } from "../graphql/graphql.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useNow } from "../words/use-now.ts";
import { useWords } from "../words/useWords.tsx";
import { endsSoon } from "./expiry.ts";
import { integrationsWords } from "./integrations-words.ts";
import { apiKeysDocument } from "./key-documents.ts";
import { KeyList } from "./KeyList.tsx";
import { Pager } from "./Pager.tsx";

const KeyDialog = lazy(() => import("./KeyDialog.tsx"));
const RotateKeyDialog = lazy(() => import("./KeyActs.tsx").then(({ RotateKeyDialog: loaded }) => ({ default: loaded })));
const RevokeKeyDialog = lazy(() => import("./KeyActs.tsx").then(({ RevokeKeyDialog: loaded }) => ({ default: loaded })));

const PAGE = 50;

export type KeyAct = "amend" | "rotate" | "revoke";
type Doing = { what: "create" } | { what: KeyAct; apiKey: ApiKeyShownFragment };

export interface KeysPanelProps {
  /** Where keys may be made. */
  areas: readonly string[];
  after: string | undefined;
  onPage: (after: string | undefined) => void;
}

/** The keys of other systems: what each may, until when, what it uses and how far it has read. */
export function KeysPanel({ areas, after, onPage }: KeysPanelProps) {
  const w = useWords(integrationsWords);
  const now = useNow();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [{ data, error, fetching }, ask] = useQuery({ query: apiKeysDocument, variables: { first: PAGE, after: after ?? null }, requestPolicy: "cache-and-network" });
  const reload = () => ask({ requestPolicy: "network-only" });
  const close = () => setDoing(null);
  const saved = () => {
    announce(w.saved);
    reload();
  };
  const done = () => {
    close();
    saved();
  };
  const { nodes: keys = [], pageInfo } = data?.apiKeys ?? {};
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          {data && <p className="font-medium">{w.keySummary(keys.filter(({ state }) => state === "ACTIVE").length, keys.filter((one) => endsSoon(one, now)).length)}</p>}
          <p className="max-w-3xl text-ink-soft">{w.keysNote}</p>
        </div>
        <Button variant="primary" icon="plus" onPress={() => setDoing({ what: "create" })}>
          {w.newKey}
        </Button>
      </div>
      {error && !data ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      ) : !data ? (
        <Skeleton label={w.loading} lines={6} />
      ) : keys.length === 0 ? (
        <EmptyState title={w.noKeys} icon="plug">
          {w.noKeysNote}
        </EmptyState>
      ) : (
        <KeyList keys={keys} head={data.feed.head} onAct={(what, apiKey) => setDoing({ what, apiKey })} />
      )}
      {pageInfo && <Pager after={after} pageInfo={pageInfo} onPage={onPage} />}
      <Suspense>
        {doing?.what === "create" && <KeyDialog apiKey={null} areas={areas} onSaved={saved} onClose={close} />}
        {doing?.what === "amend" && <KeyDialog apiKey={doing.apiKey} areas={areas} onSaved={done} onClose={close} />}
        {doing?.what === "rotate" && <RotateKeyDialog apiKey={doing.apiKey} onSaved={saved} onClose={close} />}
        {doing?.what === "revoke" && <RevokeKeyDialog apiKey={doing.apiKey} onDone={done} onClose={close} />}
      </Suspense>
    </div>
  );
}
