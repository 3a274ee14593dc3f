import { type Severity, type UrgencyTag } from "@bandeng/domain";
import { type ReactNode, useState } from "react";
import { namesOf } from "../board/names-of.ts";
import { categoriesFor, categoryName, useOwnTrees } from "../categories/own-trees.ts";
import { communitiesOf, useViewer } from "../session/viewer.ts";
import { Icon } from "../ui/Icon.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { ChoicesRow } from "./ChoiceRow.tsx";
import { type Draft, momentOf, type Problems } from "./draft.ts";
import { intakeWords } from "./intake-words.ts";
import { SourceChoice } from "./SourceChoice.tsx";

const tags: readonly UrgencyTag[] = ["URGENT", "DIFFICULT", "WORRYING", "LONGED_FOR"];
const severities: readonly Severity[] = ["LOW", "NORMAL", "HIGH"];

export interface DetailsProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  problems: Problems;
}

/** What has a usual answer: folded on a phone with the answers in view, open at a desk. */
export function Details({ draft, onChange, problems }: DetailsProps) {
  const words = useWords(intakeWords);
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const names = namesOf(language);
  useOwnTrees();
  const [area] = communitiesOf(useViewer());
  const [isWide] = useState(() => matchMedia("(width >= 64rem)").matches);
  const [isOpen, setOpen] = useState(isWide || draft.voiced !== null);
  const fitting = categoriesFor(draft.kind, area);
  const moment = draft.voiced && momentOf(draft.voiced);
  const summary = [names.channel[draft.channel], moment ? format.dateTime(moment) : words.voicedNow, draft.category && categoryName(draft.category, area, language)];
  return (
    <details open={isOpen || problems.voiced !== undefined} onToggle={(event) => setOpen(event.currentTarget.open)} className="group/more border-t border-line pt-2">
      <summary className="flex min-h-control items-center gap-2 rounded-one">
        <Icon name="chevron-right" size="small" className="text-ink-soft transition-transform group-open/more:rotate-90" />
        <span className="font-medium">{words.details}</span>
        <span className="min-w-0 flex-1 truncate text-end text-small text-ink-soft group-open/more:invisible">{summary.filter(Boolean).join(" · ")}</span>
      </summary>
      <div className="flex flex-col gap-4 pt-2">
        <Line name={words.channel}>
          <SourceChoice {...{ draft, onChange }} />
        </Line>
        <Line name={words.voiced}>
          <SegmentedControl
            label={words.voiced}
            value={draft.voiced === null ? "now" : "earlier"}
            onChange={(when) => onChange({ voiced: when === "now" ? null : { day: null, time: "09:00" } })}
            segments={[
              { id: "now", label: words.voicedNow },
              { id: "earlier", label: words.voicedEarlier },
            ]}
            className="self-start"
          />
          {draft.voiced === null && <p className="text-small text-ink-soft">{words.voicedNote}</p>}
          {moment && (
            <p role="status" className="rounded-one bg-warn-soft px-3 py-2 text-warn">
              {words.lateEntry(format.date(moment), format.shortDate(now, now))}
            </p>
          )}
          {draft.voiced && (
            <VoicedEarlier value={draft.voiced} onChange={(voiced) => onChange({ voiced })} error={problems.voiced && words.problem[problems.voiced]} />
          )}
        </Line>
        {draft.severity !== "SAFETY" && (
          <Line name={words.severity}>
            <SegmentedControl
              label={words.severity}
              value={draft.severity}
              onChange={(severity) => onChange({ severity })}
              segments={severities.map((id) => ({ id, label: names.severity[id] }))}
              className="self-start"
            />
          </Line>
        )}
        <Select
          label={words.category}
          items={[{ id: "none", label: words.categoryNone }, ...fitting.map((category) => ({ id: category.id, label: category[language] }))]}
          value={draft.category ?? "none"}
          onChange={(id) => onChange({ category: id === "none" ? null : id })}
        />
        <Line name={words.tags}>
          <ChoicesRow label={words.tags} choices={tags.map((id) => ({ id, label: names.tag[id] }))} value={draft.tags} onChange={(chosen) => onChange({ tags: chosen })} />
        </Line>
      </div>
    </details>
  );
}

interface VoicedEarlierProps {
  value: { day: string | null; time: string };
  onChange: (voiced: { day: string | null; time: string }) => void;
  error: string | undefined;
}

/** The day and the time that stand on the paper: the device's own wheels, which a thumb knows and which need no network. */
function VoicedEarlier({ value, onChange, error }: VoicedEarlierProps) {
  const words = useWords(intakeWords);
  return (
    <div className="grid grid-cols-2 gap-2">
      <TextField label={words.day} type="date" value={value.day ?? ""} onChange={(day) => onChange({ ...value, day: day || null })} error={error} isRequired />
      <TextField label={words.time} type="time" value={value.time} onChange={(time) => onChange({ ...value, time })} isRequired />
    </div>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      {/* The control carries the same name for screen readers. */}
      <span aria-hidden="true" className="font-medium">
        {name}
      </span>
      {children}
    </div>
  );
}
