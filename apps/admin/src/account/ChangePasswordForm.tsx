import { type FormEvent, useRef, useState } from "react";
import { AttemptButton } from "../session/AttemptButton.tsx";
import { AttemptLine } from "../session/AttemptLine.tsx";
import { PasswordField } from "../session/PasswordField.tsx";
import { useAttempt } from "../session/use-attempt.ts";
import { useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { changePassword } from "./account-request.ts";
import { accountWords } from "./account-words.ts";
import { NewPasswordField } from "./NewPasswordField.tsx";

/** Codes that belong to one of the two fields. */
const wrongCurrent = "INVALID_PASSWORD";
const wrongChosen = "PASSWORD_";

type Errors = { current?: string; chosen?: string };

/** The current password and a new one; what the server says of either stands at its field. */
export function ChangePasswordForm({ onChanged, onCancel }: { onChanged: () => void; onCancel?: () => void }) {
  const w = useWords(accountWords);
  const { username } = useViewer();
  const attempt = useAttempt();
  const [current, setCurrent] = useState("");
  const [chosen, setChosen] = useState("");
  const [errors, setErrors] = useState<Errors>({});
  const currentField = useRef<HTMLInputElement>(null);
  const chosenField = useRef<HTMLInputElement>(null);

  const show = (found: Errors) => {
    setErrors(found);
    if (found.current !== undefined) currentField.current?.focus();
    else if (found.chosen !== undefined) chosenField.current?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = { ...(current ? {} : { current: w.currentMissing }), ...(chosen ? {} : { chosen: w.newMissing }) };
    show(missing);
    if (!current || !chosen) return;
    const refusal = await attempt.run(
      () => changePassword(current, chosen),
      () => {
        setCurrent("");
        setChosen("");
        onChanged();
      },
    );
    if (refusal?.kind !== "refused") return;
    if (refusal.code === wrongCurrent) show({ current: refusal.message });
    else if (refusal.code.startsWith(wrongChosen)) show({ chosen: refusal.message });
  };
  const { refusal } = attempt;
  const isAtField = refusal?.kind === "refused" && (refusal.code === wrongCurrent || refusal.code.startsWith(wrongChosen));

  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="flex max-w-sm flex-col gap-4">
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        label={w.currentPassword}
        inputRef={currentField}
        autoFocus
        value={current}
        onChange={(typed) => {
          setCurrent(typed);
          setErrors({});
        }}
        error={errors.current}
      />
      <NewPasswordField
        inputRef={chosenField}
        value={chosen}
        onChange={(typed) => {
          setChosen(typed);
          setErrors({});
        }}
        error={errors.chosen}
      />
      <AttemptLine refusal={isAtField ? null : refusal} />
      <div className="flex flex-wrap gap-2">
        <AttemptButton {...{ attempt }} label={w.changePassword} />
        {onCancel && <Button onPress={onCancel}>{w.cancel}</Button>}
      </div>
    </form>
  );
}
