import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { AskSaid } from "./AskSaid.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const turnDownAskDocument = graphql(`
  mutation TurnDownAsk($input: TurnDownAskInput!) {
    turnDownAsk(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** Somebody one role up turns it down, and says why. */
export default function TurnDownForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(turnDownAskDocument, "turnDown", props, ["reason"]);
  const { detail, isReading } = useActionDetail(props.card.id);
  const [reason, setReason] = useState("");
  const ask = detail?.pendingAsk;
  return (
    <ActionFrame
      action="turnDown"
      act={act}
      onCancel={props.onCancel}
      onSubmit={() => void send({ reason }, { reason: missing(w.fill(w.reason), reason) })}
      blockedReason={!ask && !isReading ? w.noAsk : undefined}
    >
      {ask && <AskSaid ask={ask} />}
      <TextArea label={w.reason} value={reason} onChange={setReason} error={act.errorOf("reason")} isRequired autoFocus />
    </ActionFrame>
  );
}
