import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { buttonLook } from "../ui/button-look.ts";
import { Icon } from "../ui/Icon.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { AttemptLine } from "./AttemptLine.tsx";
import { useAuthOptions } from "./auth-options.ts";
import { type DemoAccount, fetchDemoAccounts } from "./demo-accounts.ts";
import { DoorBox, DoorPage } from "./DoorPage.tsx";
import { homeOf } from "./home.ts";
import { tellOtherTabs } from "./other-tabs.ts";
import { sessionWords } from "./session-words.ts";
import { SignInForm } from "./SignInForm.tsx";
import { viewerQuery } from "./viewer.ts";
import { wayBack } from "./way-back.ts";

/** The door. After it one is where one wanted to go, else at home: on the board, or on a phone at what waits. */
export function SignInPage() {
  const words = useWords(sessionWords);
  const { from, because } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const client = useClient();
  const options = useAuthOptions();
  const [asksCode, setAsksCode] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const [credentials, setCredentials] = useState({ username: "", password: "" });

  const goOn = async () => {
    const { data } = await client.query(viewerQuery, {}, { requestPolicy: "network-only" }).toPromise();
    if (data) tellOtherTabs(data.viewer.person.id);
    await navigate({ href: wayBack(from) ?? (data ? homeOf(data.viewer) : "/"), replace: true });
  };

  return (
    <DoorPage title={words.title}>
      {because === "password-chosen" && (
        <p role="status" className="flex items-start gap-2 rounded-one bg-good-soft px-3 py-2 text-good">
          <Icon name="check" size="small" className="mt-0.5" />
          {words.passwordChosen}
        </p>
      )}
      {because === "sign-on-refused" && <AttemptLine refusal={{ kind: "refused", code: "SIGN_ON", message: words.districtRefused }} />}
      <DoorBox>
        <SignInForm {...{ credentials }} onChange={setCredentials} submitLabel={words.signIn} passwordRef={password} onStep={setAsksCode} onSignedIn={goOn} />
        {!asksCode && options?.oidc && <DistrictSignOn name={options.oidc.name} />}
        {!asksCode && <p className="mt-4 text-small text-ink-soft">{words.noAccount}</p>}
      </DoorBox>
      {!asksCode && (
        <DemoAccounts
          chosen={credentials.username}
          onChoose={({ username, password: known }) => {
            setCredentials({ username, password: known });
            password.current?.focus();
          }}
        />
      )}
    </DoorPage>
  );
}

/** Over to the district's own sign-on, and back: a link, as it leaves the page. */
function DistrictSignOn({ name }: { name: string }) {
  const words = useWords(sessionWords);
  return (
    <div className="mt-4 flex flex-col gap-4">
      <p className="flex items-center gap-3 text-small text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">{words.or}</p>
      <a href="/api/auth/single-sign-on" className={buttonLook({ className: "w-full whitespace-normal hover:bg-hover" })}>
        {words.districtSignOn(name)}
      </a>
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
