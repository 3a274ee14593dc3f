import { caseKinds, caseLevels, caseStatuses, namesIn, severities, urgencyTags } from "@bandeng/domain";
import { useQuery } from "urql";
import { Button } from "../ui/Button.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { MultiSelect } from "../ui/MultiSelect.tsx";
import type { OptionItem } from "../ui/Option.tsx";
import type { PanelProps } from "../ui/PanelButton.tsx";
import { Popover } from "../ui/Popover.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { compoundsDocument, leadsDocument } from "./board-lists.ts";
import { countFilters, filterKeys, type BoardSearch } from "./board-search.ts";
import type { SearchChange } from "./use-board-search.ts";

export interface FilterPanelProps {
  areas: readonly string[];
  search: BoardSearch;
  change: (next: SearchChange) => void;
}

const items = <Key extends string>(keys: readonly Key[], names: Readonly<Record<Key, string>>): OptionItem[] => keys.map((id) => ({ id, label: names[id] }));

/** Everything the board can be narrowed by; it takes effect at once and stands in the address. */
export default function FilterPanel({ areas, search, change, triggerRef, onClose }: PanelProps & FilterPanelProps) {
  const { board: w } = useWords();
  const names = namesIn(useLanguage().language);
  // Workers are told for one area: of several the first, whose leads are the ones most looked for.
  const [leads] = useQuery({ query: leadsDocument, variables: { area: areas[0] ?? "", first: 100 }, pause: areas.length === 0 });
  const [compounds] = useQuery({ query: compoundsDocument, variables: { areas: [...areas], first: 100 }, pause: areas.length === 0 });
  const some = (ids: string[]) => (ids.length > 0 ? ids : undefined) as never;
  const closed = { className: "min-w-0" };
  return (
    <Popover label={w.filter} triggerRef={triggerRef} isOpen onOpenChange={(open) => !open && onClose()} className="w-[min(34rem,calc(100vw-1rem))]">
      <div className="grid gap-3 sm:grid-cols-2">
        <MultiSelect {...closed} label={w.kinds} items={items(caseKinds, names.kind)} value={search.kind ?? []} onChange={(ids) => change({ kind: some(ids) })} />
        <MultiSelect {...closed} label={w.severities} items={items(severities, names.severity)} value={search.severity ?? []} onChange={(ids) => change({ severity: some(ids) })} />
        <MultiSelect {...closed} label={w.levels} items={items(caseLevels, names.level)} value={search.level ?? []} onChange={(ids) => change({ level: some(ids) })} />
        <MultiSelect {...closed} label={w.statuses} items={items(caseStatuses.slice(0, 7), names.status)} value={search.status ?? []} onChange={(ids) => change({ status: some(ids) })} />
        <MultiSelect {...closed} label={w.tags} items={items(urgencyTags, names.tag)} value={search.tag ?? []} onChange={(ids) => change({ tag: some(ids) })} />
        <MultiSelect
          {...closed}
          label={w.leads}
          isSearchable
          items={(leads.data?.workers ?? []).map(({ id, name, leads: count, roles }) => ({ id, label: name, detail: `${roles.map((role) => names.role[role]).join("、")} · ${w.bulkLeads(count)}` }))}
          value={search.lead ?? []}
          onChange={(ids) => change({ lead: some(ids) })}
        />
        <MultiSelect
          {...closed}
          label={w.compounds}
          isSearchable
          items={(compounds.data?.compounds.nodes ?? []).map(({ id, name, pinyin }) => ({ id, label: name, search: pinyin }))}
          value={search.compound ?? []}
          onChange={(ids) => change({ compound: some(ids) })}
        />
        <div className="flex flex-col">
          {(["overdue", "withoutLead", "asks", "adopted"] as const).map((key) => (
            <CheckBox key={key} isSelected={search[key] === true} onChange={(isOn) => change({ [key]: isOn ? true : undefined })}>
              {key === "overdue" ? w.overdueOnly : w[key]}
            </CheckBox>
          ))}
        </div>
      </div>
      {countFilters(search) > 0 && (
        <div className="mt-3 flex justify-end border-t border-line pt-3">
          <Button onPress={() => change(Object.fromEntries(filterKeys.map((key) => [key, undefined])))}>{w.clearFilter}</Button>
        </div>
      )}
    </Popover>
  );
}
