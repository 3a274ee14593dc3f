import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { useSettled } from "../intake/buildings.ts";
import { ComboBox } from "../ui/ComboBox.tsx";
import { useLanguage } from "../words/useWords.tsx";
import { areaWorkersDocument, foundResidentsDocument } from "./council-documents.ts";

export interface KnownPersonPickerProps {
  label: string;
  description?: string;
  /** Who works here or in a part of it is offered by name. */
  area: string;
  /** Whether residents are found too, masked, by surname or address. */
  withResidents?: boolean;
  without?: readonly string[];
  value: string | null;
  onChange: (personId: string | null, name: string) => void;
  error?: string | undefined;
  isRequired?: boolean;
}

/** Somebody who works in an area, or one of its residents. */
export function KnownPersonPicker({ area, withResidents = false, without = [], onChange, ...given }: KnownPersonPickerProps) {
  const { language } = useLanguage();
  const names = namesIn(language);
  const [input, setInput] = useState("");
  const sought = useSettled(input.trim(), 200);
  const [workers] = useQuery({ query: areaWorkersDocument, variables: { area } });
  const [residents] = useQuery({ query: foundResidentsDocument, variables: { text: sought }, pause: !withResidents || sought === "" });
  const all = [
    ...(workers.data?.workers ?? []).map(({ id, name, roles }) => ({ id, label: name, detail: roles.map((role) => names.role[role]).join(language === "zh" ? "、" : ", ") })),
    ...(sought === "" ? [] : (residents.data?.residents ?? [])).map(({ id, name, address }) => ({ id, label: name, detail: address ?? undefined })),
  ].filter(({ id }) => !without.includes(id));
  const isChosen = all.some(({ id, label }) => id === given.value && label === input);
  const typed = input.trim().toLowerCase();
  const items = isChosen ? all : all.filter(({ label, detail }) => `${label} ${detail ?? ""}`.toLowerCase().includes(typed));
  return (
    <ComboBox
      {...given}
      onChange={(id) => onChange(id, items.find((item) => item.id === id)?.label ?? "")}
      items={items}
      inputValue={input}
      onInputChange={setInput}
      isLoading={workers.fetching || residents.fetching}
    />
  );
}
