import { namesIn } from "@bandeng/domain";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { Section } from "../cases/Section.tsx";
import { requestIdOf } from "../client/request-id.ts";
import { Button } from "../ui/Button.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { feeStatementDocument } from "./cost-documents.ts";
import type { PartGiven } from "./cost-task.ts";
import { words } from "./costs-words.ts";
import { statementRows, type StatementRow } from "./statement.ts";

const StatementSheet = lazy(() => import("./StatementSheet.tsx"));

/** 公示表: what may hang in the stairwell, by room and without a name, as the server hands it out. */
export function Statement({ plan }: PartGiven) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const [isPrinting, setPrinting] = useState(false);
  // Asked anew with every version: a receipt changes it.
  const [{ data, error, fetching }, again] = useQuery({ query: feeStatementDocument, variables: { costPlanId: plan.id }, requestPolicy: "network-only" });
  if (error && !data) return <ErrorState title={w.statementFailed} requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching} />;
  if (!data) return <Skeleton label={w.loading} lines={6} />;
  const statement = data.feeStatement;
  if (!statement) return <p className="text-ink-soft">{w.noStatement}</p>;
  return (
    <Section
      title={w.statement}
      aside={
        <Button size="small" icon="printer" isPending={isPrinting} onPress={() => setPrinting(true)}>
          {w.printStatement}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="flex items-start gap-2 text-small text-ink-soft">
          <Icon name="eye-off" size="small" className="mt-0.5" />
          {w.statementNote}
        </p>
        <p>
          {names.costMethod[statement.method]} · {statement.basis}
        </p>
        <Table<StatementRow>
          caption={w.statement}
          hideCaption
          rows={statementRows(statement)}
          rowId={({ id }) => id}
          columns={[
            { id: "room", header: w.door, isRowHeader: true, className: "whitespace-nowrap", cell: ({ room }) => room },
            { id: "share", header: w.share, align: "end", className: "whitespace-nowrap tabular-nums", cell: ({ shareFen }) => format.money(shareFen) },
            { id: "paid", header: w.borne, align: "end", className: "whitespace-nowrap tabular-nums", cell: ({ paidFen }) => (paidFen > 0 ? format.money(paidFen) : "–") },
            { id: "state", header: w.state, className: "whitespace-nowrap", cell: ({ state }) => names.shareState[state] },
            ...(statement.final ? [{ id: "refund", header: w.refund, align: "end" as const, className: "whitespace-nowrap tabular-nums", cell: ({ refundFen }: StatementRow) => (refundFen > 0 ? format.money(refundFen) : "–") }] : []),
          ]}
        />
      </div>
      {isPrinting && (
        <Suspense>
          <StatementSheet statement={statement} onPrinted={() => setPrinting(false)} />
        </Suspense>
      )}
    </Section>
  );
}
