import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const resolveCaseDocument = graphql(`
  mutation ResolveCase($input: ResolveCaseInput!) {
    resolveCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** The lead states the result; whether it is one the respondents say. */
export default function ResolveForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(resolveCaseDocument, "resolve", props, ["result"]);
  const [result, setResult] = useState("");
  return (
    <ActionFrame action="resolve" act={act} onCancel={props.onCancel} onSubmit={() => void send({ result }, { result: missing(w.fill(w.result), result) })}>
      <TextArea label={w.result} description={w.resultHelp} value={result} onChange={setResult} error={act.errorOf("result")} rows={4} isRequired autoFocus />
    </ActionFrame>
  );
}
