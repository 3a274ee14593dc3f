import type { ApiKeyShownFragment } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { daysLeft, endsSoon, keyLook, lastDayOf } from "./expiry.ts";
import { integrationsWords } from "./integrations-words.ts";

type Shown = ApiKeyShownFragment;

export function KeyStateMark({ state }: Pick<Shown, "state">) {
  const w = useWords(integrationsWords);
  return (
    <Chip tone={keyLook[state].tone} icon={keyLook[state].icon}>
      {w.stateOf[state]}
    </Chip>
  );
}

/** How long a key is still good for: colour, icon and words. */
export function ExpiryMark({ apiKey }: { apiKey: Shown }) {
  const w = useWords(integrationsWords);
  const format = useFormat();
  const now = useNow();
  const { state, expiresAt, revokedAt } = apiKey;
  if (state === "REVOKED") return <span className="text-ink-soft">{w.revokedOn(format.date(revokedAt ?? expiresAt))}</span>;
  const day = format.date(lastDayOf(expiresAt));
  if (state === "EXPIRED") {
    return (
      <Chip isBare tone="bad" icon="blocked">
        {w.expiredOn(day)}
      </Chip>
    );
  }
  const left = daysLeft(expiresAt, now);
  const isNear = endsSoon(apiKey, now);
  return (
    <span className="flex flex-col">
      <Chip isBare tone={isNear ? "warn" : "good"} icon={isNear ? "alert" : "clock"}>
        {left === 0 ? w.lastDay : w.daysLeft(format.number(left))}
      </Chip>
      <span className="text-small text-ink-soft">{day}</span>
    </span>
  );
}

/** What a key used this minute of what it may: a bar with its numbers. */
export function CostMark({ usedThisMinute, costPerMinute }: Pick<Shown, "usedThisMinute" | "costPerMinute">) {
  const w = useWords(integrationsWords);
  const format = useFormat();
  const share = Math.min(1, usedThisMinute / costPerMinute);
  const isLow = share >= 0.8;
  return (
    <span className="flex min-w-28 flex-col gap-1">
      <span className="whitespace-nowrap">{w.costOf(format.number(usedThisMinute), format.number(costPerMinute))}</span>
      <span aria-hidden="true" className="block h-1.5 w-full overflow-hidden rounded-full bg-sunken">
        <span className={`block h-full ${isLow ? "bg-warn" : "bg-accent"}`} style={{ width: `${share * 100}%` }} />
      </span>
      {isLow && (
        <Chip isBare tone="warn" icon="alert">
          {w.costLow}
        </Chip>
      )}
    </span>
  );
}

/** From so many changes on a reader is told as far behind. */
const farBehind = 1000;

/** A position in the feed, and how far behind its head it is. */
export function BehindMark({ position, head }: { position: number; head: number }) {
  const w = useWords(integrationsWords);
  const format = useFormat();
  const behind = Math.max(0, head - position);
  return (
    <span className="flex flex-col">
      <span className="whitespace-nowrap">{w.position(format.number(position))}</span>
      <Chip isBare tone={behind === 0 ? "good" : behind >= farBehind ? "warn" : "neutral"} icon={behind === 0 ? "check" : behind >= farBehind ? "alert" : "clock"}>
        {behind === 0 ? w.caughtUp : w.behind(format.number(behind))}
      </Chip>
    </span>
  );
}
