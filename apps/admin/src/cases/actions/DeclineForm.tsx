import { declineReasons, namesIn, type DeclineReason } from "@bandeng/domain";
import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { TemplateMenu } from "./TemplateMenu.tsx";
import { useAct } from "./use-act.ts";

const declineCaseDocument = graphql(`
  mutation DeclineCase($input: DeclineCaseInput!) {
    declineCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 不予受理: never without a reason and a place to go instead. */
export default function DeclineForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { act, send } = useAct(declineCaseDocument, "decline", props, ["reason", "goTo"]);
  const [reason, setReason] = useState<DeclineReason | null>(null);
  const [goTo, setGoTo] = useState("");
  const submit = () =>
    send({ reason: reason ?? "NOT_COMMUNITY_MATTER", goTo }, { reason: missing(w.chooseOne(w.declineReason), reason), goTo: missing(w.fill(w.goTo), goTo) });
  return (
    <ActionFrame action="decline" act={act} onCancel={props.onCancel} onSubmit={() => void submit()} isDangerous>
      <RadioGroup
        label={w.declineReason}
        value={reason}
        onChange={setReason}
        choices={declineReasons.map((one) => ({ id: one, label: names.declineReason[one] }))}
        error={act.errorOf("reason")}
        isRequired
      />
      <TextArea label={w.goTo} value={goTo} onChange={setGoTo} error={act.errorOf("goTo")} rows={2} isRequired />
      <TemplateMenu kind="DECLINE" gridCode={props.card.gridCode} value={goTo} onChange={setGoTo} />
    </ActionFrame>
  );
}
