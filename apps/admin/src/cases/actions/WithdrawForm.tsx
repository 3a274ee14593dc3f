import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { RespondentSelect } from "./RespondentSelect.tsx";
import { useAct } from "./use-act.ts";

const withdrawCaseDocument = graphql(`
  mutation WithdrawCase($input: WithdrawCaseInput!) {
    withdrawCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 撤回, at the wish of the one reporter. */
export default function WithdrawForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(withdrawCaseDocument, "withdraw", props, ["respondent"]);
  const { detail } = useActionDetail(props.card.id);
  const reporters = (detail?.respondents ?? []).filter(({ as }) => as === "REPORTER");
  const [chosen, setChosen] = useState<string | null>(null);
  const respondent = chosen ?? (reporters.length === 1 ? (reporters[0]?.key ?? null) : null);
  const submit = () => send({ respondent: respondent ?? "" }, { respondent: missing(w.chooseOne(w.respondent), respondent) });
  return (
    <ActionFrame action="withdraw" act={act} onCancel={props.onCancel} onSubmit={() => void submit()} note={w.withdrawNote} isDangerous>
      <RespondentSelect label={w.respondent} respondents={reporters} value={respondent} onChange={setChosen} error={act.errorOf("respondent")} />
    </ActionFrame>
  );
}
