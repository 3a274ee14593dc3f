import { plusNaturalDays, type LocalDate } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { useAsked } from "../people/use-asked.ts";
import { Chip } from "../ui/Chip.tsx";
import { DateField } from "../ui/DateField.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { coverageDocument } from "./point-documents.ts";
import { pointsWords } from "./points-words.ts";

/** Which compounds were reached in a period, those longest without a contact day first. */
export function CoveragePanel({ areas }: { areas: readonly string[] }) {
  const w = useWords(pointsWords);
  const format = useFormat();
  const { today } = useAsked();
  const [from, setFrom] = useState<LocalDate | null>(plusNaturalDays(today, -89));
  const [to, setTo] = useState<LocalDate | null>(today);
  const isPeriod = from !== null && to !== null && from <= to;
  const [{ data, error, fetching }, ask] = useQuery({ query: coverageDocument, variables: { areas: [...areas], from: from ?? today, to: to ?? today }, pause: !isPeriod, requestPolicy: "cache-and-network" });
  const idle = (days: number | null) => days ?? Number.MAX_SAFE_INTEGER;
  const nodes = data?.coverage.nodes.toSorted((a, b) => idle(b.daysSince) - idle(a.daysSince)) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <div role="group" aria-label={w.period} className="flex flex-wrap gap-3">
        <DateField label={w.periodFrom} value={from} onChange={setFrom} className="w-48" {...(to === null ? {} : { max: to })} />
        <DateField label={w.periodTo} value={to} onChange={setTo} className="w-48" {...(from === null ? {} : { min: from })} />
      </div>
      {error && !data ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      ) : !data ? (
        <Skeleton label={w.loading} lines={6} />
      ) : data.coverage.den === 0 ? (
        <EmptyState title={w.noCompounds} icon="building" />
      ) : (
        <>
          <p>
            <span className="text-lead font-semibold">{w.covered(data.coverage.num, data.coverage.den)}</span>
            <span className="text-ink-soft"> {w.coveredNote}</span>
          </p>
          <Table
            caption={w.coverage}
            hideCaption
            rows={nodes}
            rowId={({ compoundId }) => compoundId}
            columns={[
              { id: "name", header: w.compoundColumn, isRowHeader: true, cell: ({ name }) => name },
              { id: "covered", header: w.coveredColumn, cell: ({ covered }) => <Chip tone={covered ? "good" : "warn"} icon={covered ? "check" : "alert"}>{covered ? w.yes : w.no}</Chip> },
              { id: "last", header: w.lastColumn, cell: ({ lastHeldOn, daysSince }) => (lastHeldOn === null ? w.never : `${format.date(lastHeldOn)} · ${w.daysAgo(daysSince ?? 0)}`) },
              { id: "held", header: w.heldColumn, align: "end", cell: ({ held }) => held },
              { id: "reached", header: w.reachedColumn, align: "end", cell: ({ reached }) => reached },
              { id: "point", header: w.pointColumn, cell: ({ hasPoint }) => (hasPoint ? w.hasPoint : w.hasNone) },
            ]}
          />
          {data.coverage.pageInfo.hasNextPage && <p className="text-ink-soft">{w.onlyFirst}</p>}
        </>
      )}
    </div>
  );
}
