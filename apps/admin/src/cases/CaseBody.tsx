import type { CaseAction } from "@bandeng/domain";
import { requestIdOf } from "../client/request-id.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { CaseHeader } from "./CaseHeader.tsx";
import { CaseTabs } from "./CaseTabs.tsx";
import { caseWords } from "./case-words.ts";
import { RiskLine } from "./RiskLine.tsx";
import type { CaseRead } from "./use-case.ts";

/** The case, or what stands in its place while it is fetched, when it failed, and when there is none. */
export function CaseBody({ read, onAct }: { read: CaseRead; onAct: (action: CaseAction) => void }) {
  const w = useWords(caseWords);
  const { detail, head, error } = read;
  if (read.isMissing) return <EmptyState title={w.notFound} icon="search">{w.notFoundNote}</EmptyState>;
  return (
    <div className="flex flex-col gap-4">
      {head && <CaseHeader card={head} />}
      {detail && <RiskLine risk={detail.risk} />}
      {detail && <CaseTabs detail={detail} onAct={onAct} onChanged={read.reload} />}
      {!detail && error && (
        <ErrorState title={w.loadFailed} requestId={requestIdOf(error)} onRetry={read.reload} isRetrying={read.isReading}>
          {error.networkError ? w.offline : w.loadFailedNote}
        </ErrorState>
      )}
      {!detail && !error && <Skeleton label={w.loading} lines={8} />}
    </div>
  );
}
