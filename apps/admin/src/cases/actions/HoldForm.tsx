import { holdReasons, namesIn, type HoldReason } from "@bandeng/domain";
import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { DateField } from "../../ui/DateField.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useNow } from "../../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const holdCaseDocument = graphql(`
  mutation HoldCase($input: HoldCaseInput!) {
    holdCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

const dayInMilliseconds = 86_400_000;

/** 申请挂起: the lead asks, somebody one role up approves; the clock stands still from then on. */
export default function HoldForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const names = namesIn(language);
  const { act, send } = useAct(holdCaseDocument, "hold", props, ["holdReason", "until", "reason"]);
  const [holdReason, setHoldReason] = useState<HoldReason | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const submit = () =>
    send(
      { holdReason: holdReason ?? "WAIT_DEPARTMENT", until: until ?? "", reason },
      { holdReason: missing(w.chooseOne(w.holdReason), holdReason), until: missing(w.fill(w.until), until), reason: missing(w.fill(w.reason), reason) },
    );
  return (
    <ActionFrame action="hold" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <RadioGroup
        label={w.holdReason}
        value={holdReason}
        onChange={setHoldReason}
        choices={holdReasons.map((one) => ({ id: one, label: names.holdReason[one] }))}
        error={act.errorOf("holdReason")}
        orientation="horizontal"
        isRequired
      />
      <DateField label={w.until} value={until} onChange={setUntil} min={format.isoDate(now + dayInMilliseconds)} error={act.errorOf("until")} isRequired />
      <TextArea label={w.reason} value={reason} onChange={setReason} error={act.errorOf("reason")} isRequired />
    </ActionFrame>
  );
}
