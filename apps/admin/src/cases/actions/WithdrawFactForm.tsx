import { useState } from "react";
import { expertWords } from "../../experts/expert-words.ts";
import { FactSelect, openOnes } from "../../experts/FactSelect.tsx";
import { useCaseHelp } from "../../experts/use-case-help.ts";
import { graphql } from "../../graphql/gql.ts";
import { useWords } from "../../words/useWords.tsx";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const withdrawFactDocument = graphql(`
  mutation WithdrawFact($input: WithdrawFactInput!) {
    withdrawFact(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** Takes back a question that has become idle. */
export default function WithdrawFactForm(props: ActionFormProps) {
  const w = useWords(expertWords);
  const { act, send } = useAct(withdrawFactDocument, "withdrawFact", props, ["factId"]);
  const { help, isReading } = useCaseHelp(props.card.id);
  const open = openOnes(help?.facts);
  const [chosen, setChosen] = useState<string | null>(null);
  const factId = chosen ?? (open.length === 1 ? (open[0]?.id ?? null) : null);
  const submit = () => send({ factId: factId ?? "" }, { factId: missing(w.choose(w.fact), factId) });
  return (
    <ActionFrame action="withdrawFact" act={act} onCancel={props.onCancel} onSubmit={() => void submit()} blockedReason={open.length === 0 && !isReading ? w.noOpenFact : undefined}>
      <FactSelect facts={open} value={factId} onChange={setChosen} error={act.errorOf("factId")} />
    </ActionFrame>
  );
}
