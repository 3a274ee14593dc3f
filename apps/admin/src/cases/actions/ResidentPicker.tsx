import { useDeferredValue, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../graphql/gql.ts";
import { ComboBox } from "../../ui/ComboBox.tsx";
import { TagList } from "../../ui/TagList.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";

const residentsDocument = graphql(`
  query PartyResidents($text: String!) {
    residents(text: $text, first: 20) {
      id
      name
      address
    }
  }
`);

export interface ChosenResident {
  id: string;
  label: string;
}

export interface ResidentPickerProps {
  label: string;
  description?: string | undefined;
  value: readonly ChosenResident[];
  onChange: (residents: readonly ChosenResident[]) => void;
  error?: string | undefined;
}

/** Several residents, found by surname or address. Names stay masked: 楼某. */
export function ResidentPicker({ label, description, value, onChange, error }: ResidentPickerProps) {
  const w = useWords(caseWords);
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const [{ data, fetching }] = useQuery({ query: residentsDocument, variables: { text: asked }, pause: asked === "" });
  const chosen = new Set(value.map(({ id }) => id));
  const items = (asked === "" ? [] : (data?.residents ?? []))
    .filter(({ id }) => !chosen.has(id))
    .map(({ id, name, address }) => ({ id, label: name, detail: address ?? undefined }));
  const add = (id: string | null) => {
    const item = items.find((one) => one.id === id);
    if (!item) return;
    onChange([...value, { id: item.id, label: item.detail ? `${item.label} · ${item.detail}` : item.label }]);
    setText("");
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <ComboBox
        // The choice is kept in the list below: the box is empty again for the next one.
        key={value.length}
        label={label}
        description={description}
        error={error}
        items={items}
        value={null}
        onChange={add}
        inputValue={text}
        onInputChange={setText}
        isLoading={fetching}
        placeholder={w.addParty}
      />
      <TagList label={w.parties} tags={value} onRemove={(id) => onChange(value.filter((one) => one.id !== id))} />
    </div>
  );
}
