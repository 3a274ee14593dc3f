import type { PersonShownFragment } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { peopleWords } from "./people-words.ts";
import type { RoleHeld } from "./person-acts.ts";
import { roleName, roleWhen } from "./role-text.ts";

/** A role in one line: what, where, and when as far as that needs saying. */
export function RoleChip({ held }: { held: RoleHeld }) {
  const w = useWords(peopleWords);
  const { language } = useLanguage();
  const format = useFormat();
  const when = roleWhen(held, useNow(), format, w);
  return (
    <Chip tone={held.standsInFor !== null ? "warn" : held.inForce ? "accent" : "neutral"} {...(held.standsInFor === null ? {} : { icon: "people" as const })}>
      {roleName(held, language)}
      {when && ` · ${when}`}
    </Chip>
  );
}

/** What can be said of an account at a glance. */
export function AccountChips({ account }: { account: PersonShownFragment["account"] }) {
  const w = useWords(peopleWords);
  const format = useFormat();
  const now = useNow();
  if (!account) return <Chip isBare>{w.noAccount}</Chip>;
  const { state, secondFactor, lockedUntil } = account;
  return (
    <>
      <Chip isBare tone={state === "ACTIVE" ? "good" : state === "DISABLED" ? "bad" : "warn"} icon={state === "ACTIVE" ? "done" : state === "DISABLED" ? "blocked" : "clock"}>
        {w.account[state]}
      </Chip>
      {secondFactor && (
        <Chip isBare icon="lock">
          {w.secondFactor}
        </Chip>
      )}
      {lockedUntil && (
        <Chip isBare tone="bad" icon="alert">
          {w.locked(Date.parse(lockedUntil) - now < 86_400_000 ? format.time(lockedUntil) : format.dateTime(lockedUntil))}
        </Chip>
      )}
    </>
  );
}
