import { namesIn, signatureKinds, type SignatureKind } from "@bandeng/domain";
import { useState } from "react";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { signAgreementDocument } from "./mediation-verbs.ts";
import { partyLabel } from "./mediation-text.ts";
import { words } from "./mediation-words.ts";
import type { TaskFormProps } from "./task-form.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

/** 签名, 按指印 or 盖章 of one party or mediator; on paper before, here with its day. */
export function SignForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { verb, send, day } = useTask(signAgreementDocument, m, ["at", "kind"], onDone);
  const [kind, setKind] = useState<SignatureKind>("SIGNED");
  const { about = "", signer = "PARTY" } = given.task;
  const party = m.parties.find(({ key }) => key === about);
  const who = party ? partyLabel(party, w) : (m.mediators.find(({ id }) => id === about)?.name ?? "");
  return (
    <TaskFrame {...given} {...{ verb, day }} note={who} onSubmit={() => send({ signer, key: about, kind })}>
      <RadioGroup label={w.signKind} choices={signatureKinds.map((id) => ({ id, label: names.signatureKind[id] }))} value={kind} onChange={setKind} orientation="horizontal" error={verb.errorOf("kind")} />
    </TaskFrame>
  );
}
