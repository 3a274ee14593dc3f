import { contactKinds, namesIn, type ContactKind } from "@bandeng/domain";
import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { MentionPicker } from "./MentionPicker.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const recordContactDocument = graphql(`
  mutation RecordContact($input: RecordContactInput!) {
    recordContact(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** A human event: a visit, a call, a note, the result told. After resolving, telling the result is what is due. */
export default function ContactForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { act, send } = useAct(recordContactDocument, "contact", props, ["kind", "words", "mentions"]);
  const [kind, setKind] = useState<ContactKind>(props.card.status === "RESOLVED" ? "RESULT_TOLD" : "PHONE");
  const [words, setWords] = useState("");
  const [mentions, setMentions] = useState<readonly string[]>([]);
  return (
    <ActionFrame action="contact" act={act} onCancel={props.onCancel} onSubmit={() => void send({ kind, words, mentions: [...mentions] }, { words: missing(w.fill(w.words), words) })}>
      <RadioGroup
        label={w.contactKind}
        value={kind}
        onChange={setKind}
        choices={contactKinds.map((one) => ({ id: one, label: names.contact[one] }))}
        error={act.errorOf("kind")}
        orientation="horizontal"
      />
      <TextArea label={w.words} value={words} onChange={setWords} error={act.errorOf("words")} isRequired autoFocus />
      <MentionPicker area={props.card.gridCode} value={mentions} onChange={setMentions} error={act.errorOf("mentions")} />
    </ActionFrame>
  );
}
