import { useState } from "react";
import { ComboBox } from "../ui/ComboBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { MultiSelect } from "../ui/MultiSelect.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Select } from "../ui/Select.tsx";
import { TagList } from "../ui/TagList.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { galleryWords } from "./gallery-words.ts";
import { Grid, Section } from "./Specimen.tsx";

export default function Fields() {
  const w = useWords(galleryWords);
  const { terms } = useWords();
  const [kind, setKind] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>("b2");
  const [found, setFound] = useState("");
  const [compounds, setCompounds] = useState(["b1", "b2"]);
  const [day, setDay] = useState<string | null>("2024-08-26");
  const places = [
    { id: "b1", label: w.building1, detail: "340802001007001", search: "cjx caojiaxiang" },
    { id: "b2", label: w.building2, detail: "340802001007002", search: "xlj xilinjie" },
    { id: "b3", label: w.building3, detail: "340802001007003", search: "thgl tianhougonglu" },
  ];
  return (
    <Section id="fields" title={w.fields}>
      <Grid>
        <TextField label={w.title} description={w.titleHelp} defaultValue={w.titleSample} isRequired />
        <TextField label={w.title} error={w.titleError} isRequired />
        <TextField label={w.title} icon="pin" placeholder={w.placePlaceholder} isReadOnly />
        <TextArea label={w.reason} placeholder={w.reasonPlaceholder} />
        <NumberField label={w.households} unit={w.unit} defaultValue={1762} minValue={0} />
        <DateField label={w.date} value={day} onChange={setDay} min="2024-01-01" />
        <DateField label={w.date} value={null} onChange={() => undefined} error={w.titleError} />
        <SearchField label={w.find} placeholder={w.findPlaceholder} defaultValue="cjx" />
        <Select
          label={w.kind}
          value={kind}
          onChange={setKind}
          items={(["OPINION", "DIFFICULTY", "DISPUTE"] as const).map((id) => ({ id, label: terms.kind[id], detail: terms.kindWay[id] }))}
        />
        <ComboBox label={w.place} items={places} value={place} onChange={setPlace} />
        <ComboBox
          label={w.place}
          placeholder={w.placePlaceholder}
          items={places.filter((one) => `${one.label} ${one.search}`.includes(found))}
          value={null}
          onChange={() => undefined}
          inputValue={found}
          onInputChange={setFound}
          isLoading={found.length > 3}
        />
        <div className="flex flex-col gap-2">
          <MultiSelect label={w.compounds} items={places} value={compounds} onChange={setCompounds} isSearchable />
          <TagList
            label={w.filters}
            tags={places.filter((one) => compounds.includes(one.id))}
            onRemove={(id) => setCompounds(compounds.filter((one) => one !== id))}
          />
        </div>
      </Grid>
    </Section>
  );
}
