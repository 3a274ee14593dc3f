import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { setDisplay, useDisplay } from "../frame/display.ts";
import { waitingCount } from "../intake/outbox.ts";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/Dialog.tsx";
import { Link } from "../ui/Link.tsx";
import type { PanelProps } from "../ui/PanelButton.tsx";
import { Popover } from "../ui/Popover.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { leave } from "./leave.ts";
import { sessionWords } from "./session-words.ts";
import { useViewer } from "./viewer.ts";

/** Who am I, in which roles; the language and the theme; the way out. */
export default function UserPanel({ triggerRef, onClose }: PanelProps) {
  const words = useWords(sessionWords);
  const { frame, pages } = useWords();
  const { language, setLanguage } = useLanguage();
  const { theme } = useDisplay();
  const { person, username, roles } = useViewer();
  const [isAsking, setAsking] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const waiting = waitingCount(person.id);

  const signOut = async () => {
    setLeaving(true);
    if (await leave(person.id)) return;
    setLeaving(false);
    showToast({ tone: "bad", title: words.signOutFailed });
  };

  if (isAsking) {
    return (
      <ConfirmDialog title={words.waitingTitle} isOpen onClose={onClose} confirmLabel={words.signOutAnyway} onConfirm={signOut}>
        {words.waitingNote(waiting)}
      </ConfirmDialog>
    );
  }
  return (
    <Popover label={person.name} triggerRef={triggerRef} isOpen onOpenChange={(open) => !open && onClose()} placement="bottom end" className="w-72">
      <div className="flex flex-col gap-3">
        <div>
          <p className="text-lead font-semibold">{person.name}</p>
          <p className="text-small text-ink-soft">{words.account(username)}</p>
          <Link to="/account" onClick={onClose} className="inline-flex min-h-control-small items-center">
            {pages.account}
          </Link>
        </div>
        <div>
          <h2 className="text-small text-ink-soft">{words.myRoles}</h2>
          {roles.length === 0 ? (
            <p>{words.noRole}</p>
          ) : (
            <ul>
              {roles.map(({ role, areaCode, areaName }) => (
                <li key={`${role} ${areaCode}`}>
                  {namesIn(language).role[role]} · {areaName}
                </li>
              ))}
            </ul>
          )}
        </div>
        <SegmentedControl
          label={frame.language}
          value={language}
          onChange={setLanguage}
          segments={[
            { id: "zh", label: frame.languageZh },
            { id: "en", label: frame.languageEn },
          ]}
        />
        <SegmentedControl
          label={frame.theme}
          value={theme}
          onChange={(next) => setDisplay({ theme: next })}
          segments={[
            { id: "system", label: frame.themeSystem },
            { id: "light", label: frame.themeLight },
            { id: "dark", label: frame.themeDark },
          ]}
        />
        <Button wide isPending={isLeaving} onPress={() => (waiting > 0 ? setAsking(true) : void signOut())}>
          {words.signOut}
        </Button>
      </div>
    </Popover>
  );
}
