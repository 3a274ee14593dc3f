import { type FormEvent, useId, useRef, useState } from "react";
import { AttemptButton } from "../session/AttemptButton.tsx";
import { AttemptLine } from "../session/AttemptLine.tsx";
import { CodeField, codeLength } from "../session/CodeField.tsx";
import { sessionWords } from "../session/session-words.ts";
import { useAttempt } from "../session/use-attempt.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { confirmFactor } from "./account-request.ts";
import { accountWords } from "./account-words.ts";
import { CopyButton } from "./CopyButton.tsx";
import { QrCode } from "./QrCode.tsx";

export interface ConfirmFactorProps {
  /** The level below the heading that it stands under. */
  heading: "h2" | "h3";
  /** otpauth://totp/…?secret=… */
  uri: string;
  onConfirmed: () => void;
  onCancel?: (() => void) | undefined;
}

/** The secret goes over to the authenticator, and the first code shows that it has arrived. */
export function ConfirmFactor({ heading: Heading, uri, onConfirmed, onCancel }: ConfirmFactorProps) {
  const w = useWords(accountWords);
  const { code: codeLabel, codeMissing } = useWords(sessionWords);
  const attempt = useAttempt();
  const [code, setCode] = useState("");
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const titleId = useId();
  const secret = new URL(uri).searchParams.get("secret") ?? "";

  const send = async (typed: string) => {
    const refusal = await attempt.run(() => confirmFactor(typed), onConfirmed);
    if (refusal?.kind !== "refused") return;
    setCode("");
    field.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === codeLength) return void send(code);
    setError(codeMissing);
    field.current?.focus();
  };
  const change = (typed: string) => {
    setCode(typed);
    setError(undefined);
    if (typed.length === codeLength && typed !== code) void send(typed);
  };

  return (
    <form method="post" noValidate onSubmit={submit} aria-labelledby={titleId} className="flex max-w-sm flex-col gap-4">
      <Heading id={titleId} className="text-lead font-semibold">
        {w.scanTitle}
      </Heading>
      <ol className="flex list-decimal flex-col gap-1 ps-5">
        <li>{w.scanApp}</li>
        <li>{w.scanQr}</li>
        <li>{w.scanCode}</li>
      </ol>
      <QrCode text={uri} label={w.qrCode} />
      {/* One's own screen cannot be scanned. */}
      <a href={uri} className="text-accent underline decoration-1 underline-offset-2 hover:text-accent-hover pointer-fine:hidden">
        {w.openApp}
      </a>
      <details>
        <summary className="w-fit cursor-pointer rounded-one py-1 text-accent">{w.byHand}</summary>
        <div className="mt-1 flex flex-col gap-2 rounded-one bg-sunken p-3">
          <p className="text-small text-ink-soft">
            {w.secret} · {w.secretNote}
          </p>
          <p className="font-mono break-words select-all" aria-label={w.secret} role="note">
            {secret.match(/.{1,4}/g)?.join(" ")}
          </p>
          <CopyButton text={secret} />
        </div>
      </details>
      <CodeField label={codeLabel} inputRef={field} value={code} onChange={change} error={error} />
      <AttemptLine refusal={attempt.refusal} />
      <div className="flex flex-wrap gap-2">
        <AttemptButton {...{ attempt }} label={w.confirm} />
        {onCancel && <Button onPress={onCancel}>{w.cancel}</Button>}
      </div>
    </form>
  );
}
