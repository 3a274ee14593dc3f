import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { answerExpertCallDocument } from "../../experts/expert-documents.ts";
import { expertWords } from "../../experts/expert-words.ts";
import { askedOf, useCaseHelp } from "../../experts/use-case-help.ts";
import { useVerb } from "../../people/use-verb.ts";
import { VerbForm } from "../../people/VerbForm.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import type { ActionFormProps } from "./action-form.ts";
import { missing } from "./missing.ts";

/** Writes down what an expert said on the phone; a call has no version of the case. */
export default function AnswerCallForm({ card, onDone, onCancel }: ActionFormProps) {
  const w = useWords(expertWords);
  const { language } = useLanguage();
  const { help, isReading } = useCaseHelp(card.id);
  const { verb, send } = useVerb(answerExpertCallDocument, ["callId"], (answer) => onDone({ action: "answerCall", case: answer.case ?? null }));
  const open = (help?.expertCalls ?? []).flatMap((call) => {
    const asked = askedOf(call);
    return asked ? [{ id: call.id, name: asked.person?.name ?? w.someone, ask: call.ask }] : [];
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<"yes" | "no" | null>(null);
  const callId = chosen ?? (open.length === 1 ? (open[0]?.id ?? null) : null);
  const name = open.find(({ id }) => id === callId)?.name;
  const submit = () => send({ callId: callId ?? "", accepted: said === "yes" }, { callId: missing(w.choose(w.call), callId), said: missing(w.choose(w.answerIs), said) });
  return (
    <VerbForm title={namesIn(language).action.answerCall} note={open.length === 0 && !isReading ? w.noOpenCall : undefined} verb={verb} onSubmit={() => void submit()} onCancel={onCancel}>
      <Select label={w.call} items={open.map((one) => ({ id: one.id, label: one.name, detail: one.ask }))} value={callId} onChange={setChosen} error={verb.errorOf("callId")} isRequired />
      <RadioGroup
        label={name ? w.answerOf(name) : w.answerIs}
        value={said}
        onChange={setSaid}
        choices={[
          { id: "yes", label: w.accepts },
          { id: "no", label: w.declines },
        ]}
        error={verb.errorOf("said")}
        isRequired
      />
    </VerbForm>
  );
}
