import type { CaseDetailFragment } from "../../graphql/graphql.ts";
import { Select } from "../../ui/Select.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";

export interface WhistleSelectProps {
  whistles: CaseDetailFragment["whistles"];
  value: string | null;
  onChange: (id: string) => void;
  error?: string | undefined;
}

/** One of the whistles that still run. */
export function WhistleSelect({ whistles, value, onChange, error }: WhistleSelectProps) {
  const w = useWords(caseWords);
  const items = whistles.map(({ id, departmentName, ask }) => ({ id, label: departmentName, detail: ask }));
  return <Select label={w.whistle} items={items} value={value} onChange={onChange} error={error} isRequired />;
}
