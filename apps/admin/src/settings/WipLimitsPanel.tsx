import { limitedColumns, namesIn } from "@bandeng/domain";
import { useState } from "react";
import { useVerb } from "../people/use-verb.ts";
import { NumberField } from "../ui/NumberField.tsx";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { setWipLimitsDocument } from "./community-documents.ts";
import { communityWords } from "./community-words.ts";
import type { PanelProps } from "./CommunityTab.tsx";
import { SaveBar } from "./SaveBar.tsx";

/** 在办上限: how many open cases a column should hold at most. */
export function WipLimitsPanel({ settings, reason, onReload }: PanelProps) {
  const w = useWords(communityWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const set = Object.fromEntries(settings.wipLimits.map(({ column, limit }) => [column, limit]));
  const [draft, setDraft] = useState<Readonly<Record<string, number>>>(set);
  const { verb, send } = useVerb(setWipLimitsDocument, [], () => showToast({ tone: "good", title: w.saved }));
  const isChanged = limitedColumns.some((column) => (draft[column] || 0) !== (set[column] ?? 0));
  return (
    <>
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {limitedColumns.map((column) => (
          <NumberField
            key={column}
            label={names.column[column]}
            description={w.noLimit}
            value={draft[column] ?? Number.NaN}
            onChange={(limit) => setDraft((now) => ({ ...now, [column]: limit }))}
            minValue={1}
            maxValue={9999}
            formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
            isReadOnly={reason !== undefined}
          />
        ))}
      </div>
      <SaveBar
        {...{ verb, reason, onReload, isChanged }}
        onUndo={() => setDraft(set)}
        onSave={() =>
          void send({
            id: settings.communityCode,
            expectedVersion: settings.version,
            limits: limitedColumns.flatMap((column) => (draft[column] ? [{ column, limit: draft[column] }] : [])),
          })
        }
      />
    </>
  );
}
