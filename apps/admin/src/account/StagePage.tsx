import { useState } from "react";
import { DoorBox, DoorPage } from "../session/DoorPage.tsx";
import { leave } from "../session/leave.ts";
import { sessionRenewed } from "../session/session-events.ts";
import { sessionWords } from "../session/session-words.ts";
import { useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { accountWords } from "./account-words.ts";
import { ChangePasswordForm } from "./ChangePasswordForm.tsx";
import { SetUpFactor } from "./SetUpFactor.tsx";

/** Somebody is signed in and has something to do before anything else is answered: done, the page goes on where it was. */
export default function StagePage({ stage }: { stage: "SET_UP_FACTOR" | "CHANGE_PASSWORD" }) {
  const w = useWords(accountWords);
  const { signOutFailed } = useWords(sessionWords);
  const { person } = useViewer();
  const [isLeaving, setLeaving] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const isFactor = stage === "SET_UP_FACTOR";
  const signOut = async () => {
    setLeaving(true);
    const isGone = await leave(person.id);
    setFailed(!isGone);
    setLeaving(isGone);
  };
  return (
    <DoorPage title={isFactor ? w.stageFactor : w.stagePassword} isTitleShown>
      <div>
        <p className="mb-1 font-medium">{isFactor ? w.stageFactorNote : w.stagePasswordNote}</p>
        {isFactor && <p className="text-ink-soft">{w.factorNote}</p>}
      </div>
      <DoorBox>{isFactor ? <SetUpFactor heading="h2" onDone={sessionRenewed} /> : <ChangePasswordForm onChanged={sessionRenewed} />}</DoorBox>
      <div>
        <Button variant="quiet" size="small" isPending={isLeaving} onPress={() => void signOut()}>
          {w.signOut}
        </Button>
        {hasFailed && (
          <p role="alert" className="text-bad">
            {signOutFailed}
          </p>
        )}
      </div>
    </DoorPage>
  );
}
