import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const deliberateCaseDocument = graphql(`
  mutation DeliberateCase($input: DeliberateCaseInput!) {
    deliberateCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 议一议: it goes before a bench meeting, or was before one. */
export default function DeliberateForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(deliberateCaseDocument, "deliberate", props, ["where"]);
  const [where, setWhere] = useState("");
  return (
    <ActionFrame action="deliberate" act={act} onCancel={props.onCancel} onSubmit={() => void send({ where }, { where: missing(w.fill(w.where), where) })}>
      <TextArea label={w.where} value={where} onChange={setWhere} error={act.errorOf("where")} rows={2} isRequired autoFocus />
    </ActionFrame>
  );
}
