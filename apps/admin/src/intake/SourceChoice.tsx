import { channels } from "@bandeng/domain";
import { type ComponentType, lazy, Suspense } from "react";
import { namesOf } from "../board/names-of.ts";
import type { WorkerPickerProps } from "../cases/actions/WorkerPicker.tsx";
import { areasOf, useViewer } from "../session/viewer.ts";
import { Select } from "../ui/Select.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { ChoiceRow } from "./ChoiceRow.tsx";
import type { Draft } from "./draft.ts";
import { intakeWords } from "./intake-words.ts";
import { useSources } from "./sources.ts";

/** It asks the server who works here: without a network there is nobody to choose. */
const WorkerPicker = lazy<ComponentType<WorkerPickerProps>>(() =>
  import("../cases/actions/WorkerPicker.tsx").then((found) => ({ default: found.WorkerPicker })).catch(() => ({ default: () => null })),
);

export interface SourceChoiceProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

/** How it reached the community; at which point, on which contact day, or through whom. */
export function SourceChoice({ draft, onChange }: SourceChoiceProps) {
  const words = useWords(intakeWords);
  const { language } = useLanguage();
  const viewer = useViewer();
  const names = namesOf(language).channel;
  return (
    <>
      <ChoiceRow
        label={words.channel}
        choices={channels.map((id) => ({ id, label: names[id] }))}
        value={draft.channel}
        onChange={(channel) => onChange({ channel })}
      />
      {draft.channel === "POINT" && <Point value={draft.pointId} onChange={(pointId) => onChange({ pointId })} />}
      {draft.channel === "CONTACT_DAY" && <Day value={draft.contactDayId} onChange={(contactDayId) => onChange({ contactDayId })} />}
      {draft.channel === "PROXY" && (
        <Suspense>
          <WorkerPicker
            label={words.proxy}
            description={words.proxyNote(viewer.person.name)}
            area={areasOf(viewer)[0] ?? ""}
            value={draft.proxyId}
            onChange={(proxyId) => onChange({ proxyId })}
          />
        </Suspense>
      )}
    </>
  );
}

interface OneOf {
  value: string | null;
  onChange: (id: string | null) => void;
}

function Point({ value, onChange }: OneOf) {
  const words = useWords(intakeWords);
  const { points } = useSources();
  return (
    <Select
      label={words.point}
      items={[{ id: "none", label: words.pointUnknown }, ...points.map(({ id, name, areaName }) => ({ id, label: name, detail: areaName }))]}
      value={value ?? "none"}
      onChange={(id) => onChange(id === "none" ? null : id)}
    />
  );
}

function Day({ value, onChange }: OneOf) {
  const words = useWords(intakeWords);
  const format = useFormat();
  const now = useNow();
  const { days } = useSources();
  return (
    <Select
      label={words.contactDay}
      items={[
        { id: "none", label: words.contactDayUnknown },
        ...days.map(({ id, date, from, place }) => ({ id, label: `${format.shortDate(`${date}T${from}:00+08:00`, now)} ${from}`, detail: place.words })),
      ]}
      value={value ?? "none"}
      onChange={(id) => onChange(id === "none" ? null : id)}
    />
  );
}
