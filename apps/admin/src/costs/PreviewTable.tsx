import type { CostDoorFragment, CostShownFragment } from "../graphql/graphql.ts";
import { CheckBox } from "../ui/CheckBox.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { doorNamesOf, squareMetres } from "./cost-text.ts";
import { words } from "./costs-words.ts";
import { SumLine } from "./SumLine.tsx";
import { YuanField } from "./YuanField.tsx";

interface PreviewRow {
  household: CostDoorFragment;
  areaCm2?: number | null;
  /** Null for whoever takes no part. */
  shareFen: number | null;
}

interface PreviewTableProps {
  plan: Pick<CostShownFragment, "households">;
  rows: readonly PreviewRow[];
  without: ReadonlySet<string>;
  onWithout: (without: ReadonlySet<string>) => void;
  toShareFen: number;
  sumFen: number;
  /** The shares are being computed anew. */
  isStale: boolean;
  /** Of CUSTOM: what was typed for each. */
  amounts?: { of: (id: string) => string; change: (id: string, yuan: string) => void; errorOf: (id: string) => string | undefined };
  error: string | undefined;
}

/** Who would pay what, with the sum that has to match; a tick less takes a door out. */
export function PreviewTable({ rows, without, onWithout, toShareFen, sumFen, isStale, amounts, error }: PreviewTableProps) {
  const w = useWords(words);
  const format = useFormat();
  const name = doorNamesOf({ households: rows as unknown as CostShownFragment["households"] }, w);
  const toggle = (id: string, takesPart: boolean) => {
    const next = new Set(without);
    if (takesPart) next.delete(id);
    else next.add(id);
    onWithout(next);
  };
  return (
    <div className="flex flex-col gap-2" aria-busy={isStale}>
      <Table
        caption={w.preview}
        rows={rows}
        rowId={({ household }) => household.id}
        columns={[
          {
            id: "door",
            header: w.door,
            isRowHeader: true,
            cell: ({ household }) => (
              <CheckBox isSelected={!without.has(household.id)} onChange={(takesPart) => toggle(household.id, takesPart)}>
                {name(household)}
              </CheckBox>
            ),
          },
          { id: "area", header: w.area, align: "end", className: "whitespace-nowrap tabular-nums text-ink-soft", cell: ({ areaCm2 }) => (areaCm2 == null ? w.areaUnknown : squareMetres(areaCm2)) },
          {
            id: "share",
            header: w.share,
            align: "end",
            className: "whitespace-nowrap tabular-nums",
            cell: ({ household, shareFen }) =>
              without.has(household.id) || (shareFen === null && !isStale) ? (
                <span className="text-ink-soft">{w.takesNoPart}</span>
              ) : amounts ? (
                <YuanField label={w.shareOf(name(household))} hideLabel value={amounts.of(household.id)} onChange={(yuan) => amounts.change(household.id, yuan)} error={amounts.errorOf(household.id)} className="ms-auto w-32" />
              ) : shareFen === null ? (
                "–"
              ) : (
                format.money(shareFen)
              ),
          },
        ]}
      />
      <SumLine {...{ toShareFen, sumFen }} />
      {error && (
        <p role="alert" className="flex items-start gap-1.5 text-bad">
          <Icon name="alert" size="small" className="mt-0.5" />
          {error}
        </p>
      )}
    </div>
  );
}
