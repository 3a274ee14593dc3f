import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";
import { WhistleSelect } from "./WhistleSelect.tsx";

const releaseWhistleDocument = graphql(`
  mutation ReleaseWhistle($input: ReleaseWhistleInput!) {
    releaseWhistle(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** Ends a whistle, reported or not. */
export default function ReleaseForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(releaseWhistleDocument, "release", props, ["whistleId"]);
  const { detail, isReading } = useActionDetail(props.card.id);
  const running = (detail?.whistles ?? []).filter(({ releasedAt }) => releasedAt === null);
  const [chosen, setChosen] = useState<string | null>(null);
  const whistleId = chosen ?? (running.length === 1 ? (running[0]?.id ?? null) : null);
  const submit = () => send({ whistleId: whistleId ?? "" }, { whistleId: missing(w.chooseOne(w.whistle), whistleId) });
  return (
    <ActionFrame action="release" act={act} onCancel={props.onCancel} onSubmit={() => void submit()} blockedReason={running.length === 0 && !isReading ? w.noWhistle : undefined}>
      <WhistleSelect whistles={running} value={whistleId} onChange={setChosen} error={act.errorOf("whistleId")} />
    </ActionFrame>
  );
}
