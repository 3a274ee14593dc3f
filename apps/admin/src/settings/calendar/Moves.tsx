import { namesIn } from "@bandeng/domain";
import { Table } from "../../ui/Table.tsx";
import { useFormat, useLanguage, useWords } from "../../words/useWords.tsx";
import type { PreviewShown } from "../calendar-documents.ts";
import { communityWords } from "../community-words.ts";

/** What publishing would move: how many by community, and some cases for whoever sees them. */
export function Moves({ preview: { counted, moved, communities, sample } }: { preview: PreviewShown }) {
  const w = useWords(communityWords);
  const { language } = useLanguage();
  const format = useFormat();
  const names = namesIn(language);
  const hidesCases = moved > 0 && sample.length === 0;
  return (
    <section aria-label={w.showMoves} className="flex flex-col gap-2">
      <p role="status" className="font-medium">
        {moved === 0 ? w.movesNone(counted) : w.moves(moved, counted)}
      </p>
      {hidesCases && <p className="text-ink-soft">{w.noRightOnCases}</p>}
      {communities.length > 0 && (
        <Table
          caption={w.byCommunity}
          rows={communities}
          rowId={({ communityCode }) => communityCode}
          columns={[
            { id: "name", header: w.community, isRowHeader: true, className: "text-start", cell: ({ communityName }) => communityName },
            ...(hidesCases ? [] : [{ id: "levels", header: w.level, cell: ({ levels }: (typeof communities)[number]) => levels.map((one) => `${names.level[one.level]} ${one.moved}`).join(" · ") }]),
            { id: "moved", header: w.moved, align: "end", cell: ({ moved: count }) => count },
          ]}
        />
      )}
      {sample.length > 0 && (
        <Table
          caption={w.sample}
          rows={sample}
          rowId={({ case: c }) => c.id}
          columns={[
            { id: "case", header: w.case, isRowHeader: true, className: "min-w-48 text-start", cell: ({ case: c }) => `${c.title} ${c.no.slice(-9)}` },
            { id: "from", header: w.from, className: "whitespace-nowrap", cell: ({ from }) => format.dateTime(from) },
            { id: "to", header: w.to, className: "whitespace-nowrap font-semibold", cell: ({ to }) => format.dateTime(to) },
          ]}
        />
      )}
    </section>
  );
}
