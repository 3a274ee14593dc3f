import { useEffect } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { RetentionPolicyQuery } from "../graphql/graphql.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Table } from "../ui/Table.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { retentionDocument } from "./settings-documents.ts";
import { settingsWords } from "./settings-words.ts";

type Rule = RetentionPolicyQuery["retentionPolicy"][number];

/** How long what is kept, and by which law, as the server goes by. */
export function RetentionPanel() {
  const w = useWords(settingsWords);
  const { ui } = useWords();
  const { language } = useLanguage();
  const [{ data, error, fetching }, ask] = useQuery({ query: retentionDocument, requestPolicy: "network-only" });
  // The server's sentences come in the language that was chosen when they were asked for.
  useEffect(() => ask({ requestPolicy: "network-only" }), [ask, language]);
  const longOf = (days: number) => (days >= 365 && (days % 365 <= 1) ? w.years(Math.round(days / 365)) : w.days(days));
  if (error && !data) {
    return (
      <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching}>
        {w.failedNote}
      </ErrorState>
    );
  }
  return (
    <div className="max-w-4xl">
      <p className="mb-3 text-ink-soft">{w.retentionNote}</p>
      {!data ? (
        <Skeleton label={ui.loading} lines={6} />
      ) : (
        <Table<Rule>
          caption={w.retention}
          hideCaption
          rows={data.retentionPolicy}
          rowId={({ key }) => key}
          columns={[
            { id: "what", header: w.what, cell: ({ what }) => what, isRowHeader: true, className: "min-w-48 text-start" },
            { id: "days", header: w.howLong, cell: ({ days }) => longOf(days), align: "end", className: "whitespace-nowrap" },
            { id: "basis", header: w.basis, cell: ({ basis }) => basis, className: "min-w-56 text-ink-soft" },
          ]}
        />
      )}
    </div>
  );
}
