import { graphql } from "../../graphql/gql.ts";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { AskSaid } from "./AskSaid.tsx";
import { useAct } from "./use-act.ts";

const approveAskDocument = graphql(`
  mutation ApproveAsk($input: ApproveAskInput!) {
    approveAsk(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** Somebody one role up approves the hold or the extension. */
export default function ApproveForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(approveAskDocument, "approve", props);
  const { detail, isReading } = useActionDetail(props.card.id);
  const ask = detail?.pendingAsk;
  return (
    <ActionFrame action="approve" act={act} onCancel={props.onCancel} onSubmit={() => void send({})} blockedReason={!ask && !isReading ? w.noAsk : undefined}>
      {ask && <AskSaid ask={ask} />}
    </ActionFrame>
  );
}
