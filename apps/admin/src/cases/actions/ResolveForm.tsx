import { useState } from "react";
import { expertWords } from "../../experts/expert-words.ts";
import { openFactsOf } from "../../experts/open-facts.ts";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { Notice } from "./Notice.tsx";
import { TemplateMenu } from "./TemplateMenu.tsx";
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
  const help = useWords(expertWords);
  const { detail } = useActionDetail(props.card.id);
  const open = openFactsOf(detail?.facts ?? []);
  const [result, setResult] = useState("");
  return (
    <ActionFrame action="resolve" act={act} onCancel={props.onCancel} onSubmit={() => void send({ result }, { result: missing(w.fill(w.result), result) })}>
      {open > 0 && <Notice tone="warn">{help.openFactsWarning(open)}</Notice>}
      <TextArea label={w.result} description={w.resultHelp} value={result} onChange={setResult} error={act.errorOf("result")} rows={4} isRequired autoFocus />
      <TemplateMenu kind="RESULT" gridCode={props.card.gridCode} value={result} onChange={setResult} />
    </ActionFrame>
  );
}
