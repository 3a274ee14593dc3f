import { caseKinds, categories, namesIn, type CaseKind, type Severity, severities } from "@bandeng/domain";
import { Select } from "../../ui/Select.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { LabelledSegments } from "./LabelledSegments.tsx";

export interface Kinds {
  kind: CaseKind;
  category: string | null;
  severity: Severity;
}

export interface KindFieldsProps {
  value: Kinds;
  onChange: (next: Kinds) => void;
  errorOf: (field: string) => string | undefined;
}

/** Kind, category of that kind, and how bad it is. Another kind drops a category that is not for it. */
export function KindFields({ value, onChange, errorOf }: KindFieldsProps) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const ofKind = categories.filter(({ kinds }) => kinds.includes(value.kind));
  return (
    <>
      <LabelledSegments
        label={w.kind}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind, category: categories.some((one) => one.id === value.category && one.kinds.includes(kind)) ? value.category : null })}
        segments={caseKinds.map((kind) => ({ id: kind, label: names.kind[kind] }))}
      />
      <Select
        label={w.category}
        value={value.category}
        onChange={(category) => onChange({ ...value, category })}
        items={ofKind.map((one) => ({ id: one.id, label: one[language] }))}
        error={errorOf("category")}
        isRequired
      />
      <LabelledSegments
        label={w.severity}
        value={value.severity}
        onChange={(severity) => onChange({ ...value, severity })}
        segments={severities.map((severity) => ({ id: severity, label: names.severity[severity] }))}
      />
    </>
  );
}
