import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { AttemptButton } from "../session/AttemptButton.tsx";
import { AttemptLine } from "../session/AttemptLine.tsx";
import type { AuthAnswer } from "../session/auth-request.ts";
import { PasswordField } from "../session/PasswordField.tsx";
import { useAttempt } from "../session/use-attempt.ts";
import { useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { accountWords } from "./account-words.ts";

export interface PasswordCheckProps<Body> {
  /** What the password is asked for. */
  children: ReactNode;
  label: string;
  ask: (password: string) => Promise<AuthAnswer<Body>>;
  onDone: (body: Body) => void;
  onCancel?: (() => void) | undefined;
}

/** Asks for the password once more, before something that a stranger at an open screen must not do. */
export function PasswordCheck<Body>({ children, label, ask, onDone, onCancel }: PasswordCheckProps<Body>) {
  const w = useWords(accountWords);
  const { username } = useViewer();
  const attempt = useAttempt();
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(password ? undefined : w.currentMissing);
    if (!password) return field.current?.focus();
    const refusal = await attempt.run(() => ask(password), onDone);
    if (refusal?.kind !== "refused" || refusal.code !== "INVALID_PASSWORD") return;
    setError(refusal.message);
    field.current?.focus();
    field.current?.select();
  };
  const isAtField = attempt.refusal?.kind === "refused" && attempt.refusal.code === "INVALID_PASSWORD";
  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="flex max-w-sm flex-col gap-4">
      <div>{children}</div>
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        label={w.currentPassword}
        inputRef={field}
        autoFocus
        value={password}
        onChange={(typed) => {
          setPassword(typed);
          setError(undefined);
        }}
        error={error}
      />
      <AttemptLine refusal={isAtField ? null : attempt.refusal} />
      <div className="flex flex-wrap gap-2">
        <AttemptButton {...{ attempt, label }} />
        {onCancel && <Button onPress={onCancel}>{w.cancel}</Button>}
      </div>
    </form>
  );
}
