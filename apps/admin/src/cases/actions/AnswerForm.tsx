import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { TemplateMenu } from "./TemplateMenu.tsx";
import { useAct } from "./use-act.ts";

const answerCaseDocument = graphql(`
  mutation AnswerCase($input: AnswerCaseInput!) {
    answerCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 谈一谈: the lead answers an opinion at once. */
export default function AnswerForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(answerCaseDocument, "answer", props, ["answer"]);
  const [answer, setAnswer] = useState("");
  return (
    <ActionFrame action="answer" act={act} onCancel={props.onCancel} onSubmit={() => void send({ answer }, { answer: missing(w.fill(w.answer), answer) })} note={w.answerNote}>
      <TextArea label={w.answer} value={answer} onChange={setAnswer} error={act.errorOf("answer")} rows={4} isRequired autoFocus />
      <TemplateMenu kind="ANSWER" gridCode={props.card.gridCode} value={answer} onChange={setAnswer} />
    </ActionFrame>
  );
}
