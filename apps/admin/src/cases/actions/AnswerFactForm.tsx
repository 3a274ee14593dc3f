import { useState } from "react";
import { expertWords } from "../../experts/expert-words.ts";
import { FactSelect, openOnes } from "../../experts/FactSelect.tsx";
import { useCaseHelp } from "../../experts/use-case-help.ts";
import { graphql } from "../../graphql/gql.ts";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useFormat, useWords } from "../../words/useWords.tsx";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const answerFactDocument = graphql(`
  mutation AnswerFact($input: AnswerFactInput!) {
    answerFact(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

const NONE = "none";

/** Answers a question of fact: with a file of the case that shows it, or with words on where it can be seen. */
export default function AnswerFactForm(props: ActionFormProps) {
  const w = useWords(expertWords);
  const format = useFormat();
  const { act, send } = useAct(answerFactDocument, "answerFact", props, ["factId", "answer", "evidence", "attachmentId"]);
  const { help, isReading } = useCaseHelp(props.card.id);
  const { detail } = useActionDetail(props.card.id);
  const open = openOnes(help?.facts);
  const [chosen, setChosen] = useState<string | null>(null);
  const [answer, setAnswer] = useState("");
  const [evidence, setEvidence] = useState("");
  const [attachment, setAttachment] = useState<string>(NONE);
  const factId = chosen ?? (open.length === 1 ? (open[0]?.id ?? null) : null);
  const attachmentId = attachment === NONE ? null : attachment;
  const files = (detail?.attachments ?? []).map((one) => ({ id: one.id, label: one.name || w.photoOf(format.dateTime(one.addedAt)), detail: format.dateTime(one.addedAt) }));
  const submit = () =>
    send(
      { factId: factId ?? "", answer, evidence, attachmentId },
      { factId: missing(w.choose(w.fact), factId), answer: missing(w.fill(w.factAnswer), answer), evidence: attachmentId === null ? missing(w.fill(w.evidence), evidence) : undefined },
    );
  return (
    <ActionFrame action="answerFact" act={act} onCancel={props.onCancel} onSubmit={() => void submit()} blockedReason={open.length === 0 && !isReading ? w.noOpenFact : undefined}>
      <FactSelect facts={open} value={factId} onChange={setChosen} error={act.errorOf("factId")} />
      <TextArea label={w.factAnswer} value={answer} onChange={setAnswer} error={act.errorOf("answer")} rows={2} isRequired />
      {files.length > 0 && <Select label={w.attachment} items={[{ id: NONE, label: w.noAttachment }, ...files]} value={attachment} onChange={setAttachment} error={act.errorOf("attachmentId")} />}
      <TextArea label={w.evidence} description={w.evidenceNote} value={evidence} onChange={setEvidence} error={act.errorOf("evidence")} rows={2} isRequired={attachmentId === null} />
    </ActionFrame>
  );
}
