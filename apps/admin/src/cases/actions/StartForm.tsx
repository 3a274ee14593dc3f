import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { DateField } from "../../ui/DateField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useNow } from "../../words/use-now.ts";
import { useFormat, useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const startCaseDocument = graphql(`
  mutation StartCase($input: StartCaseInput!) {
    startCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 办理: what will be done, and by when that is planned. */
export default function StartForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const format = useFormat();
  const now = useNow();
  const { act, send } = useAct(startCaseDocument, "start", props, ["measure", "planOn"]);
  const [measure, setMeasure] = useState("");
  const [planOn, setPlanOn] = useState<string | null>(null);
  const submit = () => send({ measure, ...(planOn ? { planOn } : {}) }, { measure: missing(w.fill(w.measure), measure) });
  return (
    <ActionFrame action="start" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <TextArea label={w.measure} value={measure} onChange={setMeasure} error={act.errorOf("measure")} isRequired autoFocus />
      <DateField label={w.optional(w.planOn)} value={planOn} onChange={setPlanOn} min={format.isoDate(now)} error={act.errorOf("planOn")} />
    </ActionFrame>
  );
}
