import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { Page } from "../frame/Page.tsx";
import { NoticePreferencesPart } from "../inbox/NoticePreferencesPart.tsx";
import { sessionWords } from "../session/session-words.ts";
import { useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { accountWords } from "./account-words.ts";
import { ChangePasswordForm } from "./ChangePasswordForm.tsx";
import { FactorPart } from "./FactorPart.tsx";
import { Part } from "./Part.tsx";
import { SessionsPart } from "./SessionsPart.tsx";
import { useOwnSessions } from "./use-own-sessions.ts";

/** 我的账号: who I am here, my password, the second step, where I am signed in. */
export function AccountPage() {
  const { pages } = useWords();
  const sessions = useOwnSessions();
  return (
    <Page title={pages.account} width="text">
      <div className="flex flex-col gap-4">
        <Me />
        <NoticePreferencesPart />
        <Password onChanged={sessions.reload} />
        <FactorPart {...{ sessions }} />
        <SessionsPart {...{ sessions }} />
      </div>
    </Page>
  );
}

function Me() {
  const w = useWords(accountWords);
  const { myRoles, noRole } = useWords(sessionWords);
  const { language } = useLanguage();
  const { person, username, roles } = useViewer();
  return (
    <Part title={w.me}>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        <dt className="text-ink-soft">{w.name}</dt>
        <dd>{person.name}</dd>
        <dt className="text-ink-soft">{w.username}</dt>
        <dd>{username}</dd>
        <dt className="text-ink-soft">{myRoles}</dt>
        <dd>
          {roles.length === 0 && noRole}
          {roles.map(({ role, areaCode, areaName, buildingId }) => (
            <span key={`${role} ${areaCode} ${buildingId ?? ""}`} className="block">
              {namesIn(language).role[role]} · {areaName}
            </span>
          ))}
        </dd>
      </dl>
      <p className="mt-2 text-small text-ink-soft">{w.meNote}</p>
    </Part>
  );
}

function Password({ onChanged }: { onChanged: () => void }) {
  const w = useWords(accountWords);
  const [isOpen, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    showToast({ tone: "good", title: w.passwordChanged });
    onChanged();
  };
  return (
    <Part title={w.password}>
      {isOpen ? (
        <>
          <p className="mb-3 text-ink-soft">{w.passwordNote}</p>
          <ChangePasswordForm onChanged={done} onCancel={() => setOpen(false)} />
        </>
      ) : (
        <Button onPress={() => setOpen(true)}>{w.changePassword}</Button>
      )}
    </Part>
  );
}
