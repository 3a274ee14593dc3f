import { useState } from "react";
import { expertWords } from "../../experts/expert-words.ts";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const askFactDocument = graphql(`
  mutation AskFact($input: AskFactInput!) {
    askFact(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 提出待核实事项: something that somebody has to go and look at. */
export default function AskFactForm(props: ActionFormProps) {
  const w = useWords(expertWords);
  const { act, send } = useAct(askFactDocument, "askFact", props, ["question"]);
  const [question, setQuestion] = useState("");
  return (
    <ActionFrame action="askFact" act={act} onCancel={props.onCancel} onSubmit={() => void send({ question }, { question: missing(w.fill(w.question), question) })}>
      <TextArea label={w.question} description={w.questionNote} value={question} onChange={setQuestion} error={act.errorOf("question")} rows={2} isRequired autoFocus />
    </ActionFrame>
  );
}
