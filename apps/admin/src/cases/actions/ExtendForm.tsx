import { defaultDeadlineRules } from "@bandeng/domain";
import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { NumberField } from "../../ui/NumberField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const extendCaseDocument = graphql(`
  mutation ExtendCase($input: ExtendCaseInput!) {
    extendCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 申请延期: more working days, once a level, before it is due. A community's own limit is the server's to say. */
export default function ExtendForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(extendCaseDocument, "extend", props, ["days", "reason"]);
  const [days, setDays] = useState(defaultDeadlineRules.resolveDays[props.card.level]);
  const [reason, setReason] = useState("");
  return (
    <ActionFrame action="extend" act={act} onCancel={props.onCancel} onSubmit={() => void send({ days, reason }, { reason: missing(w.fill(w.reason), reason) })}>
      <NumberField label={w.days} unit={w.daysUnit} value={days} onChange={(next) => setDays(Number.isNaN(next) ? 1 : next)} minValue={1} maxValue={60} error={act.errorOf("days")} isRequired autoFocus />
      <TextArea label={w.reason} value={reason} onChange={setReason} error={act.errorOf("reason")} isRequired />
    </ActionFrame>
  );
}
