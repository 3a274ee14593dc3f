import { useState } from "react";
import { useClient } from "urql";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/useWords.tsx";
import { tellOtherTabs } from "./other-tabs.ts";
import { sessionRenewed } from "./session-events.ts";
import { sessionWords } from "./session-words.ts";
import { SignInForm } from "./SignInForm.tsx";
import { type Viewer, viewerQuery } from "./viewer.ts";

export interface SignInAgainProps {
  viewer: Viewer;
  /** Put off: the page can be read and copied from; the next request asks again. */
  onLater: () => void;
}

/** Over the page whose session ended: the page and what was typed into it stay. */
export default function SignInAgain({ viewer, onLater }: SignInAgainProps) {
  const words = useWords(sessionWords);
  const client = useClient();
  const [password, setPassword] = useState("");
  const goOn = async () => {
    const { data } = await client.query(viewerQuery, {}, { requestPolicy: "network-only" }).toPromise();
    tellOtherTabs(data?.viewer.person.id ?? viewer.person.id);
    sessionRenewed();
  };
  // A page filled for one person is nothing for another: that way begins from nothing.
  const changePerson = () => location.assign("/sign-in");
  return (
    <Dialog
      title={words.endedTitle}
      role="alertdialog"
      size="small"
      isOpen
      onClose={onLater}
      footer={
        <>
          <Button variant="quiet" onPress={changePerson}>
            {words.otherPerson}
          </Button>
          <Button onPress={onLater}>{words.later}</Button>
        </>
      }
    >
      <p className="mb-1">{words.endedNote}</p>
      <p className="mb-4 text-ink-soft">
        {viewer.person.name} · {words.account(viewer.username)}
      </p>
      <SignInForm
        isNameFixed
        credentials={{ username: viewer.username, password }}
        onChange={(typed) => setPassword(typed.password)}
        submitLabel={words.goOn}
        onSignedIn={goOn}
      />
    </Dialog>
  );
}
