import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const returnOrderDocument = graphql(`
  mutation ReturnOrder($input: ReturnOrderInput!) {
    returnOrder(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 退回: the lead hands the order back to the owner of the level. */
export default function ReturnOrderForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(returnOrderDocument, "returnOrder", props, ["reason"]);
  const [reason, setReason] = useState("");
  return (
    <ActionFrame action="returnOrder" act={act} onCancel={props.onCancel} onSubmit={() => void send({ reason }, { reason: missing(w.fill(w.reason), reason) })}>
      <TextArea label={w.reason} value={reason} onChange={setReason} error={act.errorOf("reason")} rows={3} isRequired autoFocus />
    </ActionFrame>
  );
}
