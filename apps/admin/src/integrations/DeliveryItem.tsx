import { phraseOf, refuse } from "@bandeng/domain";
import { useState } from "react";
import { Notice } from "../cases/actions/Notice.tsx";
import type { DeliveryShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Icon } from "../ui/Icon.tsx";
import { showToast } from "../ui/toasts.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";
import { resendDeliveryDocument } from "./webhook-documents.ts";
import { deliveryLook } from "./webhook-look.ts";

type Shown = DeliveryShownFragment;
type Attempt = Shown["attempts"][number];

/** One message: what became of it; opened, every attempt with what was sent and what came back. */
export function DeliveryItem({ delivery, onResent }: { delivery: Shown; onResent: () => void }) {
  const w = useWords(integrationsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const answerOf = useAnswer();
  const { verb, send } = useVerb(resendDeliveryDocument, [], () => {
    showToast({ tone: "good", title: w.resent });
    onResent();
  });
  const { state, test, replay, type, position, createdAt, nextAt, attempts, failure } = delivery;
  const last = attempts.at(-1);
  // Dropped for a reason that is no attempt's: the key was revoked, what it tells is out of sight.
  const dropped = state === "FAILED" && failure != null && failure !== last?.failure ? [answerOf({ status: null, failure })] : [];
  const when = format.dateTime(createdAt);
  const look = deliveryLook[state];
  return (
    <li className="border-t border-line first:border-t-0">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex min-h-control cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 hover:bg-hover">
          <Icon name={isOpen ? "chevron-down" : "chevron-right"} size="small" className="text-ink-soft" />
          <Chip tone={look.tone} icon={look.icon}>
            {w.deliveryState[state]}
          </Chip>
          <span className="font-medium">{test ? w.testMessage : type}</span>
          {position != null && <span className="text-ink-soft">{w.position(format.number(position))}</span>}
          {replay && <Chip icon="history">{w.replayed}</Chip>}
          <time dateTime={createdAt} className="text-ink-soft">
            {when}
          </time>
          <span className="text-ink-soft">
            {[...dropped, ...(last ? [answerOf(last), w.milliseconds(format.number(last.milliseconds))] : []), ...(attempts.length > 1 ? [w.attempts(attempts.length)] : []), ...(nextAt != null ? [w.nextAt(format.dateTime(nextAt))] : [])].join(" · ")}
          </span>
        </summary>
        {isOpen && (
          <div className="flex min-w-0 flex-col gap-3 border-t border-line bg-sunken p-3">
            <span className="flex flex-wrap items-center gap-2">
              <Button size="small" icon="refresh" aria-label={w.resendOf(when)} isPending={verb.isPending} disabledReason={state === "WAITING" ? phraseOf(refuse("DELIVERY_WAITING", {}), language) : undefined} onPress={() => void send({ deliveryId: delivery.id })}>
                {w.resend}
              </Button>
            </span>
            {(verb.refusal ?? verb.failure) && (
              <Notice tone="bad" requestId={verb.failure?.requestId}>
                {verb.refusal?.message ?? verb.failure?.message}
              </Notice>
            )}
            <Raw label={w.body} text={delivery.body == null ? null : pretty(delivery.body)} empty={w.noBody} />
            {attempts.length === 0 && <p className="text-ink-soft">{w.notTriedYet}</p>}
            {attempts.map((attempt, index) => (
              <section key={attempt.at} aria-label={w.attempt(index + 1)} className="flex min-w-0 flex-col gap-2 border-s-2 border-line-strong ps-3">
                <h3 className="flex flex-wrap gap-x-3 font-medium">
                  {w.attempt(index + 1)}
                  <span className="font-normal text-ink-soft">{[format.dateTime(attempt.at), answerOf(attempt), w.milliseconds(format.number(attempt.milliseconds))].join(" · ")}</span>
                </h3>
                <Raw label={w.requestHeaders} text={pretty(attempt.requestHeaders)} empty={w.emptyAnswer} />
                <Raw label={w.response} text={attempt.response ?? null} empty={w.emptyAnswer} />
              </section>
            ))}
          </div>
        )}
      </details>
    </li>
  );
}

/** What the other side said, or why it said nothing, in words. */
function useAnswer() {
  const w = useWords(integrationsWords);
  return ({ status, failure }: Pick<Attempt, "status" | "failure">): string => {
    if (status != null) return w.httpAnswer(status);
    const known: Readonly<Record<string, string>> = w.failure;
    return failure == null ? w.noAnswer : (known[failure] ?? failure);
  };
}

/** JSON with its lines; anything else as it came. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function Raw({ label, text, empty }: { label: string; text: string | null; empty: string }) {
  const { ui } = useWords();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="text-small text-ink-soft">{label}</p>
      {text === null || text === "" ? (
        <p>{empty}</p>
      ) : (
        // A box that scrolls must be reachable by key.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0} role="region" aria-label={ui.scrollable(label)} className="max-h-72 max-w-full overflow-auto rounded-one border border-line bg-surface p-2 font-mono text-small wrap-anywhere whitespace-pre-wrap">
          {text}
        </pre>
      )}
    </div>
  );
}
