import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const referUpCaseDocument = graphql(`
  mutation ReferUpCase($input: ReferUpCaseInput!) {
    referUpCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** The case leaves the community: what was tried before. */
export default function ReferUpForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(referUpCaseDocument, "referUp", props, ["tried"]);
  const [tried, setTried] = useState("");
  return (
    <ActionFrame action="referUp" act={act} onCancel={props.onCancel} onSubmit={() => void send({ tried }, { tried: missing(w.fill(w.tried), tried) })}>
      <TextArea label={w.tried} value={tried} onChange={setTried} error={act.errorOf("tried")} rows={4} isRequired autoFocus />
    </ActionFrame>
  );
}
