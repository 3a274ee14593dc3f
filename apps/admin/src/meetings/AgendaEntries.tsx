import { consensusRules, namesIn, type AffectedScope, type ConsensusRule } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { KindSeal } from "../cases/CaseMarks.tsx";
import { placeText, shortNo, titleOf } from "../cases/case-text.ts";
import { caseWords } from "../cases/case-words.ts";
import { useSettled } from "../intake/buildings.ts";
import { ComboBox } from "../ui/ComboBox.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Select } from "../ui/Select.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { agendaCasesDocument } from "./meeting-documents.ts";
import { meetingWords } from "./meeting-words.ts";
import { type Entry, entryOf, scopesOf } from "./summon-draft.ts";
import { affectedHouseholdsDocument } from "./summon-documents.ts";

export interface AgendaEntriesProps {
  areas: readonly string[];
  entries: readonly Entry[];
  onChange: (entries: readonly Entry[]) => void;
  error: string | undefined;
}

/** The cases of an agenda, each with whom it concerns; found by number, title or place. */
export function AgendaEntries({ areas, entries, onChange, error }: AgendaEntriesProps) {
  const w = useWords(meetingWords);
  const words = useWords(caseWords);
  const [text, setText] = useState("");
  const sought = useSettled(text.trim(), 200);
  const [{ data, fetching }] = useQuery({
    query: agendaCasesDocument,
    variables: { areas: [...areas], filter: { statuses: ["ACCEPTED", "DELIBERATING", "IN_PROGRESS"], ...(sought === "" ? {} : { text: sought }) } },
    pause: areas.length === 0,
  });
  const found = (data?.cases.nodes ?? []).filter(({ id, visibility }) => visibility === "WHOLE" && !entries.some((entry) => entry.case.id === id));
  return (
    <div className="flex flex-col gap-2">
      {entries.length > 0 && (
        <ol aria-label={w.agenda} className="flex flex-col divide-y divide-line rounded-one border border-line">
          {entries.map((entry) => (
            <li key={entry.case.id}>
              <EntryRow entry={entry} onChange={(next) => onChange(entries.map((one) => (one === entry ? next : one)))} onRemove={() => onChange(entries.filter((one) => one !== entry))} />
            </li>
          ))}
        </ol>
      )}
      <ComboBox
        // Drawn anew for the next one.
        key={entries.length}
        label={entries.length === 0 ? w.cases : w.anotherCase}
        description={w.casesNote}
        items={found.map((c) => ({ id: c.id, label: titleOf(c, words), detail: `${shortNo(c.no)} · ${placeText(c.place, words) || words.placeUnknown}` }))}
        value={null}
        onChange={(id) => {
          const c = found.find((one) => one.id === id);
          if (!c) return;
          setText("");
          onChange([...entries, entryOf(c)]);
        }}
        inputValue={text}
        onInputChange={setText}
        isLoading={fetching}
        error={error}
      />
    </div>
  );
}

function EntryRow({ entry, onChange, onRemove }: { entry: Entry; onChange: (entry: Entry) => void; onRemove: () => void }) {
  const w = useWords(meetingWords);
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { case: c, scope, rule } = entry;
  const title = titleOf(c, words);
  const [{ data, fetching }] = useQuery({ query: affectedHouseholdsDocument, variables: { caseId: c.id, scope, rule } });
  const list = data?.affectedHouseholds;
  const shops = (list ?? []).filter(({ household }) => household.shop).length;
  const told = list ? w.affected(list.length - shops, shops) : data ? w.notComputable : fetching ? w.computing : "";
  return (
    <div className="flex flex-col gap-2 p-2">
      <div className="flex items-start gap-2">
        <KindSeal kind={c.kind} />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{title}</p>
          <p className="text-small text-ink-soft">{placeText(c.place, words) || words.placeUnknown}</p>
        </div>
        <IconButton icon="close" label={w.remove(title)} onPress={onRemove} />
      </div>
      <div className="grid gap-2 sm:grid-cols-[10rem_14rem_1fr] sm:items-end">
        <Select label={w.scope} items={scopesOf(c).map((id) => ({ id, label: names.affectedScope[id] }))} value={scope} onChange={(id) => onChange({ ...entry, scope: id as AffectedScope })} />
        <Select label={w.rule} items={consensusRules.map((id) => ({ id, label: names.consensusRule[id] }))} value={rule} onChange={(id) => onChange({ ...entry, rule: id as ConsensusRule })} />
        <p aria-live="polite" className={`min-h-control content-center ${list === null ? "text-warn" : "text-ink-soft"}`}>
          {told}
        </p>
      </div>
    </div>
  );
}
