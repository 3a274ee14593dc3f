import { useDeferredValue, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../graphql/gql.ts";
import { ComboBox } from "../../ui/ComboBox.tsx";
import { Select } from "../../ui/Select.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";

const amendBuildingsDocument = graphql(`
  query AmendBuildings($areas: [ID!]!, $text: String) {
    buildings(areas: $areas, first: 20, text: $text) {
      nodes {
        id
        address
        compoundName
        pinyin
        units {
          id
          no
        }
      }
    }
  }
`);

export interface ChosenPlace {
  buildingId: string;
  unitId: string | null;
}

export interface PlaceFieldsProps {
  area: string;
  /** Where the case is now; absent where it is only being written down. */
  now?: string;
  value: ChosenPlace | null;
  onChange: (place: ChosenPlace | null) => void;
  error?: string | undefined;
}

/** A building, found by its address or pinyin, and then its stairwell unit. */
export function PlaceFields({ area, now, value, onChange, error }: PlaceFieldsProps) {
  const w = useWords(caseWords);
  const [text, setText] = useState("");
  const asked = useDeferredValue(value ? "" : text.trim());
  const [{ data, fetching }] = useQuery({ query: amendBuildingsDocument, variables: { areas: [area], ...(asked ? { text: asked } : {}) } });
  const buildings = data?.buildings.nodes ?? [];
  const [units, setUnits] = useState<readonly { id: string; no: number }[]>([]);
  const choose = (id: string | null) => {
    setUnits(buildings.find((one) => one.id === id)?.units ?? []);
    onChange(id ? { buildingId: id, unitId: null } : null);
  };
  return (
    <>
      <ComboBox
        label={w.placeBuilding}
        {...(now === undefined ? {} : { description: w.placeNow(now) })}
        items={buildings.map(({ id, address, compoundName }) => ({ id, label: address, detail: compoundName ?? undefined }))}
        value={value?.buildingId ?? null}
        onChange={choose}
        inputValue={text}
        onInputChange={setText}
        isLoading={fetching}
        error={error}
      />
      {value && units.length > 0 && (
        <Select
          label={w.unit}
          items={[{ id: "", label: w.noUnit }, ...units.map(({ id, no }) => ({ id, label: w.unitNo(no) }))]}
          value={value.unitId ?? ""}
          onChange={(unitId) => onChange({ ...value, unitId: unitId || null })}
        />
      )}
    </>
  );
}
