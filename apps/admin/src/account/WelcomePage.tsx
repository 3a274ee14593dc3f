import { useNavigate, useRouterState } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { AttemptButton } from "../session/AttemptButton.tsx";
import { AttemptLine } from "../session/AttemptLine.tsx";
import { DoorBox, DoorPage } from "../session/DoorPage.tsx";
import { useAttempt } from "../session/use-attempt.ts";
import { Icon } from "../ui/Icon.tsx";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words/useWords.tsx";
import { acceptInvitation } from "./account-request.ts";
import { accountWords } from "./account-words.ts";
import { NewPasswordField } from "./NewPasswordField.tsx";

/**
 * Where the link of an invitation or a reset leads. Its token is taken out of the address at once: it is to be in no
 * history, no bookmark and on no photo of the screen, and lives as long as this page is not reloaded.
 */
export function WelcomePage() {
  const w = useWords(accountWords);
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const navigate = useNavigate();
  const [token, setToken] = useState(hash);
  const [isInvalid, setInvalid] = useState(false);
  if (hash && hash !== token) {
    setToken(hash);
    setInvalid(false);
  }
  useEffect(() => {
    if (hash) void navigate({ to: "/welcome", replace: true });
  }, [hash, navigate]);
  const refused = token === "" ? "linkMissing" : isInvalid ? "linkInvalid" : null;
  return (
    <DoorPage title={w.welcome} isTitleShown>
      {refused ? (
        <Refused title={w[refused]}>{w[`${refused}Note`]}</Refused>
      ) : (
        <DoorBox>
          <p className="mb-4">{w.welcomeNote}</p>
          <Choose key={token} {...{ token }} onInvalid={() => setInvalid(true)} />
        </DoorBox>
      )}
    </DoorPage>
  );
}

function Choose({ token, onInvalid }: { token: string; onInvalid: () => void }) {
  const w = useWords(accountWords);
  const navigate = useNavigate();
  const attempt = useAttempt();
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const show = (message: string) => {
    setError(message);
    field.current?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!password) return show(w.newMissing);
    const refusal = await attempt.run(
      () => acceptInvitation(token, password),
      () => navigate({ to: "/sign-in", search: { because: "password-chosen" }, replace: true }),
    );
    if (refusal?.kind !== "refused") return;
    if (refusal.code.startsWith("PASSWORD_")) show(refusal.message);
    else if (refusal.code === "LINK_INVALID") onInvalid();
  };
  const isAtField = attempt.refusal?.kind === "refused" && attempt.refusal.code.startsWith("PASSWORD_");
  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <NewPasswordField
        autoFocus
        inputRef={field}
        value={password}
        onChange={(typed) => {
          setPassword(typed);
          setError(undefined);
        }}
        error={error}
      />
      <AttemptLine refusal={isAtField ? null : attempt.refusal} />
      <AttemptButton {...{ attempt }} label={w.welcomeSet} wide />
    </form>
  );
}

function Refused({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(accountWords);
  return (
    <>
      <div role="alert" className="flex gap-2 rounded-one bg-bad-soft px-3 py-2">
        <Icon name="alert" size="small" className="mt-0.5 text-bad" />
        <div className="min-w-0">
          <p className="font-medium text-bad">{title}</p>
          <p>{children}</p>
        </div>
      </div>
      <Link to="/sign-in" className="self-start">
        {w.toSignIn}
      </Link>
    </>
  );
}
