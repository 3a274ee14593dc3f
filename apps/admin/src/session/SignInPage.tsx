import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { BenchMark } from "../frame/BenchMark.tsx";
import { DisplayButton, LanguageButton } from "../frame/DisplayButton.tsx";
import { usePageTitle } from "../frame/page-title.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { type DemoAccount, fetchDemoAccounts } from "./demo-accounts.ts";
import { tellOtherTabs } from "./other-tabs.ts";
import { sessionWords } from "./session-words.ts";
import { SignInForm } from "./SignInForm.tsx";
import { viewerQuery } from "./viewer.ts";
import { wayBack } from "./way-back.ts";

/** The door. After it one is where one wanted to go, else on the board, which begins with the areas of one's roles. */
export function SignInPage() {
  const { frame } = useWords();
  const words = useWords(sessionWords);
  const { from } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const client = useClient();
  const password = useRef<HTMLInputElement>(null);
  const [credentials, setCredentials] = useState({ username: "", password: "" });
  usePageTitle(words.title, frame.product);

  const goOn = async () => {
    const { data } = await client.query(viewerQuery, {}, { requestPolicy: "network-only" }).toPromise();
    if (data) tellOtherTabs(data.viewer.person.id);
    await navigate({ href: wayBack(from) ?? "/", replace: true });
  };

  return (
    <div className="flex min-h-dvh flex-col bg-paper">
      <header className="flex justify-end gap-1 p-2">
        <LanguageButton />
        <DisplayButton />
      </header>
      <main className="mx-auto flex w-full max-w-sm flex-1 flex-col gap-6 px-4 pt-4 pb-10 sm:pt-12">
        <div className="flex items-center gap-3">
          <BenchMark className="size-12" />
          <div className="min-w-0">
            <h1 className="text-title font-semibold">
              {frame.product}
              <span className="sr-only"> · {words.title}</span>
            </h1>
            <p className="text-ink-soft">{frame.productNote}</p>
          </div>
        </div>
        <div className="rounded-one border border-line bg-surface p-4">
          <SignInForm {...{ credentials }} onChange={setCredentials} submitLabel={words.signIn} passwordRef={password} onSignedIn={goOn} />
          <p className="mt-4 text-small text-ink-soft">{words.noAccount}</p>
        </div>
        <DemoAccounts
          chosen={credentials.username}
          onChoose={({ username, password: known }) => {
            setCredentials({ username, password: known });
            password.current?.focus();
          }}
        />
      </main>
    </div>
  );
}

/** Only where the server says that it is the demo. */
function DemoAccounts({ chosen, onChoose }: { chosen: string; onChoose: (account: DemoAccount) => void }) {
  const words = useWords(sessionWords);
  const { language } = useLanguage();
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    void fetchDemoAccounts(leaving.signal).then(setAccounts);
    return () => leaving.abort();
  }, []);
  if (accounts.length === 0) return null;
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className="font-medium">
        {words.demo}
      </h2>
      <p className="mb-2 text-small text-ink-soft">{words.demoNote}</p>
      <ul className="divide-y divide-line overflow-hidden rounded-one border border-line bg-surface">
        {accounts.map((account) => (
          <li key={account.username}>
            <button
              type="button"
              aria-pressed={account.username === chosen}
              onClick={() => onChoose(account)}
              className="flex min-h-control w-full items-center gap-3 px-3 py-1 text-start -outline-offset-2 hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
            >
              <span className="w-20 shrink-0 font-medium">{account.username}</span>
              <span className="min-w-0 flex-1">{account[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
