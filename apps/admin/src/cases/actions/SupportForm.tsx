import { channels, namesIn, type Channel } from "@bandeng/domain";
import { useRef, useState } from "react";
import { useClient } from "urql";
import { newIdempotencyKey } from "../../client/idempotency.ts";
import { requestIdOf } from "../../client/request-id.ts";
import { graphql } from "../../graphql/gql.ts";
import type { AddOpinionInput, RefusalSaidFragment } from "../../graphql/graphql.ts";
import { opinionWords } from "../../opinions/opinion-words.ts";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import type { Act, Problems } from "./use-act.ts";

const addOpinionDocument = graphql(`
  mutation SupportCase($input: AddOpinionInput!) {
    addOpinion(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

const fields = ["words", "channel", "reporterName", "reporterPhone"];
const nothing: Omit<Act, "errorOf"> & { problems: Problems } = { isPending: false, refusal: null, conflict: null, failure: null, answered: 0, problems: {} };

/** 并入民意: somebody else speaks of this matter. No version: whatever happened to the case meanwhile, it was said. */
export default function SupportForm({ card, onDone, onCancel }: ActionFormProps) {
  const w = useWords(opinionWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const client = useClient();
  const key = useRef<{ said: string; key: string } | null>(null);
  const [words, setWords] = useState("");
  const [channel, setChannel] = useState<Channel>("PHONE");
  const [reporterName, setName] = useState("");
  const [reporterPhone, setPhone] = useState("");
  const [state, setState] = useState(nothing);
  const settle = (next: Partial<typeof nothing>) => setState((now) => ({ ...nothing, answered: now.answered + 1, ...next }));

  async function send(): Promise<void> {
    const problem = missing(w.supportMissing, words);
    if (problem) return settle({ problems: { words: problem } });
    const given = { caseId: card.id, words, channel, ...(reporterName.trim() ? { reporterName, ...(reporterPhone.trim() ? { reporterPhone } : {}) } : {}) };
    const said = JSON.stringify(given);
    // The very same words after a lost answer are the same act.
    if (key.current?.said !== said) key.current = { said, key: newIdempotencyKey() };
    const input: AddOpinionInput = { ...given, idempotencyKey: key.current.key };
    setState((now) => ({ ...now, isPending: true, failure: null }));
    const { data, error } = await client.mutation(addOpinionDocument, { input }).toPromise();
    if (!data) return settle({ failure: { isOffline: Boolean(error?.networkError), message: error?.graphQLErrors[0]?.message ?? "", requestId: requestIdOf(error) } });
    if (data.addOpinion.refusal) return settle({ refusal: data.addOpinion.refusal });
    settle({});
    onDone({ action: "support", case: data.addOpinion.case ?? null });
  }

  const { problems, refusal, ...shown } = state;
  // The rules call the words a text.
  const pathOf = ({ path }: RefusalSaidFragment) => (path === "text" ? "words" : path);
  const isOfField = refusal !== null && fields.includes(pathOf(refusal) ?? "");
  const act: Act = {
    ...shown,
    refusal: isOfField ? null : refusal,
    errorOf: (field) => problems[field] ?? (refusal && pathOf(refusal) === field ? refusal.message : undefined),
  };
  return (
    <ActionFrame action="support" act={act} onCancel={onCancel} onSubmit={() => void send()} note={w.supportNote}>
      <TextArea label={w.supportWords} value={words} onChange={setWords} error={act.errorOf("words")} isRequired autoFocus />
      <Select label={w.channel} items={channels.map((id) => ({ id, label: names.channel[id] }))} value={channel} onChange={(id) => setChannel(channels.find((one) => one === id) ?? "PHONE")} />
      <TextField label={w.supportName} description={w.supportNameNote} value={reporterName} onChange={setName} error={act.errorOf("reporterName")} maxLength={40} />
      {reporterName.trim() !== "" && <TextField label={w.supportPhone} type="tel" value={reporterPhone} onChange={setPhone} error={act.errorOf("reporterPhone")} maxLength={30} />}
    </ActionFrame>
  );
}
