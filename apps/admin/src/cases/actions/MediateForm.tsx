import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { words } from "../../mediation/mediation-words.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { Notice } from "./Notice.tsx";
import { useAct } from "./use-act.ts";
import { WorkerPicker } from "./WorkerPicker.tsx";

const openMediationDocument = graphql(`
  mutation OpenMediation($input: OpenMediationInput!) {
    openMediation(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 开始人民调解: between which parties, by whom, and whether they have agreed to it. */
export default function MediateForm(props: ActionFormProps) {
  const w = useWords(words);
  const cw = useWords(caseWords);
  const { act, send } = useAct(openMediationDocument, "mediate", props, ["partyKeys", "mediatorIds"]);
  const { detail } = useActionDetail(props.card.id);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [mediator, setMediator] = useState<string | null>(null);
  const [consented, setConsented] = useState(true);
  const parties = (detail?.parties ?? []).flatMap(({ key, side, person }) => (key ? [{ key, label: `${person?.name ?? cw.anonymous} · ${w.side(side)}` }] : []));
  const keys = parties.map(({ key }) => key).filter((key) => !left.includes(key));
  const submit = () =>
    send(
      { partyKeys: keys, mediatorIds: mediator === null ? [] : [mediator], consented },
      { partyKeys: keys.length < 2 ? w.openPartiesMissing : undefined, mediatorIds: missing(w.choose(w.mediator), mediator) },
    );
  const wrong = act.errorOf("partyKeys");
  return (
    <ActionFrame action="mediate" act={act} note={w.free} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <fieldset className="flex min-w-0 flex-col">
        <legend className="text-small text-ink-soft">{w.openParties}</legend>
        {parties.map(({ key, label }) => (
          <CheckBox key={key} isSelected={!left.includes(key)} onChange={(on) => setLeft(on ? left.filter((one) => one !== key) : [...left, key])}>
            {label}
          </CheckBox>
        ))}
      </fieldset>
      {wrong && <Notice tone="bad">{wrong}</Notice>}
      <WorkerPicker label={w.mediator} description={w.mediatorNote} area={props.card.gridCode} value={mediator} onChange={setMediator} error={act.errorOf("mediatorIds")} isRequired />
      <CheckBox isSelected={consented} onChange={setConsented}>
        {w.consented}
      </CheckBox>
    </ActionFrame>
  );
}
