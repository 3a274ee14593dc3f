import { meetingStatuses, namesIn } from "@bandeng/domain";
import { ExportMenu } from "../exports/ExportMenu.tsx";
import type { ListAsked } from "../exports/take-file.ts";
import { GridButton } from "../grids/GridButton.tsx";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { MultiSelect } from "../ui/MultiSelect.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { monthsOn, weekOf } from "./calendar-days.ts";
import { meetingWords } from "./meeting-words.ts";
import type { MeetingsSearch, MeetingView } from "./meetings-search.ts";

export interface MeetingsToolbarProps {
  search: MeetingsSearch;
  view: MeetingView;
  day: string;
  today: string;
  areas: readonly string[];
  /** What is on the screen, for the file of it. */
  query: ListAsked["query"];
  /** Why nobody can be summoned by whoever looks. */
  reason: string | undefined;
  change: (next: Partial<Record<keyof MeetingsSearch, unknown>>) => void;
}

/** Which grids, states and days are shown; and 召集. */
export function MeetingsToolbar({ search, view, day, today, areas, query, reason, change }: MeetingsToolbarProps) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const step = (by: 1 | -1) => change({ day: view === "week" ? weekStep(day, by) : monthsOn(`${day.slice(0, 7)}-01`, by) });
  const week = weekOf(day);
  const title = view === "week" ? w.weekOf(format.date(week[0] as string), format.date(week[6] as string)) : w.month(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div className="flex items-center gap-1">
        <IconButton icon="chevron-left" label={view === "week" ? w.lastWeek : w.lastMonth} onPress={() => step(-1)} />
        <h2 className="min-w-36 text-center font-semibold" aria-live="polite">
          {title}
        </h2>
        <IconButton icon="chevron-right" label={view === "week" ? w.nextWeek : w.nextMonth} onPress={() => step(1)} />
        <Button size="small" variant="quiet" onPress={() => change({ day: undefined })} {...(day === today ? { "aria-current": "date" as const } : {})}>
          {w.today}
        </Button>
      </div>
      <SegmentedControl
        label={w.view}
        value={view}
        onChange={(next) => change({ view: next })}
        segments={[
          { id: "month", label: w.monthView },
          { id: "week", label: w.weekView },
          { id: "list", label: w.listView },
        ]}
      />
      <GridButton areas={areas} chosen={search.grid} onChoose={(grid) => change({ grid })} />
      <MultiSelect
        label={w.status}
        hideLabel
        placeholder={w.everyStatus}
        className="w-36"
        items={meetingStatuses.map((id) => ({ id, label: names.meetingStatus[id] }))}
        value={search.status ?? []}
        onChange={(status) => change({ status: status.length > 0 ? status : undefined })}
      />
      <div className="ms-auto flex flex-wrap gap-2">
        <ExportMenu list="meetings" query={query} />
        <Button icon="edit" disabledReason={reason} onPress={() => change({ dialog: "record" })}>
          {w.record}
        </Button>
        <Button variant="primary" icon="bench" disabledReason={reason} onPress={() => change({ dialog: "summon" })}>
          {w.summon}
        </Button>
      </div>
    </div>
  );
}

function weekStep(day: string, by: 1 | -1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 7 * 86_400_000).toISOString().slice(0, 10);
}
