import { communityOf } from "@bandeng/domain";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { ContractorShownFragment } from "../graphql/graphql.ts";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { ContractorCard } from "./ContractorCard.tsx";
import { contractorsDocument } from "./contractor-documents.ts";
import type { CostsChange, CostsSearch } from "./costs-search.ts";
import { words } from "./costs-words.ts";

const ContractorDialog = lazy(() => import("./ContractorDialog.tsx"));
const pageSize = 30;

interface ContractorsPanelProps {
  areas: readonly string[];
  search: CostsSearch;
  change: (next: CostsChange) => void;
}

/** 施工单位: the firms that can be asked for a quote, with what was thought of their work. */
export function ContractorsPanel({ areas, search, change }: ContractorsPanelProps) {
  const w = useWords(words);
  const viewer = useViewer();
  const communities = [...new Set(areas.map((code) => communityOf(code)))];
  const keeps = areasOfRight(viewer, "KEEP_CONTRACTORS");
  const blocked = keeps.length > 0 ? undefined : w.notKeeper;
  const [after, setAfter] = useState<readonly (string | null)[]>([null]);
  const [open, setOpen] = useState<{ contractor: ContractorShownFragment | null } | null>(null);
  const done = (message: string) => {
    announce(message);
    setOpen(null);
    setAfter([null]);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <SearchField label={w.findContractor} value={search.q ?? ""} onChange={(q) => change({ q: q || undefined })} className="w-full sm:w-72" />
        <Button icon="plus" variant="primary" disabledReason={blocked} onPress={() => setOpen({ contractor: null })} className="sm:ms-auto">
          {w.addContractor}
        </Button>
      </div>
      <ul aria-label={w.contractors} className="grid gap-3 lg:grid-cols-2">
        {after.map((cursor, i) => (
          <Part
            key={`${search.q ?? ""} ${cursor ?? ""}`}
            {...{ communities, cursor, blocked }}
            q={search.q}
            onAmend={(contractor) => setOpen({ contractor })}
            onMore={i === after.length - 1 ? (next) => setAfter([...after, next]) : undefined}
          />
        ))}
      </ul>
      {open && (
        <Suspense>
          <ContractorDialog contractor={open.contractor} areaCode={communityOf(keeps[0] ?? areas[0] ?? "")} onDone={done} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  );
}

interface PartProps {
  communities: readonly string[];
  q: string | undefined;
  cursor: string | null;
  blocked: string | undefined;
  onAmend: (contractor: ContractorShownFragment) => void;
  onMore: ((cursor: string) => void) | undefined;
}

function Part({ communities, q, cursor, blocked, onAmend, onMore }: PartProps) {
  const w = useWords(words);
  const [{ data, error, fetching }, again] = useQuery({ query: contractorsDocument, variables: { areas: [...communities], search: q ?? null, first: pageSize, after: cursor }, requestPolicy: "cache-and-network" });
  if (error && !data)
    return (
      <li className="lg:col-span-2">
        <ErrorState title={w.contractorsFailed} requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching} />
      </li>
    );
  if (!data)
    return (
      <li className="lg:col-span-2">
        <Skeleton label={w.loading} lines={5} />
      </li>
    );
  const { nodes, pageInfo } = data.contractors;
  const next = pageInfo.endCursor;
  return (
    <>
      {nodes.length === 0 && cursor === null && (
        <li className="lg:col-span-2">
          <EmptyState title={q ? w.noContractorFound : w.noContractor} icon="people">
            {q ? null : w.noContractorNote}
          </EmptyState>
        </li>
      )}
      {nodes.map((one) => (
        <ContractorCard key={one.id} contractor={one} blocked={blocked} onAmend={() => onAmend(one)} />
      ))}
      {pageInfo.hasNextPage && next && onMore && (
        <li className="lg:col-span-2">
          <Button onPress={() => onMore(next)}>{w.more}</Button>
        </li>
      )}
    </>
  );
}
