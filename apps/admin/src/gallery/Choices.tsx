import { useState } from "react";
import { CheckBox } from "../ui/CheckBox.tsx";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Switch } from "../ui/Switch.tsx";
import { useWords } from "../words/useWords.tsx";
import { galleryWords } from "./gallery-words.ts";
import { Grid, Section } from "./Specimen.tsx";

const kinds = ["OPINION", "DIFFICULTY", "DISPUTE"] as const;

export function Choices() {
  const w = useWords(galleryWords);
  const { terms } = useWords();
  const [kind, setKind] = useState<(typeof kinds)[number] | null>("DIFFICULTY");
  const [view, setView] = useState<"board" | "list">("board");
  return (
    <Section id="choices" title={w.choices}>
      <Grid>
        <RadioGroup
          label={w.kind}
          value={kind}
          onChange={setKind}
          choices={kinds.map((id) => ({ id, label: terms.kind[id], description: terms.kindWay[id] }))}
        />
        <RadioGroup
          label={w.kind}
          value={null}
          onChange={() => undefined}
          isRequired
          error={w.titleError}
          orientation="horizontal"
          choices={kinds.map((id) => ({ id, label: terms.kind[id] }))}
        />
        <div className="flex flex-col items-start gap-2">
          <SegmentedControl
            label={w.view}
            value={view}
            onChange={setView}
            segments={[
              { id: "board", label: w.viewBoard, icon: "board" },
              { id: "list", label: w.viewList, icon: "menu" },
            ]}
          />
          <CheckBox defaultSelected description={w.onlyOverdueNote}>
            {w.onlyOverdue}
          </CheckBox>
          <CheckBox>{w.photo}</CheckBox>
          <CheckBox isIndeterminate>{w.areas}</CheckBox>
          <Switch label={w.notify} description={w.notifyNote} defaultSelected className="w-full" />
          <Switch label={w.onlyOverdue} className="w-full" />
        </div>
      </Grid>
    </Section>
  );
}
