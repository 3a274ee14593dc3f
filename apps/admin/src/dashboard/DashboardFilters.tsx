import { caseKinds, categories, namesIn } from "@bandeng/domain";
import { GridButton } from "../grids/GridButton.tsx";
import { areasOf, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { DateField } from "../ui/DateField.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Select } from "../ui/Select.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { neighbourOn, periodOf, type DashboardChange, type DashboardSearch } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { useToday } from "./use-figures.ts";

const ANY = "ANY";
const noon = (day: string) => `${day}T12:00:00+08:00`;

/** The period in words: 2024年8月. */
export function usePeriodText(search: DashboardSearch): string {
  const w = useWords(dashboardWords);
  const format = useFormat();
  const { from, to } = periodOf(search, useToday());
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (search.period === "CUSTOM") return w.periodIs(format.date(noon(from)), format.date(noon(to)));
  return search.period === "MONTH" ? w.monthIs(year, month) : search.period === "QUARTER" ? w.quarterIs(year, Math.ceil(month / 3)) : w.yearIs(year);
}

/** Area, period, kind, category, and as of which day: everything stands in the address. */
export function DashboardFilters({ search, onChange }: { search: DashboardSearch; onChange: (change: DashboardChange) => void }) {
  const w = useWords(dashboardWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const own = areasOf(useViewer());
  const today = useToday();
  const text = usePeriodText(search);
  const period = periodOf(search, today);
  return (
    <section aria-label={w.filters} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <GridButton areas={search.grid ?? own} chosen={search.grid} onChoose={(grid) => onChange({ grid })} />
        <SegmentedControl
          label={w.period}
          segments={(["MONTH", "QUARTER", "YEAR", "CUSTOM"] as const).map((id) => ({ id, label: w.periods[id] }))}
          value={search.period ?? "YEAR"}
          onChange={(id) => onChange({ period: id === "YEAR" ? undefined : id, from: undefined, to: undefined })}
        />
        {search.period !== "CUSTOM" && (
          <span className="flex items-center gap-1">
            <IconButton icon="chevron-left" label={w.previousPeriod} onPress={() => onChange({ on: neighbourOn(search, today, -1) })} />
            <span aria-live="polite" className="min-w-20 text-center font-medium tabular-nums">
              {text}
            </span>
            <IconButton icon="chevron-right" label={w.nextPeriod} onPress={() => onChange({ on: neighbourOn(search, today, 1) })} />
          </span>
        )}
      </div>
      <div className="flex flex-wrap items-end gap-2">
        {search.period === "CUSTOM" && (
          <>
            <DateField label={w.from} value={period.from} onChange={(from) => onChange({ from: from ?? undefined })} max={period.to} className="w-44" />
            <DateField label={w.to} value={period.to} onChange={(to) => onChange({ to: to ?? undefined })} min={period.from} className="w-44" />
          </>
        )}
        <Select label={w.kind} items={[{ id: ANY, label: w.anyKind }, ...caseKinds.map((id) => ({ id, label: names.kind[id] }))]} value={search.kind ?? ANY} onChange={(id) => onChange({ kind: caseKinds.find((one) => one === id), category: undefined })} className="w-36" />
        <Select
          label={w.category}
          items={[{ id: ANY, label: w.anyCategory }, ...categories.filter(({ kinds }) => search.kind === undefined || kinds.includes(search.kind)).map((one) => ({ id: one.id, label: one[language] }))]}
          value={search.category ?? ANY}
          onChange={(id) => onChange({ category: id === ANY ? undefined : id })}
          className="w-44"
        />
        <DateField label={w.asOf} value={search.asOf ?? null} onChange={(day) => onChange({ asOf: day === null || day >= today ? undefined : day })} max={today} className="w-44" />
        {search.asOf !== undefined && (
          <Button icon="history" onPress={() => onChange({ asOf: undefined })}>
            {w.toNow}
          </Button>
        )}
      </div>
    </section>
  );
}
