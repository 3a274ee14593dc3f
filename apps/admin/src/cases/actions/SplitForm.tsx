import { useState } from "react";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { graphql } from "../../graphql/gql.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useFormat, useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const splitCaseDocument = graphql(`
  mutation SplitCase($input: SplitCaseInput!) {
    splitCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** Some opinions are another matter: they leave as a new, linked case. */
export default function SplitForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const format = useFormat();
  const { act, send } = useAct(splitCaseDocument, "split", props, ["opinionIds", "title"]);
  const { detail } = useActionDetail(props.card.id);
  const [opinionIds, setOpinionIds] = useState<string[]>([]);
  const [title, setTitle] = useState("");
  const all = detail?.opinions ?? [];
  const error = act.errorOf("opinionIds");
  const isUneven = opinionIds.length === 0 || opinionIds.length === all.length;
  const submit = () => send({ opinionIds, title }, { opinionIds: isUneven ? w.opinionsHelp : undefined, title: missing(w.fill(w.newTitle), title) });
  return (
    <ActionFrame action="split" act={act} onCancel={props.onCancel} onSubmit={() => void submit()} note={w.opinionsHelp}>
      <CheckboxGroup value={opinionIds} onChange={setOpinionIds} isInvalid={error !== undefined} className="flex flex-col">
        <Label className="font-medium">{w.opinions}</Label>
        {all.map(({ id, words, reporter, voicedAt }) => (
          <CheckBox key={id} value={id} description={`${reporter?.name ?? w.anonymous} · ${format.date(voicedAt)}`}>
            {words}
          </CheckBox>
        ))}
        <FieldError className="text-small text-bad">{error ? () => error : undefined}</FieldError>
      </CheckboxGroup>
      <TextField label={w.newTitle} value={title} onChange={setTitle} error={act.errorOf("title")} maxLength={80} isRequired />
    </ActionFrame>
  );
}
