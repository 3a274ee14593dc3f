import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";
import { WhistleSelect } from "./WhistleSelect.tsx";

const reportForDutyDocument = graphql(`
  mutation ReportForDuty($input: ReportForDutyInput!) {
    reportForDuty(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 报到: the department called says what it did. */
export default function ReportForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(reportForDutyDocument, "report", props, ["whistleId", "result"]);
  const { detail, isReading } = useActionDetail(props.card.id);
  const waiting = (detail?.whistles ?? []).filter(({ reportedAt, releasedAt }) => reportedAt === null && releasedAt === null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [result, setResult] = useState("");
  const whistleId = chosen ?? (waiting.length === 1 ? (waiting[0]?.id ?? null) : null);
  const submit = () =>
    send({ whistleId: whistleId ?? "", result }, { whistleId: missing(w.chooseOne(w.whistle), whistleId), result: missing(w.fill(w.reportResult), result) });
  return (
    <ActionFrame action="report" act={act} onCancel={props.onCancel} onSubmit={() => void submit()} blockedReason={waiting.length === 0 && !isReading ? w.noWhistle : undefined}>
      <WhistleSelect whistles={waiting} value={whistleId} onChange={setChosen} error={act.errorOf("whistleId")} />
      <TextArea label={w.reportResult} value={result} onChange={setResult} error={act.errorOf("result")} isRequired autoFocus />
    </ActionFrame>
  );
}
