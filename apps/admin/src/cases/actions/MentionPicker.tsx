import { namesIn } from "@bandeng/domain";
import { useQuery } from "urql";
import { MultiSelect } from "../../ui/MultiSelect.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { workersDocument } from "./workers-document.ts";

export interface MentionPickerProps {
  /** The case's grid: who is nearest to it comes first. */
  area: string;
  value: readonly string[];
  onChange: (personIds: string[]) => void;
  error?: string | undefined;
}

/** Colleagues whom a note names, and who are told of it. Chosen, never guessed from the words. */
export function MentionPicker({ area, value, onChange, error }: MentionPickerProps) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const [{ data }] = useQuery({ query: workersDocument, variables: { area } });
  const items = (data?.workers ?? []).map(({ id, name, roles }) => ({ id, label: name, detail: roles.map((role) => names.role[role]).join(language === "zh" ? "、" : ", ") }));
  return <MultiSelect label={w.mentions} description={w.mentionsNote} items={items} value={value} onChange={onChange} error={error} placeholder={w.mentionsNobody} isSearchable />;
}
