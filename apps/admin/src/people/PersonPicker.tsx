import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { useSettled } from "../intake/buildings.ts";
import { ComboBox } from "../ui/ComboBox.tsx";
import { useLanguage } from "../words/useWords.tsx";
import { usePeople } from "./use-people.ts";

export interface PersonPickerProps {
  label: string;
  areas: readonly string[];
  /** Who cannot be chosen. */
  without: readonly string[];
  value: string | null;
  onChange: (personId: string | null, name: string) => void;
  error?: string | undefined;
  isRequired?: boolean;
}

/** Somebody who holds a role in these areas today, found by name, with the roles held. */
export function PersonPicker({ areas, without, onChange, ...given }: PersonPickerProps) {
  const { language } = useLanguage();
  const names = namesIn(language);
  const [input, setInput] = useState("");
  const [chosen, setChosen] = useState("");
  const sought = useSettled(input.trim(), 200);
  const { people, isReading } = usePeople({ areas, text: sought === "" || sought === chosen ? undefined : sought });
  const items = (people ?? [])
    .filter(({ id, roles }) => !without.includes(id) && roles.some(({ inForce }) => inForce))
    .map(({ id, name, roles }) => ({
      id,
      label: name,
      detail: [...new Set(roles.filter(({ inForce }) => inForce).map(({ role, areaName }) => `${names.role[role]} · ${areaName}`))].join(language === "zh" ? "、" : ", "),
    }));
  const choose = (id: string | null) => {
    const name = items.find((item) => item.id === id)?.label ?? "";
    setChosen(name);
    onChange(id, name);
  };
  return <ComboBox {...given} onChange={choose} items={items} inputValue={input} onInputChange={setInput} isLoading={isReading} />;
}
