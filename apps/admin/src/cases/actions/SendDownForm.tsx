import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const sendDownCaseDocument = graphql(`
  mutation SendDownCase($input: SendDownCaseInput!) {
    sendDownCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 下发 one level. */
export default function SendDownForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(sendDownCaseDocument, "sendDown", props, ["reason"]);
  const [reason, setReason] = useState("");
  return (
    <ActionFrame action="sendDown" act={act} onCancel={props.onCancel} onSubmit={() => void send({ reason }, { reason: missing(w.fill(w.reason), reason) })}>
      <TextArea label={w.reason} value={reason} onChange={setReason} error={act.errorOf("reason")} rows={3} isRequired autoFocus />
    </ActionFrame>
  );
}
