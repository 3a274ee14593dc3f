import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { disableAccountDocument, enableAccountDocument, inviteAccountDocument, removeSecondFactorDocument, resetPasswordDocument, unlockAccountDocument } from "./people-documents.ts";
import { peopleWords } from "./people-words.ts";
import type { PersonFormProps } from "./person-form.ts";
import { useVerb } from "./use-verb.ts";
import { VerbForm } from "./VerbForm.tsx";

/** 邀请开通账号; again for somebody who has not chosen a password yet. */
export function InviteAccountForm({ person, onDone, onCancel }: PersonFormProps) {
  const w = useWords(peopleWords);
  const invited = person.account?.username;
  const [username, setUsername] = useState(invited ?? "");
  const title = invited === undefined ? w.inviteAccount : w.inviteAgain;
  const { verb, send } = useVerb(inviteAccountDocument, ["username"], ({ link }) => onDone({ title, link: link ?? null }));
  return (
    <VerbForm
      title={title}
      note={w.inviteNote}
      verb={verb}
      onSubmit={() => void send({ personId: person.id, username: username.trim() }, { username: missing(w.fill(w.username), username) })}
      onCancel={onCancel}
    >
      <TextField
        label={w.username}
        description={w.usernameNote}
        value={username}
        onChange={setUsername}
        error={verb.errorOf("username")}
        isRequired
        isReadOnly={invited !== undefined}
        autoComplete="off"
        spellCheck="false"
      />
    </VerbForm>
  );
}

/** 重置密码: the password is void at once; the link is for choosing a new one. */
export function ResetForm({ person, onDone, onCancel }: PersonFormProps) {
  const w = useWords(peopleWords);
  const { verb, send } = useVerb(resetPasswordDocument, [], ({ link }) => onDone({ title: w.reset, link: link ?? null }));
  return <VerbForm title={w.reset} note={w.resetNote} isDangerous verb={verb} onSubmit={() => void send({ personId: person.id })} onCancel={onCancel} />;
}

const simple = { disable: disableAccountDocument, enable: enableAccountDocument, unlock: unlockAccountDocument, removeFactor: removeSecondFactorDocument } as const;
export type SimpleAct = keyof typeof simple;

/** What is done to an account by saying so once more. */
export function AccountForm({ act, person, onDone, onCancel }: PersonFormProps & { act: SimpleAct }) {
  const w = useWords(peopleWords);
  const { verb, send } = useVerb(simple[act], [], () => onDone({ title: w[act] }));
  const isDangerous = act === "disable" || act === "removeFactor";
  return <VerbForm title={w[act]} note={w[`${act}Note`]} isDangerous={isDangerous} verb={verb} onSubmit={() => void send({ personId: person.id })} onCancel={onCancel} />;
}
