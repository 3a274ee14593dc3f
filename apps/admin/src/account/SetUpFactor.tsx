import { useState } from "react";
import { useViewer } from "../session/viewer.ts";
import { useWords } from "../words/useWords.tsx";
import { beginFactor, type NewFactor } from "./account-request.ts";
import { accountWords } from "./account-words.ts";
import { ConfirmFactor } from "./ConfirmFactor.tsx";
import { PasswordCheck } from "./PasswordCheck.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";

/** Password, QR code and first code, recovery codes. `onDone` only after these were said to be kept. */
export function SetUpFactor({ heading, onDone, onCancel }: { heading: "h2" | "h3"; onDone: () => void; onCancel?: () => void }) {
  const w = useWords(accountWords);
  const { username } = useViewer();
  const [made, setMade] = useState<NewFactor | null>(null);
  const [isConfirmed, setConfirmed] = useState(false);
  if (!made) {
    return (
      <PasswordCheck label={w.next} ask={beginFactor} onDone={setMade} {...{ onCancel }}>
        {w.passwordAgain}
      </PasswordCheck>
    );
  }
  if (!isConfirmed) return <ConfirmFactor {...{ heading }} uri={made.uri} onConfirmed={() => setConfirmed(true)} {...{ onCancel }} />;
  return <RecoveryCodes codes={made.recoveryCodes} {...{ heading, username }} onKept={onDone} />;
}
