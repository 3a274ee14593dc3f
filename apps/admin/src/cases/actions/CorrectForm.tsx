import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { caseTimelineDocument } from "../case-documents.ts";
import { caseWords } from "../case-words.ts";
import { sentenceOf } from "../event-sentence.ts";
import { knownNames } from "../known-names.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { useAct } from "./use-act.ts";

const correctCaseDocument = graphql(`
  mutation CorrectCase($input: CorrectCaseInput!) {
    correctCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 更正: takes back the last step, which is named before it is. */
export default function CorrectForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const { act, send } = useAct(correctCaseDocument, "correct", props, ["reason"]);
  const { detail } = useActionDetail(props.card.id);
  const [{ data }] = useQuery({ query: caseTimelineDocument, variables: { id: props.card.id, first: 100 }, requestPolicy: "cache-and-network" });
  const [reason, setReason] = useState("");
  const last = data?.case?.events[0];
  const told = last ? `${last.actor?.name ?? w.system} ${sentenceOf(last, language, knownNames(detail ?? {}, data?.case ?? {}))}` : undefined;
  return (
    <ActionFrame
      action="correct"
      act={act}
      onCancel={props.onCancel}
      onSubmit={() => void send(reason.trim() ? { reason } : {})}
      note={told && w.correctNote(told)}
    >
      <TextArea label={w.optional(w.reason)} description={w.alsoReason} value={reason} onChange={setReason} error={act.errorOf("reason")} autoFocus />
    </ActionFrame>
  );
}
