import { type FormEvent, useRef, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { AttemptButton } from "./AttemptButton.tsx";
import { AttemptLine } from "./AttemptLine.tsx";
import { CodeField, codeLength } from "./CodeField.tsx";
import { sessionWords } from "./session-words.ts";
import { sendCode } from "./sign-in-request.ts";
import { useAttempt } from "./use-attempt.ts";

export interface CodeStepProps {
  onSignedIn: () => Promise<void>;
  onBack: () => void;
  /** The password was given too long ago: it has to be given again. */
  onLate: () => void;
}

/** After the password: the code of the authenticator, or one of the recovery codes kept for the day without it. */
export function CodeStep({ onSignedIn, onBack, onLate }: CodeStepProps) {
  const words = useWords(sessionWords);
  const attempt = useAttempt();
  const [isRecovery, setRecovery] = useState(false);
  const [code, setCode] = useState("");
  const [missing, setMissing] = useState<string>();
  const field = useRef<HTMLInputElement>(null);

  const send = async (typed: string) => {
    const refusal = await attempt.run(() => sendCode(typed, isRecovery), onSignedIn);
    if (refusal?.kind !== "refused") return;
    if (refusal.code === "UNAUTHENTICATED" || refusal.code === "BAD_USER_INPUT") return onLate();
    setCode("");
    field.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEnough = isRecovery ? code.trim() !== "" : code.length === codeLength;
    setMissing(isEnough ? undefined : isRecovery ? words.recoveryMissing : words.codeMissing);
    if (isEnough) void send(code);
    else field.current?.focus();
  };
  const change = (typed: string) => {
    setCode(typed);
    setMissing(undefined);
    if (!isRecovery && typed.length === codeLength && typed !== code) void send(typed);
  };

  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <CodeField
        // Another field: it takes the focus, and is read out anew.
        key={String(isRecovery)}
        {...{ isRecovery }}
        label={isRecovery ? words.recoveryCode : words.code}
        description={isRecovery ? words.recoveryCodeNote : words.codeNote}
        inputRef={field}
        value={code}
        onChange={change}
        error={missing}
      />
      <AttemptLine refusal={attempt.refusal} />
      <AttemptButton {...{ attempt }} label={words.verify} wide />
      <div className="flex flex-wrap justify-between gap-x-4">
        <Button variant="quiet" size="small" icon="arrow-left" onPress={onBack}>
          {words.back}
        </Button>
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            setRecovery(!isRecovery);
            setCode("");
            setMissing(undefined);
            attempt.forget();
          }}
        >
          {isRecovery ? words.useCode : words.useRecoveryCode}
        </Button>
      </div>
    </form>
  );
}
