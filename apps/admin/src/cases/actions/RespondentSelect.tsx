import { useWords } from "../../words/useWords.tsx";
import { Select } from "../../ui/Select.tsx";
import { caseWords } from "../case-words.ts";
import type { CaseDetailFragment } from "../../graphql/graphql.ts";

export interface RespondentSelectProps {
  label: string;
  respondents: CaseDetailFragment["respondents"];
  value: string | null;
  onChange: (key: string) => void;
  error?: string | undefined;
}

/** Whose word it is. Two residents of one masked name are told apart by their order and the number of attempts. */
export function RespondentSelect({ label, respondents, value, onChange, error }: RespondentSelectProps) {
  const w = useWords(caseWords);
  const isTwice = (name: string) => respondents.filter((one) => one.name === name).length > 1;
  const items = respondents.map((one, index) => ({
    id: one.key,
    label: isTwice(one.name) ? `${one.name} (${index + 1})` : one.name,
    detail: `${one.as === "PARTY" ? w.asParty : one.as === "PAYER" ? w.asPayer : w.asReporter}${one.attempts > 0 ? ` · ${w.attempts(one.attempts)}` : ""}`,
  }));
  return <Select label={label} items={items} value={value} onChange={onChange} error={error} isRequired />;
}
