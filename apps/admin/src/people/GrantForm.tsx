import { useState } from "react";
import { useWords } from "../words/useWords.tsx";
import { grantRoleDocument } from "./people-documents.ts";
import { peopleWords } from "./people-words.ts";
import type { PersonFormProps } from "./person-form.ts";
import { emptyRole, roleFields, roleInput, roleProblems } from "./role-draft.ts";
import { RoleFields } from "./RoleFields.tsx";
import { useVerb } from "./use-verb.ts";
import { VerbForm } from "./VerbForm.tsx";

/** 授予职务: somebody gets a role more. */
export function GrantForm({ person, asked, onDone, onCancel }: PersonFormProps) {
  const w = useWords(peopleWords);
  const [draft, setDraft] = useState(() => emptyRole(person.areaCode, asked.today));
  const { verb, send } = useVerb(grantRoleDocument, roleFields, () => onDone({ title: w.grant }));
  const submit = () => send({ personId: person.id, ...roleInput(draft) }, roleProblems(draft, { ...w, area: w.areaOf.COMMUNITY }));
  return (
    <VerbForm title={w.grant} note={w.grantNote} verb={verb} onSubmit={() => void submit()} onCancel={onCancel}>
      <RoleFields draft={draft} onChange={setDraft} verb={verb} />
    </VerbForm>
  );
}
