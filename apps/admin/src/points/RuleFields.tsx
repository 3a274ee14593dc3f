import { contactRuleKinds, weekdays, type ContactRule } from "@bandeng/domain";
import { NumberField } from "../ui/NumberField.tsx";
import { Select } from "../ui/Select.tsx";
import { useWords } from "../words/useWords.tsx";
import { pointsWords } from "./points-words.ts";

/** A rule of each kind to begin with. */
const first: { readonly [Kind in ContactRule["kind"]]: ContactRule } = {
  ONCE: { kind: "ONCE" },
  WEEKLY: { kind: "WEEKLY", weekday: 1, everyWeeks: 1 },
  MONTHLY_WEEKDAY: { kind: "MONTHLY_WEEKDAY", nth: 1, weekday: 1 },
  MONTHLY_DAY: { kind: "MONTHLY_DAY", day: 10 },
};

/** How contact days come round. */
export function RuleFields({ value, onChange, error }: { value: ContactRule; onChange: (rule: ContactRule) => void; error: string | undefined }) {
  const w = useWords(pointsWords);
  const weekdayItems = weekdays.map((day) => ({ id: String(day), label: w.weekdays[day - 1] ?? "" }));
  return (
    <>
      <Select label={w.rule} items={contactRuleKinds.map((kind) => ({ id: kind, label: w.ruleKinds[kind] }))} value={value.kind} onChange={(kind) => onChange(first[kind as ContactRule["kind"]])} error={error} />
      {value.kind === "MONTHLY_WEEKDAY" && (
        <Select label={w.nth} items={w.nths.map((label, i) => ({ id: String(i + 1), label }))} value={String(value.nth)} onChange={(nth) => onChange({ ...value, nth: Number(nth) })} />
      )}
      {(value.kind === "WEEKLY" || value.kind === "MONTHLY_WEEKDAY") && (
        <Select label={w.weekday} items={weekdayItems} value={String(value.weekday)} onChange={(day) => onChange({ ...value, weekday: Number(day) })} />
      )}
      {value.kind === "WEEKLY" && (
        <Select
          label={w.every}
          items={[{ id: "1", label: w.everyWeek }, { id: "2", label: w.everySecondWeek }]}
          value={String(value.everyWeeks)}
          onChange={(weeks) => onChange({ ...value, everyWeeks: Number(weeks) })}
        />
      )}
      {value.kind === "MONTHLY_DAY" && <NumberField label={w.dayOfMonth} value={value.day} onChange={(day) => onChange({ ...value, day })} minValue={1} maxValue={31} />}
    </>
  );
}
