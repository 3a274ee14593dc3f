import { useQuery } from "urql";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { pointCompoundsDocument } from "./point-documents.ts";
import { pointsWords } from "./points-words.ts";

/** A place in words, and the compound it is in. */
export interface PlaceDraft {
  words: string;
  compoundId: string | null;
}

export interface SpokenPlaceFieldsProps {
  /** The grid or community; its community's compounds are offered. */
  area: string;
  value: PlaceDraft;
  onChange: (place: PlaceDraft) => void;
  error: string | undefined;
}

/** Where something is: in words, and in which compound. */
export function SpokenPlaceFields({ area, value, onChange, error }: SpokenPlaceFieldsProps) {
  const w = useWords(pointsWords);
  const [{ data }] = useQuery({ query: pointCompoundsDocument, variables: { areas: [area.slice(0, 12)] }, pause: area.length < 12 });
  const compounds = data?.compounds.nodes ?? [];
  return (
    <>
      <TextField label={w.placeWords} description={w.placeNote} value={value.words} onChange={(words) => onChange({ ...value, words })} error={error} isRequired />
      <Select
        label={w.compound}
        items={[{ id: "", label: w.noCompound }, ...compounds.map(({ id, name }) => ({ id, label: name }))]}
        value={value.compoundId ?? ""}
        onChange={(id) => onChange({ ...value, compoundId: id || null })}
      />
    </>
  );
}
