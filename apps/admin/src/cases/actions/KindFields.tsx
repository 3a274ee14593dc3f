import { caseKinds, fitsKind, namesIn, type CaseKind, type Severity, severities } from "@bandeng/domain";
import { categoriesFor, categoryName, useOwnTrees } from "../../categories/own-trees.ts";
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
  /** Whose categories: those of its community. */
  gridCode: string;
  onChange: (next: Kinds) => void;
  errorOf: (field: string) => string | undefined;
}

/** Kind, category of that kind, and how bad it is. Another kind drops a category that is not for it. */
export function KindFields({ value, gridCode, onChange, errorOf }: KindFieldsProps) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  useOwnTrees();
  const offered = categoriesFor(value.kind, gridCode).map((one) => ({ id: one.id, label: one[language] }));
  const present = value.category !== null && !offered.some(({ id }) => id === value.category) ? [{ id: value.category, label: categoryName(value.category, gridCode, language) ?? value.category }] : [];
  return (
    <>
      <LabelledSegments
        label={w.kind}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind, category: value.category !== null && fitsKind(value.category, kind) ? value.category : null })}
        segments={caseKinds.map((kind) => ({ id: kind, label: names.kind[kind] }))}
      />
      <Select
        label={w.category}
        value={value.category}
        onChange={(category) => onChange({ ...value, category })}
        items={[...offered, ...present]}
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
