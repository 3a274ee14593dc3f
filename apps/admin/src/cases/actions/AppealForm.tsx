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

const appealCaseDocument = graphql(`
  mutation AppealCase($input: AppealCaseInput!) {
    appealCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** The reporter objects to a refusal; written down by whoever hears it. */
export default function AppealForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(appealCaseDocument, "appeal", props, ["respondent", "words"]);
  const { detail } = useActionDetail(props.card.id);
  const reporters = (detail?.respondents ?? []).filter(({ as }) => as === "REPORTER");
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState("");
  // One reporter, the usual case, needs no choice.
  const respondent = chosen ?? (reporters.length === 1 ? (reporters[0]?.key ?? null) : null);
  const submit = () =>
    send({ respondent: respondent ?? "", words }, { respondent: missing(w.chooseOne(w.respondent), respondent), words: missing(w.fill(w.appealWords), words) });
  return (
    <ActionFrame action="appeal" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <RespondentSelect label={w.respondent} respondents={reporters} value={respondent} onChange={setChosen} error={act.errorOf("respondent")} />
      <TextArea label={w.appealWords} value={words} onChange={setWords} error={act.errorOf("words")} isRequired autoFocus />
    </ActionFrame>
  );
}
