import { type FormEvent, type RefObject, useRef, useState } from "react";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { AttemptButton } from "./AttemptButton.tsx";
import { AttemptLine } from "./AttemptLine.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { sessionWords } from "./session-words.ts";
import { signIn } from "./sign-in-request.ts";
import { useAttempt } from "./use-attempt.ts";

export interface Credentials {
  username: string;
  password: string;
}

export interface PasswordStepProps {
  credentials: Credentials;
  onChange: (credentials: Credentials) => void;
  isNameFixed?: boolean;
  submitLabel: string;
  passwordRef?: RefObject<HTMLInputElement | null>;
  /** The code came too late, which is why the password is asked again. */
  isLate: boolean;
  onDone: (stage: string | undefined) => void | Promise<void>;
}

/** User name and password, and what the server says to them. */
export function PasswordStep({ credentials, onChange, isNameFixed = false, submitLabel, passwordRef, isLate, onDone }: PasswordStepProps) {
  const words = useWords(sessionWords);
  const own = useRef<HTMLInputElement>(null);
  const password = passwordRef ?? own;
  const name = useRef<HTMLInputElement>(null);
  const attempt = useAttempt();
  const [wasTried, setTried] = useState(false);
  const nameError = wasTried && !credentials.username.trim() ? words.nameMissing : undefined;
  const passwordError = wasTried && !credentials.password ? words.passwordMissing : undefined;
  // Where one comes back from the code, the name is there already.
  const asksName = !isNameFixed && credentials.username === "";
  const [beginsWithName] = useState(asksName);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!credentials.username.trim()) return name.current?.focus();
    if (!credentials.password) return password.current?.focus();
    const refusal = await attempt.run(
      () => signIn(credentials.username, credentials.password),
      ({ stage }) => onDone(stage),
    );
    if (refusal?.kind === "refused") {
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
          autoFocus={beginsWithName}
          inputRef={name}
          value={credentials.username}
          onChange={(username) => onChange({ ...credentials, username })}
          error={nameError}
        />
      )}
      <PasswordField
        inputRef={password}
        autoFocus={!beginsWithName}
        value={credentials.password}
        onChange={(typed) => onChange({ ...credentials, password: typed })}
        error={passwordError}
      />
      <AttemptLine refusal={attempt.refusal ?? (isLate && !attempt.isPending && !wasTried ? { kind: "refused", code: "LATE", message: words.codeLate } : null)} {...(attempt.refusal ? { refused: words.refused } : {})} />
      <AttemptButton {...{ attempt }} label={submitLabel} wide />
    </form>
  );
}
