import { deadlineRuleNames, namesIn, type DeadlineRuleName } from "@bandeng/domain";
import { useDeferredValue, useState } from "react";
import { useQuery } from "urql";
import { useVerb } from "../people/use-verb.ts";
import { NumberField } from "../ui/NumberField.tsx";
import { Table } from "../ui/Table.tsx";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { deadlinePreviewDocument, setDeadlinesDocument } from "./community-documents.ts";
import { communityWords } from "./community-words.ts";
import type { PanelProps } from "./CommunityTab.tsx";
import { SaveBar } from "./SaveBar.tsx";

type Rules = readonly { name: string; value: number }[];

/** 时限: how long things may take, with what would be overdue today by the values as they stand in the fields. */
export function DeadlinesPanel({ settings, reason, onReload }: PanelProps) {
  const w = useWords(communityWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const [draft, setDraft] = useState<Readonly<Record<string, number>>>({});
  const valueOf = ({ name, value }: { name: string; value: number }) => draft[name] ?? value;
  const changed: Rules = settings.deadlines.filter((rule) => valueOf(rule) !== rule.value && Number.isFinite(valueOf(rule))).map((rule) => ({ name: rule.name, value: valueOf(rule) }));
  const { verb, send } = useVerb(setDeadlinesDocument, [], () => showToast({ tone: "good", title: w.saved }));
  const byName = new Map(settings.deadlines.map((rule) => [rule.name, rule]));
  return (
    <>
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {deadlineRuleNames.map((name: DeadlineRuleName) => {
          const rule = byName.get(name);
          return (
            rule && (
              <NumberField
                key={name}
                label={names.deadlineRule[name]}
                unit={names.deadlineUnit[rule.unit]}
                description={rule.fixed ? w.byLaw : w.usual(rule.default)}
                value={valueOf(rule)}
                onChange={(value) => setDraft((now) => ({ ...now, [name]: value }))}
                minValue={1}
                maxValue={366}
                formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
                isReadOnly={reason !== undefined || rule.fixed}
              />
            )
          );
        })}
      </div>
      <Overdue communityCode={settings.communityCode} rules={useDeferredValue(changed)} />
      <SaveBar
        {...{ verb, reason, onReload }}
        isChanged={changed.length > 0}
        onUndo={() => setDraft({})}
        onSave={() => void send({ id: settings.communityCode, expectedVersion: settings.version, rules: [...changed] })}
      />
    </>
  );
}

function Overdue({ communityCode, rules }: { communityCode: string; rules: Rules }) {
  const w = useWords(communityWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const [{ data }] = useQuery({ query: deadlinePreviewDocument, variables: { communityCode, rules: [...rules] }, requestPolicy: "cache-and-network" });
  const rows = data?.deadlinePreview?.overdue ?? [];
  return (
    <section aria-label={w.preview} className="flex flex-col gap-1">
      <h2 className="font-semibold">{w.preview}</h2>
      <p className="text-small text-ink-soft">{w.previewNote}</p>
      <Table
        caption={w.preview}
        hideCaption
        rows={rows}
        rowId={({ kind, level }) => `${kind} ${level ?? ""}`}
        empty={w.nothingOpen}
        columns={[
          { id: "what", header: w.waitsFor, isRowHeader: true, className: "text-start", cell: ({ kind, level }) => (level ? `${names.due[kind]} · ${names.level[level]}` : names.due[kind]) },
          { id: "open", header: w.open, align: "end", cell: ({ open }) => open },
          { id: "now", header: w.overdueNow, align: "end", cell: ({ now }) => now },
          { id: "would", header: w.overdueThen, align: "end", cell: ({ now, would }) => <span className={would > now ? "font-semibold text-bad" : would < now ? "font-semibold text-good" : ""}>{would}</span> },
        ]}
      />
    </section>
  );
}
