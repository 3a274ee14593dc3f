import { useNavigate, useSearch } from "@tanstack/react-router";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import { present } from "../frame/search-params.ts";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { auditDocument } from "./audit-document.ts";
import { filterOf, type AuditChange } from "./audit-search.ts";
import { auditWords } from "./audit-words.ts";
import { AuditDetails } from "./AuditDetails.tsx";
import { AuditFilters } from "./AuditFilters.tsx";
import { AuditTable } from "./AuditTable.tsx";
import { VerifiedLine } from "./VerifiedLine.tsx";

const PAGE = 50;

/** Who did what to which record from where; for administrators. */
export function AuditPage() {
  const words = useWords();
  const w = useWords(auditWords);
  const viewer = useViewer();
  const areas = areasOfRight(viewer, "READ_AUDIT");
  return (
    <Page title={words.pages.audit}>
      {areas.length === 0 ? (
        <EmptyState icon="lock" title={w.notAllowed}>
          {w.notAllowedNote}
        </EmptyState>
      ) : (
        <Audit areas={areas} />
      )}
    </Page>
  );
}

function Audit({ areas }: { areas: readonly string[] }) {
  const w = useWords(auditWords);
  const search = useSearch({ from: "/frame/audit" });
  const navigate = useNavigate({ from: "/audit" });
  const filter = filterOf(search);
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: auditDocument,
    variables: { areas: [...areas], filter, first: PAGE, after: search.after ?? null },
    requestPolicy: "cache-and-network",
  });
  const { nodes = [], pageInfo, verifiedUpTo } = data?.audit ?? {};
  /** Another filter begins at the latest row. */
  const narrow = (change: AuditChange) => void navigate({ search: ({ after: _after, row: _row, ...kept }) => present({ ...kept, ...change }) });
  const open = (row: string | undefined) => void navigate({ search: ({ row: _row, ...kept }) => (row === undefined ? kept : { ...kept, row }), replace: row === undefined });
  const shown = nodes.find(({ id }) => id === search.row);
  const nameOf = (id: string) => nodes.find(({ personId }) => personId === id)?.person?.name ?? id;
  return (
    <div className="flex flex-col gap-3">
      {data && <VerifiedLine verified={verifiedUpTo ?? null} />}
      <AuditFilters search={search} onChange={narrow} onClear={() => void navigate({ search: {} })} nameOf={nameOf} />
      {error && !data ? (
        <ErrorState onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching} requestId={requestIdOf(error)} />
      ) : !data ? (
        <Skeleton label={w.loading} lines={8} />
      ) : nodes.length === 0 ? (
        <EmptyState icon="audit" title={filter ? w.emptyFiltered : w.empty} action={filter && <Button onPress={() => void navigate({ search: {} })}>{w.clearFilters}</Button>}>
          {!filter && w.emptyNote}
        </EmptyState>
      ) : (
        <AuditTable rows={nodes} isBehind={stale} onOpen={open} />
      )}
      {data && (search.after || pageInfo?.hasNextPage) && (
        <div className="flex flex-wrap justify-end gap-2">
          {search.after && (
            <Button icon="chevron-left" onPress={() => narrow({})}>
              {w.newest}
            </Button>
          )}
          {pageInfo?.hasNextPage && pageInfo.endCursor != null && (
            <Button iconAfter="chevron-right" onPress={() => narrow({ after: pageInfo.endCursor as string })}>
              {w.older}
            </Button>
          )}
        </div>
      )}
      {shown && <AuditDetails row={shown} onClose={() => open(undefined)} onNarrow={narrow} />}
    </div>
  );
}
