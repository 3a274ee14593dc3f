import type { WebhookShownFragment } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";
import { BehindMark } from "./KeyMarks.tsx";
import { webhookLook } from "./webhook-look.ts";

export function WebhookStateMark({ state }: Pick<WebhookShownFragment, "state">) {
  const w = useWords(integrationsWords);
  return (
    <Chip tone={webhookLook[state].tone} icon={webhookLook[state].icon}>
      {w.webhookState[state]}
    </Chip>
  );
}

/** Where a webhook sends what, how far it has come, and what is in its way. */
export function WebhookFacts({ webhook, head }: { webhook: WebhookShownFragment; head: number }) {
  const w = useWords(integrationsWords);
  const format = useFormat();
  const { key, url, areas, subjects, types, source, state, pausedAt, pausedWhy, failingSince, position, waiting, earlierUntil } = webhook;
  const filters = [
    ...(areas.length > 0 ? [w.areasCount(areas.length)] : []),
    ...(subjects.length > 0 ? [subjects.map((one) => w.subjectOf[one]).join(w.listJoin)] : []),
    ...(types.length > 0 ? [types.join(w.listJoin)] : []),
  ];
  const trouble = [
    ...(state === "KEY_ENDED" ? [w.keyEndedNote] : []),
    ...(pausedAt != null ? [[w.pausedSince(format.dateTime(pausedAt)), pausedWhy == null ? null : w.pausedWhy[pausedWhy]].filter(Boolean).join(" · ")] : []),
    ...(failingSince != null ? [w.failingSince(format.dateTime(failingSince))] : []),
  ];
  return (
    <>
      {trouble.map((line) => (
        <p key={line} className={state === "FAILING" ? "text-bad" : "text-ink-soft"}>
          {line}
        </p>
      ))}
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="text-ink-soft">{w.url}</dt>
        <dd className="min-w-0 font-mono break-all">{url}</dd>
        <dt className="text-ink-soft">{w.key}</dt>
        <dd className="min-w-0">
          {key ? (
            <>
              {key.name}
              <span className="text-ink-soft"> · {key.areaName}</span>
            </>
          ) : (
            w.unknownKey
          )}
        </dd>
        <dt className="text-ink-soft">{w.filters}</dt>
        <dd className="min-w-0">
          {filters.length > 0 ? filters.join(" · ") : w.everything}
          {source != null && <span className="block">{w.sourceOf(source)}</span>}
        </dd>
        <dt className="text-ink-soft">{w.sentUpTo}</dt>
        <dd>
          <BehindMark position={position} head={head} />
        </dd>
        <dt className="text-ink-soft">{w.waiting}</dt>
        <dd>{waiting === 0 ? w.noneWaiting : w.waitingCount(format.number(waiting))}</dd>
      </dl>
      {earlierUntil != null && <p className="text-ink-soft">{w.signedUntil(format.dateTime(earlierUntil))}</p>}
    </>
  );
}
