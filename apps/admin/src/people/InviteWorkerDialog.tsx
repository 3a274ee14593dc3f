import type { LocalDate } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { ConfirmDialog, Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { type Link, LinkOnce } from "./LinkOnce.tsx";
import { inviteWorkerDocument } from "./people-documents.ts";
import { peopleWords } from "./people-words.ts";
import { emptyRole, roleFields, roleInput, roleProblems } from "./role-draft.ts";
import { RoleFields } from "./RoleFields.tsx";
import { useVerb } from "./use-verb.ts";
import { VerbForm } from "./VerbForm.tsx";

export interface InviteWorkerDialogProps {
  /** Where the first role begins to be looked for. */
  at: string;
  today: LocalDate;
  /** Somebody new is there. */
  onInvited: () => void;
  onClose: () => void;
}

/** 邀请新同事: a name, a first role, a user name; then the link, once. */
export default function InviteWorkerDialog({ at, today, onInvited, onClose }: InviteWorkerDialogProps) {
  const w = useWords(peopleWords);
  const [name, setName] = useState("");
  const [username, setUsername] = useState("");
  const [draft, setDraft] = useState(() => emptyRole(at, today));
  const [made, setMade] = useState<{ link: Link | null } | null>(null);
  const [isTouched, setTouched] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { verb, send } = useVerb(inviteWorkerDocument, ["name", "username", ...roleFields], ({ link }) => {
    setMade({ link: link ?? null });
    onInvited();
  });
  const submit = () =>
    send(
      { name: name.trim(), username: username.trim(), ...roleInput(draft) },
      { name: missing(w.fill(w.name), name), ...roleProblems(draft, { ...w, area: w.areaOf.COMMUNITY }), username: missing(w.fill(w.username), username) },
    );
  const leave = () => (isTouched || made?.link ? setLeaving(true) : onClose());
  return (
    <>
      <Dialog title={w.invite} isOpen onClose={leave}>
        {made ? (
          <LinkOnce link={made.link} onDone={onClose} />
        ) : (
          <div onInput={() => setTouched(true)}>
            <VerbForm title={w.invite} hideTitle note={w.inviteWorkerNote} verb={verb} onSubmit={() => void submit()} onCancel={leave}>
              <TextField label={w.name} value={name} onChange={setName} error={verb.errorOf("name")} isRequired autoComplete="off" maxLength={40} />
              <RoleFields draft={draft} onChange={setDraft} verb={verb} />
              <TextField
                label={w.username}
                description={w.usernameNote}
                value={username}
                onChange={setUsername}
                error={verb.errorOf("username")}
                isRequired
                autoComplete="off"
                spellCheck="false"
              />
            </VerbForm>
          </div>
        )}
      </Dialog>
      <ConfirmDialog
        title={made ? w.linkLeaveTitle : w.discardTitle}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        confirmLabel={made ? w.linkClose : w.discard}
        isDangerous={!made}
        onConfirm={onClose}
      >
        {made ? w.linkLeave : w.discardNote}
      </ConfirmDialog>
    </>
  );
}
