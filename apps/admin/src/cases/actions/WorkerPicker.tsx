import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { ComboBox } from "../../ui/ComboBox.tsx";
import { useLanguage } from "../../words/useWords.tsx";
import { workersDocument } from "./workers-document.ts";

export interface WorkerPickerProps {
  label: string;
  description?: string | undefined;
  /** The case's grid: who is nearest to it comes first. */
  area: string;
  value: string | null;
  onChange: (personId: string | null) => void;
  error?: string | undefined;
  isRequired?: boolean;
}

/** Somebody who can be given a case, with the roles held there and how much is on that person's desk. */
export function WorkerPicker({ area, ...given }: WorkerPickerProps) {
  const { language } = useLanguage();
  const names = namesIn(language);
  const [input, setInput] = useState("");
  const [{ data, fetching }] = useQuery({ query: workersDocument, variables: { area } });
  const all = (data?.workers ?? []).map(({ id, name, roles, leads }) => ({
    id,
    label: name,
    detail: `${roles.map((role) => names.role[role]).join(language === "zh" ? "、" : ", ")} · ${names.assignment.LEAD} ${leads}`,
  }));
  // Filtered here and not by the box: a box that filters keeps the items it was first drawn with, and these come later.
  const isChosen = all.some(({ id, label }) => id === given.value && label === input);
  const sought = input.trim().toLowerCase();
  const items = isChosen ? all : all.filter(({ label, detail }) => `${label} ${detail}`.toLowerCase().includes(sought));
  return <ComboBox {...given} items={items} inputValue={input} onInputChange={setInput} isLoading={fetching} />;
}
