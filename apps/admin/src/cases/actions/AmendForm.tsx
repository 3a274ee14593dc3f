import { namesIn, urgencyTags, type UrgencyTag } from "@bandeng/domain";
import { useState } from "react";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Label } from "react-aria-components/Label";
import { graphql } from "../../graphql/gql.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { placeText } from "../case-text.ts";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { KindFields, type Kinds } from "./KindFields.tsx";
import { missing } from "./missing.ts";
import { type ChosenPlace, PlaceFields } from "./PlaceFields.tsx";
import { type ChosenResident, ResidentPicker } from "./ResidentPicker.tsx";
import { useAct } from "./use-act.ts";

const amendCaseDocument = graphql(`
  mutation AmendCase($input: AmendCaseInput!) {
    amendCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** Puts right what was written down. Only what was changed is sent, so that nothing of somebody else's is written over. */
export default function AmendForm(props: ActionFormProps) {
  const { card } = props;
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { act, send } = useAct(amendCaseDocument, "amend", props, ["title", "kind", "category", "severity", "place", "gridCode", "tags", "parties", "partyIds"]);
  const [title, setTitle] = useState(card.title);
  const [before] = useState<Kinds>({ kind: card.kind, category: card.category ?? null, severity: card.severity ?? "NORMAL" });
  const [kinds, setKinds] = useState(before);
  const [tags, setTags] = useState<readonly UrgencyTag[]>(card.tags);
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const [parties, setParties] = useState<readonly ChosenResident[]>([]);
  const needsCategory = card.category !== null && kinds.category === null;
  const submit = () =>
    send(
      {
        ...(title === card.title ? {} : { title }),
        ...(kinds.kind === before.kind ? {} : { kind: kinds.kind }),
        ...(kinds.category === before.category || kinds.category === null ? {} : { category: kinds.category }),
        ...(kinds.severity === before.severity ? {} : { severity: kinds.severity }),
        ...(tags.toSorted().join() === card.tags.toSorted().join() ? {} : { tags: [...tags] }),
        ...(place ? { place: { buildingId: place.buildingId, ...(place.unitId ? { unitId: place.unitId } : {}) } } : {}),
        ...(kinds.kind === "DISPUTE" && parties.length > 0 ? { partyIds: parties.map(({ id }) => id) } : {}),
      },
      { title: missing(w.fill(w.title), title), category: needsCategory ? w.chooseOne(w.category) : undefined },
    );
  return (
    <ActionFrame action="amend" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <TextField label={w.title} value={title} onChange={setTitle} error={act.errorOf("title")} maxLength={80} isRequired autoFocus />
      <KindFields value={kinds} gridCode={props.card.gridCode} onChange={setKinds} errorOf={act.errorOf} />
      <CheckboxGroup value={[...tags]} onChange={(next) => setTags(urgencyTags.filter((tag) => next.includes(tag)))} className="flex flex-col">
        <Label className="font-medium">{w.tags}</Label>
        <div className="flex flex-wrap gap-x-4">
          {urgencyTags.map((tag) => (
            <CheckBox key={tag} value={tag}>
              {names.tag[tag]}
            </CheckBox>
          ))}
        </div>
      </CheckboxGroup>
      <PlaceFields
        area={card.gridCode.slice(0, 12)}
        now={placeText(card.place, w) || w.placeUnknown}
        value={place}
        onChange={setPlace}
        error={act.errorOf("place") ?? act.errorOf("gridCode")}
      />
      {kinds.kind === "DISPUTE" && (
        <ResidentPicker
          label={w.parties}
          description={before.kind === "DISPUTE" ? w.partiesAmendHelp : w.partiesHelp}
          value={parties}
          onChange={setParties}
          error={act.errorOf("parties") ?? act.errorOf("partyIds")}
        />
      )}
    </ActionFrame>
  );
}
