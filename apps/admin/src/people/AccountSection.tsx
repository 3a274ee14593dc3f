import type { ReactNode } from "react";
import { Section } from "../cases/Section.tsx";
import type { PersonShownFragment } from "../graphql/graphql.ts";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { SimpleAct } from "./AccountForms.tsx";
import { peopleWords } from "./people-words.ts";
import type { PersonAct } from "./person-acts.ts";
import { AccountChips } from "./PersonChips.tsx";

type AccountAct = "inviteAccount" | "reset" | SimpleAct;

export interface AccountSectionProps {
  person: PersonShownFragment;
  blocked: Partial<Record<PersonAct, string>>;
  onAct: (act: AccountAct) => void;
}

/** What somebody signs in with, for those who keep it. */
export function AccountSection({ person, blocked, onAct }: AccountSectionProps) {
  const w = useWords(peopleWords);
  const format = useFormat();
  const now = useNow();
  const isKept = areasOfRight(useViewer(), "MANAGE_ACCOUNTS").some((area) => person.areaCode.startsWith(area));
  const { account } = person;
  const labels: Record<AccountAct, string> = {
    inviteAccount: account ? w.inviteAgain : w.inviteAccount,
    reset: w.reset,
    unlock: w.unlock,
    removeFactor: w.removeFactor,
    disable: w.disable,
    enable: w.enable,
  };
  // One of the two can be done at any time: the other would only take room.
  const acts = (Object.keys(labels) as AccountAct[]).filter((act) => act !== (account?.state === "DISABLED" ? "disable" : "enable"));
  return (
    <Section title={w.accountTitle}>
      {!isKept ? (
        <p className="mb-2 text-ink-soft">{w.accountHidden}</p>
      ) : account ? (
        <dl className="mb-2 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
          <Line name={w.username}>{account.username}</Line>
          <Line name={w.state}>
            <span className="flex min-h-[1lh] flex-wrap items-center gap-x-3">
              <AccountChips account={{ ...account, secondFactor: false }} />
            </span>
          </Line>
          <Line name={w.factor}>{account.secondFactor ? w.factorOn : w.factorOff}</Line>
          <Line name={w.lastSignIn}>{account.lastSignInAt ? `${format.dateTime(account.lastSignInAt)} · ${format.ago(account.lastSignInAt, now)}` : w.never}</Line>
        </dl>
      ) : (
        <p className="mb-2 text-ink-soft">{w.noAccount}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {acts.map((act) => (
          <Button key={act} size="small" disabledReason={blocked[act]} onPress={() => onAct(act)}>
            {labels[act]}
          </Button>
        ))}
      </div>
    </Section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
