import { type ReactNode, useEffect, useState } from "react";
import { useQuery } from "urql";
import { Notice } from "../cases/actions/Notice.tsx";
import { requestIdOf } from "../client/request-id.ts";
import type { FeedQuery } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { feedDocument } from "./feed-document.ts";
import { integrationsWords } from "./integrations-words.ts";
import { BehindMark, KeyStateMark } from "./KeyMarks.tsx";
import { WebhookStateMark } from "./WebhookFacts.tsx";

const askAgainMs = 5000;

interface Consumer {
  id: string;
  name: string;
  area: string;
  kind: "key" | "webhook";
  state: ReactNode;
  position: number;
  readAt: string | null;
}

/** Whoever has ever read the feed, and every webhook: the furthest behind first. */
function consumersOf({ apiKeys, webhooks }: FeedQuery): Consumer[] {
  const keys = apiKeys.nodes.flatMap(({ id, name, areaName, state, readUpTo, readAt }): Consumer[] =>
    readUpTo == null ? [] : [{ id, name, area: areaName, kind: "key", state: <KeyStateMark state={state} />, position: readUpTo, readAt: readAt ?? null }],
  );
  const sent = webhooks.nodes.map(({ id, name, key, state, position }): Consumer => ({ id, name, area: key?.areaName ?? "", kind: "webhook", state: <WebhookStateMark state={state} />, position, readAt: null }));
  return [...keys, ...sent].toSorted((a, b) => a.position - b.position);
}

/** 变更流: how far it has come, whether it is on time, and who has read how far. */
export default function FeedPanel() {
  const w = useWords(integrationsWords);
  const format = useFormat();
  const [{ data, error, fetching }, ask] = useQuery({ query: feedDocument, requestPolicy: "cache-and-network" });
  const [askedAt, setAskedAt] = useState(() => Date.now());
  const reload = () => ask({ requestPolicy: "network-only" });
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden) return;
      ask({ requestPolicy: "network-only" });
      setAskedAt(Date.now());
    }, askAgainMs);
    return () => clearInterval(timer);
  }, [ask]);
  if (!data) {
    return error ? (
      <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching}>
        {w.failedNote}
      </ErrorState>
    ) : (
      <Skeleton label={w.loading} lines={6} />
    );
  }
  const { head, waiting, lagMilliseconds, delayed } = data.feed;
  const consumers = consumersOf(data);
  return (
    <div className="flex flex-col gap-4">
      {delayed && (
        <Notice tone="bad" title={w.feedDelayed}>
          {w.feedDelayedNote}
        </Notice>
      )}
      <dl className="grid gap-3 sm:grid-cols-3">
        <Figure name={w.head} note={w.headNote}>
          {format.number(head)}
        </Figure>
        <Figure name={w.feedWaiting}>{format.number(waiting)}</Figure>
        <Figure name={w.lag}>
          {w.milliseconds(format.number(lagMilliseconds))}
          <Chip tone={delayed ? "bad" : "good"} icon={delayed ? "alert" : "check"} className="ms-2 align-middle">
            {delayed ? w.feedDelayed : w.feedOnTime}
          </Chip>
        </Figure>
      </dl>
      <p className="text-small text-ink-soft">{w.asked(format.time(askedAt))}</p>
      {consumers.length === 0 ? (
        <EmptyState icon="plug" title={w.noConsumers}>
          {w.noConsumersNote}
        </EmptyState>
      ) : (
        <Table<Consumer>
          caption={w.consumers}
          rows={consumers}
          rowId={({ id }) => id}
          columns={[
            {
              id: "consumer",
              header: w.consumer,
              isRowHeader: true,
              className: "text-start",
              cell: ({ name, area }) => (
                <span className="flex flex-col">
                  {name}
                  <span className="text-small font-normal text-ink-soft">{area}</span>
                </span>
              ),
            },
            { id: "kind", header: w.kind, cell: ({ kind }) => w.consumerKind[kind], className: "whitespace-nowrap" },
            { id: "state", header: w.state, cell: ({ state }) => state },
            { id: "position", header: w.readUpTo, cell: ({ position }) => <BehindMark position={position} head={head} /> },
            { id: "read", header: w.lastRead, cell: ({ readAt }) => (readAt === null ? "–" : <time dateTime={readAt}>{format.dateTime(readAt)}</time>), className: "whitespace-nowrap" },
          ]}
        />
      )}
    </div>
  );
}

function Figure({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col rounded-one border border-line bg-surface p-3">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="text-lead font-semibold tabular-nums">{children}</dd>
      {note && <dd className="text-small text-ink-soft">{note}</dd>}
    </div>
  );
}
