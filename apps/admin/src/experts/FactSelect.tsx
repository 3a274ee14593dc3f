import { Select } from "../ui/Select.tsx";
import { useWords } from "../words/useWords.tsx";
import { expertWords } from "./expert-words.ts";
import type { ShownFact } from "./use-case-help.ts";

export interface FactSelectProps {
  facts: readonly ShownFact[];
  value: string | null;
  onChange: (id: string) => void;
  error: string | undefined;
}

/** The questions of a case that nobody has answered or withdrawn. */
export function openOnes(facts: readonly ShownFact[] | undefined): readonly ShownFact[] {
  return (facts ?? []).filter((fact) => fact.answeredAt == null && fact.withdrawnAt == null);
}

/** One of the open questions. */
export function FactSelect({ facts, value, onChange, error }: FactSelectProps) {
  const w = useWords(expertWords);
  return <Select label={w.fact} items={facts.map(({ id, question }) => ({ id, label: question }))} value={value} onChange={onChange} error={error} isRequired />;
}
