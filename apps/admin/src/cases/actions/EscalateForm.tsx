import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const escalateCaseDocument = graphql(`
  mutation EscalateCase($input: EscalateCaseInput!) {
    escalateCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 上报一级. Two lawful ways straight to the community: a danger, and a dispute whose parties ask for mediation. */
export default function EscalateForm(props: ActionFormProps) {
  const { card, drop } = props;
  const w = useWords(caseWords);
  const { act, send } = useAct(escalateCaseDocument, "escalate", props, ["reason", "toCommunity", "partiesAskForMediation"]);
  const [reason, setReason] = useState("");
  const canSkip = card.level === "BUILDING";
  const mayForSafety = canSkip && card.severity === "SAFETY";
  const mayForMediation = canSkip && card.kind === "DISPUTE";
  const [skips, setSkips] = useState(drop?.toCommunity === true);
  const submit = () =>
    send(
      { reason, ...(skips && mayForSafety ? { toCommunity: true } : {}), ...(skips && mayForMediation ? { partiesAskForMediation: true } : {}) },
      { reason: missing(w.fill(w.reason), reason) },
    );
  return (
    <ActionFrame action="escalate" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <TextArea label={w.reason} value={reason} onChange={setReason} error={act.errorOf("reason")} isRequired autoFocus />
      {(mayForSafety || mayForMediation) && (
        <CheckBox isSelected={skips} onChange={setSkips}>
          {mayForMediation ? w.askMediation : w.toCommunity}
        </CheckBox>
      )}
    </ActionFrame>
  );
}
