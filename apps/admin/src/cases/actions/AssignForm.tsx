import { assignmentRoles, namesIn, type AssignmentRole } from "@bandeng/domain";
import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { LabelledSegments } from "./LabelledSegments.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";
import { WorkerPicker } from "./WorkerPicker.tsx";

const assignCaseDocument = graphql(`
  mutation AssignCase($input: AssignCaseInput!) {
    assignCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 派发 / 转派: who leads, assists or is told. */
export default function AssignForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { act, send } = useAct(assignCaseDocument, "assign", props, ["personId", "as", "reason"]);
  const [as, setAs] = useState<AssignmentRole>("LEAD");
  const [personId, setPersonId] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const submit = () =>
    send({ as, personId: personId ?? "", ...(reason.trim() ? { reason } : {}) }, { personId: missing(w.chooseOne(w.person), personId) });
  return (
    <ActionFrame action="assign" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <WorkerPicker label={w.person} area={props.card.gridCode} value={personId} onChange={setPersonId} error={act.errorOf("personId")} isRequired />
      <LabelledSegments label={w.as} value={as} onChange={setAs} segments={assignmentRoles.map((role) => ({ id: role, label: names.assignment[role] }))} />
      <TextField label={w.optional(w.reason)} value={reason} onChange={setReason} error={act.errorOf("reason")} />
    </ActionFrame>
  );
}
