import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { type SignInAnswer, signIn } from "./sign-in-request.ts";
import { sessionWords } from "./session-words.ts";

export interface Credentials {
  username: string;
  password: string;
}

export interface SignInFormProps {
  credentials: Credentials;
  onChange: (credentials: Credentials) => void;
  /** The person is known (the session ended mid-work): only the password is asked. */
  isNameFixed?: boolean;
  submitLabel: string;
  /** The page's own hold on the password field, where it needs one. */
  passwordRef?: RefObject<HTMLInputElement | null>;
  /** Called once the cookie is there; the form stays pending until it settles. */
  onSignedIn: () => Promise<void>;
}

/** User name and password, and what the server says to them. */
export function SignInForm({ credentials, onChange, isNameFixed = false, submitLabel, passwordRef, onSignedIn }: SignInFormProps) {
  const words = useWords(sessionWords);
  const own = useRef<HTMLInputElement>(null);
  const password = passwordRef ?? own;
  const name = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<Exclude<SignInAnswer, { kind: "in" }> | null>(null);
  const [isPending, setPending] = useState(false);
  const [wasTried, setTried] = useState(false);
  const secondsLeft = useCountdown(answer?.kind === "wait" ? answer : null);
  const nameError = wasTried && !credentials.username.trim() ? words.nameMissing : undefined;
  const passwordError = wasTried && !credentials.password ? words.passwordMissing : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending || secondsLeft > 0) return;
    setTried(true);
    if (!credentials.username.trim()) return name.current?.focus();
    if (!credentials.password) return password.current?.focus();
    setPending(true);
    setAnswer(null);
    const said = await signIn(credentials.username, credentials.password);
    if (said.kind === "in") {
      await onSignedIn();
      setPending(false);
      return;
    }
    setPending(false);
    setAnswer(said);
    if (said.kind === "refused") {
      password.current?.focus();
      password.current?.select();
    }
  };

  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {isNameFixed ? (
        // Password managers look for the name beside the password.
        <input type="text" name="username" autoComplete="username" value={credentials.username} readOnly hidden />
      ) : (
        <TextField
          label={words.username}
          name="username"
          autoComplete="username"
          spellCheck="false"
          maxLength={64}
          autoFocus
          inputRef={name}
          value={credentials.username}
          onChange={(username) => onChange({ ...credentials, username })}
          error={nameError}
        />
      )}
      <PasswordField
        inputRef={password}
        autoFocus={isNameFixed}
        value={credentials.password}
        onChange={(typed) => onChange({ ...credentials, password: typed })}
        error={passwordError}
      />
      {answer && (answer.kind !== "wait" || secondsLeft > 0) && (
        // The seconds are said once, with the first of them; the button shows them running.
        <p role="alert" className="flex items-start gap-2 rounded-one bg-bad-soft px-3 py-2 text-bad">
          <Icon name="alert" size="small" className="mt-0.5" />
          <span className="min-w-0">
            {answer.kind === "wait" ? words.tryAgainIn(answer.seconds) : words[answer.kind]}
            {answer.kind === "failed" && answer.requestId && <RequestId id={answer.requestId} />}
          </span>
        </p>
      )}
      <Button
        type="submit"
        variant="primary"
        wide
        isPending={isPending}
        disabledReason={secondsLeft > 0 ? words.tryAgainIn(secondsLeft) : undefined}
      >
        {secondsLeft > 0 ? `${submitLabel} (${secondsLeft})` : submitLabel}
      </Button>
    </form>
  );
}

function RequestId({ id }: { id: string }) {
  const { ui } = useWords();
  return <span className="block text-small select-all">{ui.requestId(id)}</span>;
}

function useCountdown(wait: { seconds: number } | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!wait) return;
    const end = Date.now() + wait.seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [wait]);
  return wait ? left : 0;
}
