import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { RespondentSelect } from "./RespondentSelect.tsx";
import { useAct } from "./use-act.ts";

const reopenCaseDocument = graphql(`
  mutation ReopenCase($input: ReopenCaseInput!) {
    reopenCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** A reporter says that it is not solved after all. */
export default function ReopenForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(reopenCaseDocument, "reopen", props, ["respondent", "words"]);
  const { detail } = useActionDetail(props.card.id);
  const reporters = (detail?.respondents ?? []).filter(({ as }) => as === "REPORTER");
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState("");
  // One reporter, the usual case, needs no choice.
  const respondent = chosen ?? (reporters.length === 1 ? (reporters[0]?.key ?? null) : null);
  const submit = () =>
    send({ respondent: respondent ?? "", words }, { respondent: missing(w.chooseOne(w.respondent), respondent), words: missing(w.fill(w.reopenWords), words) });
  return (
    <ActionFrame action="reopen" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <RespondentSelect label={w.respondent} respondents={reporters} value={respondent} onChange={setChosen} error={act.errorOf("respondent")} />
      <TextArea label={w.reopenWords} value={words} onChange={setWords} error={act.errorOf("words")} isRequired autoFocus />
    </ActionFrame>
  );
}
