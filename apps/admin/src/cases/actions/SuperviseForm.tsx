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

const superviseCaseDocument = graphql(`
  mutation SuperviseCase($input: SuperviseCaseInput!) {
    superviseCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 督办: an officer of the street or the district says what he wants, and by when he wants to hear of it. */
export default function SuperviseForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const format = useFormat();
  const now = useNow();
  const { act, send } = useAct(superviseCaseDocument, "supervise", props, ["words", "replyDueOn"]);
  const [words, setWords] = useState("");
  const [replyDueOn, setReplyDueOn] = useState<string | null>(null);
  const submit = () => send({ words, ...(replyDueOn ? { replyDueOn } : {}) }, { words: missing(w.fill(w.superviseWords), words) });
  return (
    <ActionFrame action="supervise" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <TextArea label={w.superviseWords} value={words} onChange={setWords} error={act.errorOf("words")} isRequired autoFocus />
      <DateField label={w.optional(w.replyDueOn)} value={replyDueOn} onChange={setReplyDueOn} min={format.isoDate(now)} error={act.errorOf("replyDueOn")} />
    </ActionFrame>
  );
}
