import { type ReactNode, useRef, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import { useFoundBuildings, useRecentBuildings } from "./buildings.ts";
import { ChoiceRow } from "./ChoiceRow.tsx";
import type { Draft } from "./draft.ts";
import { FindList } from "./FindList.tsx";
import type { Building } from "./intake-documents.ts";
import { intakeWords } from "./intake-words.ts";

export interface PlaceChoiceProps {
  value: Draft["place"];
  onChange: (place: Draft["place"]) => void;
}

/** The building: one of the last ones, or found by address or pinyin; then, if it matters, the unit. */
export function PlaceChoice({ value, onChange }: PlaceChoiceProps) {
  const words = useWords(intakeWords);
  const recent = useRecentBuildings();
  const [text, setText] = useState("");
  const { found, isLoading } = useFoundBuildings(text);
  const chosen = useRef<HTMLDivElement>(null);
  const isRecentShown = text.trim() === "" && recent.length > 0;

  const choose = (place: Draft["place"]) => {
    onChange(place);
    setText("");
    // What was pressed is gone: the focus goes to what was chosen.
    requestAnimationFrame(() => chosen.current?.focus());
  };
  const chooseBuilding = (id: string) => {
    const building = [...found, ...recent].find((one) => one.id === id);
    if (building) choose({ building, unitId: null });
  };

  if (value !== null) {
    return (
      <>
        <div
          ref={chosen}
          tabIndex={-1}
          className="flex items-center gap-2 rounded-one border border-accent bg-accent-soft py-1 ps-3 pe-1 text-accent-ink"
        >
          <Icon name={value === "unknown" ? "help" : "building"} />
          <p className="min-w-0 flex-1">
            <span className="block font-medium">{value === "unknown" ? words.placeUnknown : value.building.address}</span>
            <Detail>{value === "unknown" ? words.placeUnknownNote : compoundBeside(value.building)}</Detail>
          </p>
          <Button variant="quiet" onPress={() => onChange(null)}>
            {words.change}
          </Button>
        </div>
        {value !== "unknown" && value.building.units.length > 0 && (
          <ChoiceRow
            label={words.unit}
            choices={[{ id: "", label: words.anyUnit }, ...value.building.units.map(({ id, no }) => ({ id, label: words.unitNo(no) }))]}
            value={value.unitId ?? ""}
            onChange={(unitId) => onChange({ building: value.building, unitId: unitId || null })}
          />
        )}
      </>
    );
  }
  return (
    <>
      {isRecentShown && (
        <ul aria-label={words.recent} className="grid grid-cols-2 gap-2">
          {recent.map((building) => (
            <li key={building.id}>
              <Button wide className="h-full min-w-0 flex-col items-start! gap-0! py-1 text-start whitespace-normal!" onPress={() => chooseBuilding(building.id)}>
                {building.address}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FindList
        label={words.place}
        placeholder={words.findBuilding}
        text={text}
        onType={setText}
        found={found.map(({ id, address, compoundName }) => ({ id, label: address, detail: compoundBeside({ address, compoundName }) }))}
        isLoading={isLoading}
        onChoose={chooseBuilding}
        empty={words.notFound}
      />
      <Button variant="quiet" className="self-start" onPress={() => choose("unknown")}>
        {words.unknownPlace}
      </Button>
    </>
  );
}

/** The compound, where the address does not begin with it anyway. */
function compoundBeside({ address, compoundName }: Pick<Building, "address" | "compoundName">): string | null {
  return compoundName && !address.startsWith(compoundName) ? compoundName : null;
}

function Detail({ children }: { children: ReactNode }) {
  return children ? <span className="block text-small">{children}</span> : null;
}
